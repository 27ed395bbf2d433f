import type { Session } from '#lib/server/warehouse/port.ts';
import { rowOf } from '#lib/server/warehouse/rows.ts';

/**
 * Makes the timing of every case that has none or whose as-of instant moved past a limit, by the
 * policies and calendars in force: working minutes, due instants, outcomes. Last in any transaction that
 * changes cases or as-of instants; does nothing before policies are laid out.
 */
export async function timeCases(session: Session): Promise<void> {
	if ((await session.ask('timing/in_force')).rowCount === 0) return;
	await session.run('timing/set_timing', { generation: null });
	await session.run('timing/cases_to_time');
	const { cases } = rowOf<{ cases: number }>(await session.ask('timing/count_to_time'));
	if (cases === 0) return;
	await makeTiming(session);
	await session.run('timing/write_timing');
}

/**
 * From `case_to_time` to `timed`, by the generation `set_timing` names.
 * @param pause waited for before each step
 */
export async function makeTiming(
	session: Session,
	pause: () => Promise<void> = () => Promise.resolve()
): Promise<void> {
	for (const step of [
		'earlier_priorities',
		'class_limits',
		'stage_clocks',
		'stage_dues',
		'worked_minutes',
		'timed_cases'
	]) {
		await pause();
		await session.run(`timing/${step}`);
	}
}
