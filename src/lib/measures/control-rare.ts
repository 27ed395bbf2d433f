import { gChart, tChart } from '#lib/statistics/control/rare-events.ts';

/** A case as it came in. */
export interface Receipt {
	/** Milliseconds UTC. */
	readonly instant: number;
	readonly day: string;
}

/** The time between one case and the next, one entry a case but the first. */
export interface RareEvents {
	/** t: the log tells times of day; g: days alone. */
	readonly kind: 't' | 'g';
	/** Day of the later case of each pair. */
	readonly days: readonly string[];
	/** Days between, and the limits. */
	readonly values: readonly number[];
	readonly center: number;
	readonly lower: number;
	readonly upper: number;
	/** Places beyond a limit, and on which side. */
	readonly outside: readonly { readonly at: number; readonly side: -1 | 1 }[];
}

const dayMs = 86_400_000;
/** Two cases of the same second are told apart by a minute: a t chart takes no zero. */
const shortest = 1 / 1440;
const fewestGaps = 8;
/** With more cases a period its count says more than the time between. */
export const rareBelow = 5;

/** Chart of the times between rare cases; null for too few of them. */
export function rareEvents(receipts: readonly Receipt[]): RareEvents | null {
	const gaps = receipts.length - 1;
	if (gaps < fewestGaps) return null;
	const dated = areDaysAlone(receipts);
	const place = ({ instant, day }: Receipt): number => (dated ? Date.parse(day) : instant);
	const values = receipts
		.slice(1)
		.map((receipt, at) => (place(receipt) - place(receipts[at]!)) / dayMs);
	const shown = dated ? values : values.map((value) => Math.max(shortest, value));
	const chart = dated ? gChart(shown) : tChart(shown);
	const [center, lower, upper] = [chart.center[0], chart.lower[0], chart.upper[0]];
	if (typeof center !== 'number' || typeof lower !== 'number' || typeof upper !== 'number')
		return null;
	return {
		kind: dated ? 'g' : 't',
		days: receipts.slice(1).map(({ day }) => day),
		values: shown,
		center,
		lower,
		upper,
		outside: chart.outside.map((position) => ({
			at: position - 1,
			side: shown[position - 1]! > upper ? 1 : -1
		}))
	};
}

const hourMs = 3_600_000;

/**
 * Whether all cases came at one time of their day, as where a log tells days alone: at the same distance
 * from the day's beginning in UTC, or at two an hour apart, as a clock with daylight saving puts them.
 */
function areDaysAlone(receipts: readonly Receipt[]): boolean {
	const distances = new Set(receipts.map(({ instant, day }) => instant - Date.parse(day)));
	const [first, second] = [...distances];
	return distances.size === 1 || (distances.size === 2 && Math.abs(first! - second!) === hourMs);
}
