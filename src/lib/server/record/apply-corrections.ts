import { warehouse } from '#lib/server/state/state.ts';
import type { Session } from '#lib/server/warehouse/port.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { timeCases } from '#lib/server/timing/time-cases.ts';
import { standingCorrections } from './record.ts';

/**
 * Gives corrected cases back what their logs say, so that a load compares logs with logs. First in any
 * transaction that rewrites cases; `applyCorrections` is its last.
 */
export async function withdrawCorrections(session: Session): Promise<void> {
	const lifted = await session.run('record/lift_corrections');
	if (lifted > 0) await session.run('record/judge_corrected');
	await session.run('record/forget_corrections');
}

/**
 * Lays every standing correction over the cases and notes what the logs say under it. The cases must
 * hold what the logs say (`withdrawCorrections`). A correction whose case is not there waits.
 */
export async function applyCorrections(session: Session): Promise<void> {
	const standing = await standingCorrections();
	if (standing.length === 0) return;
	await session.run('record/note_corrections', { standing: JSON.stringify(standing) });
	await session.run('record/lay_corrections');
	await session.run('record/judge_corrected');
}

/**
 * Puts the cases in step with the record: after a start, when a kill between the two files may have left
 * an act unapplied. Changes nothing, the data version included, when they agree.
 */
export async function reconcileCorrections(): Promise<void> {
	const store = await warehouse();
	const standing = await standingCorrections();
	await store.write(async (session) => {
		const applied = rowsOf<{ number: number }>(await session.ask('record/applied_corrections'));
		const numbers = new Set(applied.map(({ number }) => number));
		const waiting = standing.filter(({ number }) => !numbers.delete(number));
		// Some wait for cases that are not there: only those that find theirs count as a difference.
		const found = rowsOf(
			await session.ask('record/waiting_corrections', { waiting: JSON.stringify(waiting) })
		);
		if (found.length === 0 && numbers.size === 0) return;
		await withdrawCorrections(session);
		await applyCorrections(session);
		await timeCases(session);
		await session.run('import/raise_version');
	});
}
