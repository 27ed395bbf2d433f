import type { Problem } from '#lib/filter/change.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import * as m from '#lib/messages/generated/messages.js';

/** Category or category › subcategory. */
export function problemName({ category, subcategory }: Problem): string {
	const whole = category ?? m.blank_value();
	return subcategory === undefined ? whole : `${whole} › ${subcategory ?? m.blank_value()}`;
}

/** "1.2 to 3.4", or a dash where there is no interval. */
export function rangeText(interval: Interval | null, text: (value: number) => string): string {
	return interval ? m.range({ lower: text(interval.lower), upper: text(interval.upper) }) : '–';
}

/** A range of shares 0–1 as signed points: "+1.2 to +3.4". */
export function pointsRange(f: Formats, interval: Interval | null): string {
	return rangeText(interval, (share) => f.signed(share * 100, 1));
}
