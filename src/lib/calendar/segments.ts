import { dayNumberOf } from './working-calendar.ts';
import type { WorkingHours } from './working-hours.ts';

/** Stretches of working time as columns, ascending and apart from each other. */
export interface Segments {
	/** milliseconds since 1970 */
	readonly opensAt: readonly number[];
	readonly closesAt: readonly number[];
	/** seconds of work from the first segment on before this one opens */
	readonly workedBefore: readonly number[];
}

/** All working time that opens on local days from `since` up to, not including, `until`. */
export function workingSegments(hours: WorkingHours, since: string, until: string): Segments {
	const opensAt: number[] = [];
	const closesAt: number[] = [];
	const workedBefore: number[] = [];
	let worked = 0;
	for (let day = dayNumberOf(since); day < dayNumberOf(until); day++)
		for (const { from, to } of hours.spansOf(day)) {
			const last = closesAt.length - 1;
			if (last >= 0 && closesAt[last] === from) closesAt[last] = to;
			else {
				opensAt.push(from);
				closesAt.push(to);
				workedBefore.push(worked);
			}
			worked += (to - from) / 1000;
		}
	return { opensAt, closesAt, workedBefore };
}
