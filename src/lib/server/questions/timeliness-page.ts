import { limitStages, type LimitStage } from '#lib/calendar/policy.ts';
import { twoSidedNormalQuantile } from '#lib/statistics/distributions/normal.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { ask } from './ask.ts';
import type { RowOf } from './question.ts';
import type { Scope } from './scope.ts';
import * as timeliness from './timeliness.ts';
import { attainmentOf, outcomesOf, type Attainment } from './timeliness-attainment.ts';
import { policiesOf, type SourcePolicy } from './timeliness-policy.ts';
import { stepsOf, type Steps } from './timeliness-steps.ts';

export const timelinessClocks = ['wall', 'working'] as const;
export type TimelinessClock = (typeof timelinessClocks)[number];

export type CurveBin = RowOf<typeof timeliness.curve.columns> & {
	/** 95 % interval of the share still open. */
	readonly interval: Interval;
};
export type AgeBand = RowOf<typeof timeliness.backlogAge.columns>;
export type DueNext = RowOf<typeof timeliness.dueNext.columns>;
export type OwnFlag = RowOf<typeof timeliness.ownFlag.columns>;
export type Contradiction = RowOf<typeof timeliness.contradictions.columns>;

/** What the page's own parameters ask for; a null stage leaves the choice to the log. */
export interface TimelinessChoice {
	readonly clock: TimelinessClock;
	readonly stage: LimitStage | null;
}

export interface TimelinessFacts {
	readonly clock: TimelinessClock;
	/** Limited stages in their order, all months together. */
	readonly stages: readonly Attainment[];
	/** The stage shown by month; null where no limit holds for any case. */
	readonly stage: Attainment | null;
	readonly months: readonly (Attainment & { readonly month: string })[];
	readonly steps: Steps;
	readonly curve: readonly CurveBin[];
	readonly backlog: readonly AgeBand[];
	readonly dueNext: readonly DueNext[];
	/** What the log says of its own limits; null where it says nothing. */
	readonly own: (OwnFlag & { readonly rows: readonly Contradiction[] }) | null;
	/** Policy and calendar of each log shown. */
	readonly policies: readonly SourcePolicy[];
}

/** Everything the page says, or null while there is no case. */
export async function timelinessFacts(
	scope: Scope,
	{ clock, stage: chosen }: TimelinessChoice
): Promise<TimelinessFacts | null> {
	if (scope.log === null) return null;
	const [attainment, steps, curve, backlog, dueNext, own, policies] = await Promise.all([
		ask(scope, timeliness.attainment),
		ask(scope, clock === 'wall' ? timeliness.stageMinutes : timeliness.stageMinutesWorking),
		ask(scope, timeliness.curve, { clock }),
		ask(scope, timeliness.backlogAge),
		ask(scope, timeliness.dueNext, { clock }),
		ask(scope, timeliness.ownFlag),
		policiesOf(scope.sources)
	]);
	const stages = limitStages.flatMap((stage) => {
		const rows = attainment.filter((row) => row.stage === stage);
		return rows.length > 0 ? [attainmentOf(stage, outcomesOf(rows))] : [];
	});
	const stage =
		stages.find((each) => each.stage === chosen) ??
		stages.find((each) => each.stage === 'resolved' && each.judged > 0) ??
		stages.find(({ judged }) => judged > 0) ??
		stages[0] ??
		null;
	const [told] = own;
	return {
		clock,
		stages,
		stage,
		months: attainment
			.filter((row) => row.stage === stage?.stage)
			.map((row) => ({ ...attainmentOf(stage!.stage, outcomesOf([row])), month: row.month })),
		steps: stepsOf(steps),
		curve: curve.map((bin) => ({ ...bin, interval: survivalInterval(bin) })),
		backlog,
		dueNext,
		own:
			told && told.judged > 0
				? { ...told, rows: await ask(scope, timeliness.contradictions) }
				: null,
		policies
	};
}

/** By the log of −log of the curve, so that it stays within 0 and 1 (Kalbfleisch and Prentice). */
function survivalInterval(bin: { surviving: number; log_variance: number | null }): Interval {
	const { surviving, log_variance: variance } = bin;
	if (!(surviving > 0 && surviving < 1) || variance === null)
		return { lower: surviving, upper: surviving };
	const spread =
		(twoSidedNormalQuantile(0.95) * Math.sqrt(variance)) / Math.abs(Math.log(surviving));
	return {
		lower: surviving ** Math.exp(spread),
		upper: surviving ** Math.exp(-spread)
	};
}
