import { demoDefaults } from '#lib/server/demo/write-demo-files.ts';
import { ensureDemo } from '#lib/server/import/demo-load.ts';
import { listenForJobs } from '#lib/server/import/socket.ts';
import { followArrangement } from '#lib/server/policy/retiming.ts';
import { reconcileCorrections } from '#lib/server/record/apply-corrections.ts';
import { closeRecord, lostLinks } from '#lib/server/record/record.ts';
import {
	closeWarehouse,
	interruptWarehouse,
	warehouse,
	zoneMove
} from '#lib/server/state/state.ts';
import { log } from './log.ts';

/**
 * What a server does once before its first request: opens the state, fills an empty one with the demo,
 * listens for the import command, and hears when it is told to stop.
 */
export async function beginServing(): Promise<void> {
	await warehouse();
	const moved = zoneMove();
	if (moved) log.info(moved, 'REDRESS_ZONE has changed: days, weeks and months were made anew');
	// A kill between the two files may have left an act of a person unapplied.
	await reconcileCorrections();
	const lost = await lostLinks();
	if (lost.length > 0)
		log.error({ lost }, 'the end of the record was cut off: npm run trail says which act is gone');
	const jobs = await listenForJobs();
	// The start script emits both; see scripts/ground/stop.mjs.
	process.on('redress:interrupt', () => void interruptWarehouse());
	process.once('sveltekit:shutdown', () => {
		void jobs.close().then(closeWarehouse).then(closeRecord);
	});
	// Of a store of an earlier release, or one left while its cases were timed anew.
	followArrangement().catch((error: unknown) =>
		log.error({ err: error }, 'the cases were not timed anew')
	);
	const rows = Number(process.env.REDRESS_DEMO_ROWS ?? demoDefaults.rows);
	if (!(rows > 0)) return;
	try {
		await ensureDemo(rows);
	} catch (error) {
		// An empty product can still be used; one that does not start cannot.
		log.error({ err: error }, 'the demo was not loaded');
	}
}
