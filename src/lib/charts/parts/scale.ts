export type Scale = { readonly min: number; readonly max: number; readonly interval: number };

/** 1, 2, 2.5 or 5 times a power of ten, so that about `count` steps cover `range`. */
function step(range: number, count: number): number {
	const raw = range / count;
	const power = 10 ** Math.floor(Math.log10(raw));
	const share = raw / power;
	const nice = share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 ? 2.5 : share <= 5 ? 5 : 10;
	return nice * power;
}

/** Ends on round numbers outside the values. `whole` keeps the steps of a count at 1 or more. */
export function niceScale(low: number, high: number, count = 5, whole = false): Scale {
	if (!(high > low)) {
		const pad = whole ? 1 : Math.abs(low) * 0.1 || 1;
		return niceScale(low === 0 ? 0 : low - pad, low + pad, count, whole);
	}
	let interval = step(high - low, count);
	if (whole) interval = Math.max(1, Math.ceil(interval));
	const round = (value: number): number => Number(value.toPrecision(12));
	return {
		min: round(Math.floor(low / interval + 1e-9) * interval),
		max: round(Math.ceil(high / interval - 1e-9) * interval),
		interval: round(interval)
	};
}

/** The same of minutes: steps are whole hours or days, as people read them. */
export function minuteScale(low: number, high: number, count = 5): Scale {
	const unit = high > 2 * 1440 ? 1440 : high > 120 ? 60 : 1;
	const { min, max, interval } = niceScale(low / unit, high / unit, count);
	return { min: min * unit, max: max * unit, interval: interval * unit };
}

/** Smallest and largest of the finite numbers; undefined when there is none. */
export function extent(...columns: readonly ArrayLike<number>[]): [number, number] | undefined {
	let low = Infinity;
	let high = -Infinity;
	for (const column of columns) {
		for (let at = 0; at < column.length; at++) {
			const value = column[at] ?? Number.NaN;
			if (!Number.isFinite(value)) continue;
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
	}
	return low <= high ? [low, high] : undefined;
}

export function ticks({ min, max, interval }: Scale): number[] {
	const count = Math.round((max - min) / interval);
	return Array.from({ length: count + 1 }, (_, at) =>
		Number((min + at * interval).toPrecision(12))
	);
}

/**
 * An axis that ends exactly at a total, so that 100 % of the other axis stands beside it. Round
 * steps below; a step that would touch the total is left out.
 */
export function totalScale(total: number): Scale & { readonly ticks: readonly number[] } {
	const interval = niceScale(0, total, 5).interval;
	const steps: number[] = [];
	for (let value = 0; value < total - interval * 0.35; value += interval) steps.push(value);
	return { min: 0, max: total, interval, ticks: [...steps, total] };
}
