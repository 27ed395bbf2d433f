import type { Names } from './named-calendar.ts';

/** Stages a limit can be set for, in the usual order; the instant of each is `<stage>_at` of a case. */
export const limitStages = [
	'registered',
	'first_response',
	'dispatched',
	'accepted',
	'investigated',
	'proposed',
	'communicated',
	'resolved',
	'closed',
	'followed_up'
] as const;
export type LimitStage = (typeof limitStages)[number];

/** What a case is judged by; `own_target`: its end by the target date the log itself carries. */
export const judgedStages = [...limitStages, 'own_target'] as const;
export type JudgedStage = (typeof judgedStages)[number];

/**
 * How a case stands to a limit at the source's as-of instant. `breached`: done late; `open_late`: not
 * done, limit passed; `not_due`: limit not passed yet, done or not; `no_time`: the log has no time.
 */
export const outcomes = ['met', 'breached', 'open_late', 'not_due', 'no_time'] as const;
export type Outcome = (typeof outcomes)[number];

/** Hours and minutes run around the clock unless they say working; a working day is one of the calendar. */
export const limitUnits = [
	'minutes',
	'hours',
	'days',
	'working_minutes',
	'working_hours',
	'working_days'
] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** Words of the log, in any case, a case must have for the limit to hold; a missing list: any. */
export const fitFields = ['priority', 'track', 'category', 'channel'] as const;
export type Fits = Readonly<Partial<Record<(typeof fitFields)[number], readonly string[]>>>;

export interface Limit {
	readonly stage: LimitStage;
	/** Stage whose instant starts the clock. */
	readonly starts: 'received' | LimitStage;
	readonly value: number;
	readonly unit: LimitUnit;
	readonly fits: Fits;
}

export interface PolicyVersion {
	/** First day whose clocks go by it; null: from always. */
	readonly from: string | null;
	/** The first that fits a case at a stage holds. */
	readonly limits: readonly Limit[];
}

/** Time limits as they are kept and edited. */
export interface Policy {
	readonly id: string;
	readonly names: Names;
	/** Where it comes from, in words; an empty one is not shown. */
	readonly source: Names;
	readonly versions: readonly PolicyVersion[];
}

/** True where the limit is counted in working time. */
export function isWorking({ unit }: Pick<Limit, 'unit'>): boolean {
	return unit.startsWith('working_');
}

/** A limit in seconds; `workingDay`: seconds of a working day of the calendar it is counted by. */
export function limitSeconds(
	{ value, unit }: Pick<Limit, 'value' | 'unit'>,
	workingDay: number
): number {
	switch (unit) {
		case 'minutes':
		case 'working_minutes':
			return value * 60;
		case 'hours':
		case 'working_hours':
			return value * 3600;
		case 'days':
			return value * 86_400;
		case 'working_days':
			return value * workingDay;
	}
}
