import type { CheckGroup } from '#lib/improvement/check-group.ts';
import { check, type Finding } from '#lib/improvement/check.ts';
import { sidesOf } from '#lib/improvement/check-periods.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import type { RandomNumbers } from './random-numbers.ts';

/** Variance of a period's count over that of a Poisson count. */
export const dispersion = 3;
const dayMs = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Whole months or weeks around an effective date: 1 January 2025 for months, 30 December 2024 for weeks. */
export function around(step: Plan['step'], before: number, after: number) {
	const since = (at: number): string =>
		step === 'month'
			? day(Date.UTC(2025, at - before, 1))
			: day(Date.UTC(2024, 11, 30) + (at - before) * 7 * dayMs);
	const periods = Array.from({ length: before + after }, (_, at): ControlPeriod => ({
		since: since(at),
		until: since(at + 1),
		days: (Date.parse(since(at + 1)) - Date.parse(since(at))) / dayMs,
		partial: false
	}));
	const plan: Plan = {
		theme: '',
		owner: '',
		team: '',
		sponsor: '',
		problem: '',
		presentState: '',
		measure: 'complaint_rate',
		selection: '',
		comparison: '',
		step,
		method: 'rate_regression',
		baseline: { since: since(0), until: since(before) },
		excluded: [],
		trialLimits: false,
		target: null,
		targetOn: null,
		smallestChange: 0.1,
		effectiveOn: since(before),
		transitionDays: 0,
		checkOn: since(before + after),
		cost: null,
		benefit: null
	};
	return { plan, periods, split: before };
}

export type Around = ReturnType<typeof around>;

/** Orders of each period: they vary by a tenth, and by days. */
export function ordersOf(random: RandomNumbers, { periods }: Around): readonly number[] {
	return periods.map(({ days }) => Math.round(1000 * days * Math.exp(0.1 * random.normal())));
}

/** A count with this mean whose variance is `dispersion` times it: Poisson of a gamma. */
function count(random: RandomNumbers, mean: number): number {
	const scale = dispersion - 1;
	return random.poisson(random.gamma(mean / scale) * scale);
}

/** The ratio after ÷ before whose logarithm is so many of its own standard errors below 0. */
export function plantedRatio(
	orders: readonly number[],
	split: number,
	rate: number,
	errors: number
): number {
	const total = (part: readonly number[]): number => part.reduce((sum, n) => sum + n, 0) * rate;
	const [before, after] = [total(orders.slice(0, split)), total(orders.slice(split))];
	let ratio = 1;
	for (let round = 0; round < 50; round++)
		ratio = Math.exp(-errors * Math.sqrt(dispersion * (1 / before + 1 / (after * ratio))));
	return ratio;
}

export function rateGroup(
	random: RandomNumbers,
	{ periods, split }: Around,
	orders: readonly number[],
	{
		rate,
		ratio,
		season
	}: { readonly rate: number; readonly ratio: number; readonly season?: readonly number[] }
): CheckGroup {
	const amounts = periods.map((_, at) =>
		count(random, orders[at]! * rate * (at < split ? 1 : ratio) * (season?.[at] ?? 1))
	);
	return groupOf({
		family: 'rate',
		periods,
		amounts,
		sizes: orders,
		cases: amounts,
		multiplier: 10_000
	});
}

export function groupOf(series: ControlSeries, times: CheckGroup['times'] = []): CheckGroup {
	return {
		series,
		squares: series.periods.map(() => 0),
		times,
		ordersMissing: series.periods.map(() => false)
	};
}

export function judge(
	{ plan, periods }: Around,
	own: CheckGroup,
	given: Partial<Plan> = {},
	comparison: CheckGroup | null = null
): Finding {
	const whole = { ...plan, ...given };
	return check(whole, { own, comparison, sides: sidesOf(whole, periods), costOfCase: null });
}
