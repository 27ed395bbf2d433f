import { stages, type Stage } from '#lib/measures/case-fields.ts';

/** A stage a case has reached, and the minutes since the stage before it. */
export interface StageStep {
	readonly stage: Stage;
	/** Milliseconds UTC. */
	readonly at: number;
	/** Null for the first. */
	readonly minutesAfter: number | null;
}

/** The stages a case has a time for, in order of time; stages of the same instant in their usual order. */
export function stageSteps(times: Readonly<Record<Stage, number | null>>): StageStep[] {
	return stages
		.flatMap((stage) => {
			const at = times[stage];
			return at === null ? [] : [{ stage, at }];
		})
		.sort((a, b) => a.at - b.at)
		.map((step, index, all) => {
			const before = all[index - 1];
			return { ...step, minutesAfter: before ? (step.at - before.at) / 60_000 : null };
		});
}

/**
 * The step that waited longest on the way to the end of a case; what comes after the end (the follow-up
 * call) is no wait of the customer. Undefined where nothing waited.
 *
 * @param until end of the case, milliseconds UTC; null while it is open
 */
export function longestWait(
	steps: readonly StageStep[],
	until: number | null
): StageStep | undefined {
	return steps
		.filter(({ at, minutesAfter }) => (minutesAfter ?? 0) > 0 && (until === null || at <= until))
		.reduce<StageStep | undefined>(
			(most, step) => ((step.minutesAfter ?? 0) > (most?.minutesAfter ?? 0) ? step : most),
			undefined
		);
}
