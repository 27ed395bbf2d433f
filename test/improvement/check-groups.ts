import type { CheckGroup } from '#lib/improvement/check-group.ts';
import { sidesOf } from '#lib/improvement/check-periods.ts';
import { check, type Finding } from '#lib/improvement/check.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { wholePlan } from './plans.ts';

const month = (at: number): string => new Date(Date.UTC(2024, at, 1)).toISOString().slice(0, 10);
/** Whole months from January 2024 on; the last may be known in part. */
export const months = (count: number, partial = false): ControlPeriod[] =>
	Array.from({ length: count }, (_, at) => ({
		since: month(at),
		until: month(at + 1),
		days: 30,
		partial: partial && at === count - 1
	}));

export const plan: Plan = {
	...wholePlan,
	baseline: { since: '2024-01-01', until: '2025-01-01' },
	excluded: [],
	effectiveOn: '2025-01-01',
	transitionDays: 0,
	target: 8
};

export function group(
	amounts: readonly (number | null)[],
	sizes: readonly number[],
	given: Partial<ControlSeries> = {}
): CheckGroup {
	return {
		series: {
			family: 'rate',
			periods: months(amounts.length),
			amounts,
			sizes,
			cases: amounts.map((amount) => amount ?? 0),
			multiplier: 10_000,
			...given
		},
		squares: [],
		times: [],
		ordersMissing: sizes.map((size) => size === 0)
	};
}

export const judge = (
	given: Partial<Plan>,
	own: CheckGroup,
	comparison: CheckGroup | null = null,
	costOfCase: number | null = null
): Finding => {
	const whole = { ...plan, ...given };
	return check(whole, {
		own,
		comparison,
		sides: sidesOf(whole, own.series.periods),
		costOfCase
	});
};

// 120 cases of 12 months before, 18 of 3 after, 10,000 orders each: rates 10 and 6 per 10,000.
export const twelve = Array<number>(12).fill(10);
export const orders = Array<number>(15).fill(10_000);
