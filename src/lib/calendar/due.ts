import { mergedSpans, withoutPauses } from './pauses.ts';
import { spansFrom } from './working-hours.ts';
import type { Span, WorkingHours } from './working-hours.ts';

/**
 * The earliest instant at which the working time since `start` reaches `seconds`, pauses left out:
 * used up at closing time means due at closing time, and 0 is due at the start even in closed hours.
 * Agrees with `workingSeconds`: elapsed up to the due instant is exactly `seconds`.
 * @returns milliseconds since 1970; null when the calendar closes for good, or a pause without end
 * begins, before that
 */
export function workingDue(
	hours: WorkingHours,
	start: number,
	seconds: number,
	pauses: readonly Span[] = []
): number | null {
	let missing = seconds * 1000;
	if (missing <= 0) return start;
	const merged = mergedSpans(pauses);
	const lastPause = merged.at(-1);
	for (const span of spansFrom(hours, start)) {
		for (const { from, to } of withoutPauses(span, merged)) {
			if (to - from >= missing) return from + missing;
			missing -= to - from;
		}
		if (lastPause?.to === Infinity && span.to >= lastPause.from) return null;
	}
	return null;
}
