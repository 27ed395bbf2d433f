import { givenDimensions, type GivenDimension } from './case-fields.ts';

/** What a wait is measured to: the first answer, or the end of the case. Minutes. */
export const clocks = ['first_response', 'resolution'] as const;
export type Clock = (typeof clocks)[number];

/** By the wall clock, or in working time of the calendar of the log. */
export const timeKinds = ['wall', 'working'] as const;
export type TimeKind = (typeof timeKinds)[number];

/** How finely a log tells its times, and so in which bands they are read. */
export const timeScales = ['minutes', 'days'] as const;
export type TimeScale = (typeof timeScales)[number];

/** What is read off the scores: the share of 4 and 5, or their mean. */
export const scoreMeasures = ['share', 'mean'] as const;
export type ScoreMeasure = (typeof scoreMeasures)[number];

/** Half-open band of waiting time; `below` null has no end. Minutes. */
export interface WaitingBand {
	readonly from: number;
	readonly below: number | null;
}

/** Dimensions a reader can split waiting times and scores by; how urgent a case was is offered first. */
const urgency = ['priority', 'severity'] as const;
export type StratumDimension = GivenDimension;
export const strataDimensions: readonly StratumDimension[] = [
	...urgency,
	...givenDimensions.filter((name) => !urgency.some((first) => first === name))
];

/** Days, where every time of the log is a whole number of them: minute bands would mislead. */
export function scaleOf(timed: number, wholeDays: number): TimeScale {
	return timed > 0 && wholeDays === timed ? 'days' : 'minutes';
}

/** Minutes below which times are drawn alike on a log axis: 0 has no logarithm. */
export const leastDrawn: Readonly<Record<TimeScale, number>> = { minutes: 1, days: 720 };
