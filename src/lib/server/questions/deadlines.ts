import { explainDeadline, type DeadlineDay } from '#lib/calendar/explain.ts';
import { holidaysKnownUntil, type Names } from '#lib/calendar/named-calendar.ts';
import type { LimitStage, Outcome } from '#lib/calendar/policy.ts';
import { arrangement } from '#lib/server/policy/arrangement.ts';
import type { CaseKey } from '#lib/server/record/corrections.ts';
import { warehouse } from '#lib/server/state/state.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';

interface Clock {
	readonly stage: LimitStage;
	readonly starts: LimitStage | 'received';
	readonly starts_at: number | null;
	readonly done_at: number | null;
	readonly seconds: number;
	readonly working: boolean;
	readonly calendar: string;
	readonly due_at: number | null;
	readonly outcome: Outcome | null;
}

/** A limit of a case and how its deadline comes about. */
export interface Deadline extends Omit<Clock, 'calendar'> {
	/** Null for a limit in real time. */
	readonly calendar: Names | null;
	/** The days on the way; of a limit in real time none. */
	readonly days: readonly DeadlineDay[];
	/** Last date whose public holidays are known, where the deadline lies after it. */
	readonly holidaysUntil: string | null;
}

/**
 * Every limit that holds for a case, explained. Limits and clocks are those of the query that times all
 * cases; the days come from the calendar in TypeScript, which a test holds equal to it.
 */
export async function deadlinesOf({ source, caseNo }: CaseKey): Promise<readonly Deadline[]> {
	const store = await warehouse();
	const clocks = await store.read({}, async (session) => {
		if ((await session.ask('timing/in_force')).rowCount === 0) return [];
		await session.run('timing/set_timing', { generation: null });
		await session.run('timing/case_to_explain', { source, case_no: caseNo });
		for (const step of ['earlier_priorities', 'class_limits', 'stage_clocks', 'stage_dues'])
			await session.run(`timing/${step}`);
		return rowsOf<Clock>(await session.ask('timing/explained_clocks'));
	});
	const { calendars } = await arrangement();
	return clocks.map((clock) => {
		const calendar = clock.working ? calendars.find(({ id }) => id === clock.calendar) : undefined;
		const explained =
			calendar && clock.starts_at !== null
				? explainDeadline(calendar, clock.starts_at, clock.seconds)
				: null;
		const known = calendar ? holidaysKnownUntil(calendar) : null;
		const last = explained?.days.at(-1)?.day;
		return {
			...clock,
			calendar: calendar?.names ?? null,
			days: explained?.days ?? [],
			holidaysUntil: known !== null && last !== undefined && last > known ? known : null
		};
	});
}
