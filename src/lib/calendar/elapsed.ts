import { mergedSpans, withoutPauses } from './pauses.ts';
import { spansFrom } from './working-hours.ts';
import type { Span, WorkingHours } from './working-hours.ts';

/**
 * Real seconds of working time from `start` to `end` (milliseconds since 1970), pauses left out.
 * @returns 0 when end ≤ start
 */
export function workingSeconds(
	hours: WorkingHours,
	start: number,
	end: number,
	pauses: readonly Span[] = []
): number {
	if (!(end > start)) return 0;
	const merged = mergedSpans(pauses);
	let milliseconds = 0;
	for (const { from, to } of spansFrom(hours, start)) {
		if (from >= end) break;
		for (const left of withoutPauses({ from, to: Math.min(to, end) }, merged))
			milliseconds += left.to - left.from;
	}
	return milliseconds / 1000;
}
