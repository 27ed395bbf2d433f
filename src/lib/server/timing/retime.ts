import { shiftDay } from '#lib/filter/codec.ts';
import type { DuckDbWarehouse, WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { rowOf, rowsOf } from '#lib/server/warehouse/rows.ts';
import { layOut, type Arrangement } from './lay-out.ts';
import { makeTiming } from './time-cases.ts';

/** Days built in one go: a second or two, for which others who write wait. */
interface Stretch {
	readonly since: string;
	readonly until: string;
	readonly cases: number;
}

const casesAtOnce = 120_000;
/** So long a stretch, and a step of it, lets who reads go first; without an end it would never be done. */
const longestPause = { stretch: 1000, step: 250 } as const;
/** So often a build is begun again because the cases changed under it; then writers wait for all of it. */
const mostRestarts = 2;

/** The cases changed while their timing was built: what was built is of no use. */
class CasesChanged extends Error {}

/**
 * Times every case anew under an arrangement. The cases are built again beside those shown, stretch by
 * stretch, and take their place in one short transaction: until then every answer rests on the old
 * timing, afterwards on the new one.
 */
export async function retime(
	store: DuckDbWarehouse,
	arrangement: Arrangement,
	onProgress: (done: number, of: number) => void
): Promise<void> {
	for (let restarts = 0; restarts < mostRestarts; restarts++)
		try {
			await build(store, arrangement, onProgress);
			return;
		} catch (error) {
			if (error instanceof CasesChanged) continue;
			// On a full disk above all: what was built so far is as large as the cases themselves.
			await store.write(forgetBuilt).catch(() => undefined);
			throw error;
		}
	await store.write(async (session) => {
		const one = <T>(work: (session: WriteSession) => Promise<T>) => work(session);
		await build({ write: one, quiet: () => Promise.resolve() }, arrangement, onProgress);
	});
}

/** Takes away what is built beside the cases, and every generation but the one in force. */
async function forgetBuilt(session: WriteSession): Promise<void> {
	await session.run('timing/drop_next');
	for (const table of ['choices', 'limits', 'segments', 'generations'])
		await session.run(`timing/forget_${table}`);
}

type Writes = Pick<DuckDbWarehouse, 'write' | 'quiet'>;

async function build(
	store: Writes,
	arrangement: Arrangement,
	onProgress: (done: number, of: number) => void
): Promise<void> {
	const begun = await store.write(async (session) => {
		await forgetBuilt(session);
		await session.run('timing/make_next');
		return {
			version: await versionOf(session),
			generation: await layOut(session, arrangement),
			stretches: stretchesOf(
				rowsOf<{ day: string; cases: number }>(await session.ask('timing/days'))
			)
		};
	});
	const unchanged = async (session: WriteSession) => {
		if ((await versionOf(session)) !== begun.version) throw new CasesChanged();
	};
	const of = begun.stretches.reduce((sum, { cases }) => sum + cases, 0);
	let done = 0;
	for (const { since, until, cases } of begun.stretches) {
		onProgress(done, of);
		await store.quiet(longestPause.stretch);
		await store.write(async (session) => {
			const pause = () => store.quiet(longestPause.step);
			await unchanged(session);
			await session.run('timing/set_timing', { generation: begun.generation });
			await session.run('timing/cases_of_days', { since, until });
			await makeTiming(session, pause);
			await pause();
			await session.run('timing/copy_days', { since, until });
		});
		done += cases;
	}
	onProgress(done, of);
	await store.write(async (session) => {
		await unchanged(session);
		await session.run('timing/swap');
		await session.run('timing/put_in_force', { generation: begun.generation });
		await forgetBuilt(session);
		await session.run('import/raise_version');
	});
}

async function versionOf(session: WriteSession): Promise<number> {
	return rowOf<{ version: number }>(await session.ask('scope/data_version')).version;
}

function stretchesOf(days: readonly { day: string; cases: number }[]): readonly Stretch[] {
	const stretches: Stretch[] = [];
	for (const { day, cases } of days) {
		const until = shiftDay(day, 1);
		const last = stretches.at(-1);
		if (last && last.cases + cases <= casesAtOnce)
			stretches[stretches.length - 1] = { since: last.since, until, cases: last.cases + cases };
		else stretches.push({ since: day, until, cases });
	}
	return stretches;
}
