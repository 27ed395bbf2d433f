import { lunarNewYear } from './festivals.ts';

const dayMs = 86_400_000;
/** So many days on either side of the new year follow it rather than the date. */
const reach = 30;

/**
 * The day of the year before that a day compares with: within 30 days of the lunar new year the day as far
 * from that year's (春节 moves by up to a month), on other days the same date, 28 February for the 29th.
 */
export function yearBefore(day: string): string {
	const year = Number(day.slice(0, 4));
	const [own, earlier] = [lunarNewYear(year), lunarNewYear(year - 1)];
	if (own !== null && earlier !== null) {
		const after = (Date.parse(day) - Date.parse(own)) / dayMs;
		if (Math.abs(after) <= reach)
			return new Date(Date.parse(earlier) + after * dayMs).toISOString().slice(0, 10);
	}
	return `${year - 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
}
