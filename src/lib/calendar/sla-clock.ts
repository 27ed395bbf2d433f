import { workingDue } from './due.ts';
import { workingSeconds } from './elapsed.ts';
import type { Span, WorkingHours } from './working-hours.ts';

/** Milliseconds since 1970; `stoppedAt` null while the clock runs; a running pause ends at Infinity. */
export interface SlaCase {
	readonly createdAt: number;
	readonly stoppedAt: number | null;
	readonly pauses: readonly Span[];
}

export interface SlaClock {
	/** one a target; does not depend on `stoppedAt` */
	readonly dueAt: readonly (number | null)[];
	/** working seconds from created to stopped; null while running, as are the four after it */
	readonly grossSeconds: number | null;
	/** the pause time inside working hours */
	readonly pausedSeconds: number | null;
	readonly workedSeconds: number | null;
	/** target − worked, one a target; negative when late */
	readonly marginSeconds: readonly number[] | null;
	/** worked > target: using up the target exactly is in time */
	readonly breached: readonly boolean[] | null;
}

/** The clock of a case against one or more targets (seconds of working time). */
export function slaClock(
	hours: WorkingHours,
	{ createdAt, stoppedAt, pauses }: SlaCase,
	targetSeconds: readonly number[]
): SlaClock {
	const dueAt = targetSeconds.map((target) => workingDue(hours, createdAt, target, pauses));
	if (stoppedAt === null)
		return {
			dueAt,
			grossSeconds: null,
			pausedSeconds: null,
			workedSeconds: null,
			marginSeconds: null,
			breached: null
		};
	const grossSeconds = workingSeconds(hours, createdAt, stoppedAt);
	const workedSeconds = workingSeconds(hours, createdAt, stoppedAt, pauses);
	return {
		dueAt,
		grossSeconds,
		pausedSeconds: grossSeconds - workedSeconds,
		workedSeconds,
		marginSeconds: targetSeconds.map((target) => target - workedSeconds),
		breached: targetSeconds.map((target) => workedSeconds > target)
	};
}
