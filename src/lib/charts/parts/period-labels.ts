import { monthLabels } from './axes.ts';

/**
 * Which periods of an axis get a label. Months as `monthLabels`; of weeks and days the first of a month,
 * where there is room, with the year under January and under the first.
 */
export function periodLabels(
	periods: readonly string[],
	step: 'month' | 'week' | 'day',
	words: { month: (day: string) => string; year: (day: string) => string },
	pixelsEach: number
): string[] {
	if (step === 'month') return monthLabels(periods, words, { pixelsEach });
	let free = 0;
	let first = true;
	return periods.map((day, at) => {
		const opens = day.slice(0, 7) !== periods[at - 1]?.slice(0, 7);
		if (!opens || at * pixelsEach < free || (at === 0 && Number(day.slice(8)) > 20)) return '';
		free = at * pixelsEach + 44;
		const yearToo = first || day.slice(5, 7) === '01';
		first = false;
		return yearToo ? `${words.month(day)}\n${words.year(day)}` : words.month(day);
	});
}
