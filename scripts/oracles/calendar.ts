import { workingDue } from '#lib/calendar/due.ts';
import { workingSeconds } from '#lib/calendar/elapsed.ts';
import { slaClock } from '#lib/calendar/sla-clock.ts';
import type { WorkingCalendar } from '#lib/calendar/working-calendar.ts';
import { workingHours } from '#lib/calendar/working-hours.ts';
import { method } from './method.ts';
import type { Methods } from './method.ts';

interface InCalendar {
	readonly calendar: WorkingCalendar;
}

interface Elapsed extends InCalendar {
	readonly start: string;
	readonly end: string;
}

interface Due extends InCalendar {
	readonly start: string;
	readonly workingSeconds: readonly number[];
}

interface Clock extends InCalendar {
	readonly createdAt: string;
	readonly stoppedAt: string | null;
	readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
	readonly targetSeconds: readonly number[];
}

export const calendarMethods: Methods = {
	workingTime: method<Elapsed>(({ calendar, start, end }) => ({
		seconds: workingSeconds(workingHours(calendar), instantOf(start), instantOf(end))
	})),
	workingDue: method<Due>(({ calendar, start, workingSeconds: targets }) => {
		const hours = workingHours(calendar);
		return {
			due: targets.map((seconds) => written(workingDue(hours, instantOf(start), seconds)))
		};
	}),
	slaClock: method<Clock>(({ calendar, createdAt, stoppedAt, pauses, targetSeconds }) => {
		const clock = slaClock(
			workingHours(calendar),
			{
				createdAt: instantOf(createdAt),
				stoppedAt: stoppedAt === null ? null : instantOf(stoppedAt),
				pauses: pauses.map(({ from, to }) => ({
					from: instantOf(from),
					to: to === null ? Infinity : instantOf(to)
				}))
			},
			targetSeconds
		);
		return { ...clock, dueAt: clock.dueAt.map(written) };
	})
};

function instantOf(time: string): number {
	const instant = Date.parse(time);
	if (Number.isNaN(instant)) throw new RangeError(`"${time}" is not a time`);
	return instant;
}

function written(instant: number | null): string | null {
	return instant === null ? null : new Date(instant).toISOString();
}
