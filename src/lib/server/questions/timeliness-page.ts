import { judgedStages, type JudgedStage } from '#lib/calendar/policy.ts';
import { twoSidedNormalQuantile } from '#lib/statistics/distributions/normal.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { ask } from './ask.ts';
import type { RowOf } from './question.ts';
import type { LogScope, Scope } from './scope.ts';
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
	readonly stage: JudgedStage | null;
}

export interface TimelinessFacts {
	readonly clock: TimelinessClock;
	/** Limited stages in their order, the log's own target last, all months together. */
	readonly stages: readonly Attainment[];
	/** The stage the page is headed by; null where no limit holds for any case. */
	readonly stage: Attainment | null;
	/** Cases of the chosen logs that carry a target date of their own, of all; null where none does. */
	readonly ownTargets: { readonly targeted: number; readonly cases: number } | null;
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
	const attainment = await ask(scope, timeliness.attainment);
	const stages = judgedStages.flatMap((stage) => {
		const rows = attainment.filter((row) => row.stage === stage);
		return rows.length > 0 ? [attainmentOf(stage, outcomesOf(rows))] : [];
	});
	const ownTargets = ownTargetsOf(scope.log);
	const stage = headingStage(stages, chosen, ownTargets);
	const limits = stage?.stage === 'own_target' ? 'own' : 'policy';
	const [steps, curve, backlog, dueNext, own, policies] = await Promise.all([
		ask(scope, clock === 'wall' ? timeliness.stageMinutes : timeliness.stageMinutesWorking),
		ask(scope, timeliness.curve, { clock }),
		ask(scope, timeliness.backlogAge),
		ask(scope, timeliness.dueNext, { clock, limits }),
		ask(scope, timeliness.ownFlag),
		policiesOf(scope.sources)
	]);
	const [told] = own;
	return {
		clock,
		stages,
		stage,
		ownTargets,
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

function ownTargetsOf({ cases, ownTargets }: LogScope): TimelinessFacts['ownTargets'] {
	const targeted = ownTargets.reduce((sum, log) => sum + log.targeted, 0);
	return targeted > 0 ? { targeted, cases } : null;
}

/** The stage asked for; else the log's own targets where most of its cases have one; else the resolution. */
function headingStage(
	stages: readonly Attainment[],
	chosen: JudgedStage | null,
	ownTargets: TimelinessFacts['ownTargets']
): Attainment | null {
	const judged = (stage: JudgedStage) =>
		stages.find((each) => each.stage === stage && each.judged > 0);
	const carriesMost = ownTargets !== null && ownTargets.targeted > ownTargets.cases / 2;
	return (
		stages.find((each) => each.stage === chosen) ??
		(carriesMost ? judged('own_target') : undefined) ??
		judged('resolved') ??
		stages.find((each) => each.judged > 0) ??
		stages[0] ??
		null
	);
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
