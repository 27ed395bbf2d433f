import { describe, expect, it } from 'vitest';
import { methodsOf } from '#lib/improvement/check.ts';
import { group, judge, orders, plan, twelve } from './check-groups.ts';

describe('a verdict of a rate', () => {
	const found = judge({}, group([...twelve, 6, 6, 6], orders), null, 50);

	it('rests on the ratio of both rates, never narrower than chance, with t of n − p', () => {
		const { effect, values } = found.primary;
		// √(1/120 + 1/18) = 0.252762, φ = 0 → 1, t₁₃ = 2.160369: 0.6 · e^(±0.546060).
		expect(effect?.estimate).toBeCloseTo(0.6, 9);
		expect(effect?.lower).toBeCloseTo(0.6 * Math.exp(-0.54606), 4);
		expect(effect?.upper).toBeCloseTo(0.6 * Math.exp(0.54606), 4);
		expect(values).toMatchObject({ beforePoints: 12, afterPoints: 3, beforeCases: 120 });
		expect(values.before).toBeCloseTo(10, 12);
		expect(values.after).toBeCloseTo(6, 12);
		expect(found.dispersion).toBe(1);
		expect(found.primary.doubts).toEqual(['no_seasons']);
	});

	it('cannot tell from an interval that holds both no change and the least worthwhile one', () => {
		expect(found).toMatchObject({
			outcome: 'cannot_tell',
			targetReached: true,
			smallestChangeReached: true
		});
		expect(found.morePeriods).toBe(1);
	});

	it('says what was avoided: 30 were to come, 18 came', () => {
		expect(found.casesAvoided?.value).toBeCloseTo(12, 6);
		// 18 ÷ 1.03584 − 18 and 18 ÷ 0.34754 − 18.
		expect(found.casesAvoided?.lower).toBeCloseTo(-0.62, 1);
		expect(found.casesAvoided?.upper).toBeCloseTo(33.8, 1);
		expect(found.costAvoided?.value).toBeCloseTo(600, 4);
	});

	it('is effective with the same change over more months', () => {
		const longer = judge(
			{},
			group([...twelve, 6, 6, 6, 6, 6, 6], [...orders, ...orders.slice(0, 3)])
		);
		expect(longer.outcome).toBe('effective');
	});

	it('is worse where the rate rose', () => {
		expect(judge({}, group([...twelve, 30, 30, 30], orders)).outcome).toBe('worse');
	});
});

describe('too little', () => {
	it('after: cannot tell however large the change, and at least so many months more', () => {
		const found = judge({}, group([...twelve, 1, 1], orders.slice(0, 14)));
		expect(found.outcome).toBe('cannot_tell');
		expect(found.primary.effect?.upper).toBeLessThan(1);
		expect(found.primary.doubts).toContain('after_short');
		expect(found.morePeriods).toBe(1);
	});

	it('before: five months are no baseline, eleven a short one', () => {
		const of = (since: string) =>
			judge({ baseline: { since, until: '2025-01-01' } }, group([...twelve, 1, 1, 1], orders));
		expect(of('2024-08-01').outcome).toBe('cannot_tell');
		expect(of('2024-08-01').primary.doubts).toContain('baseline_too_short');
		expect(of('2024-02-01').outcome).toBe('effective');
		expect(of('2024-02-01').primary.doubts).toContain('baseline_short');
	});

	it('cases: none before tells nothing, none after has an upper limit alone', () => {
		const nothing = judge({}, group([...twelve.map(() => 0), 3, 4, 5], orders));
		expect(nothing).toMatchObject({ outcome: 'cannot_tell' });
		expect(nothing.primary.effect).toBeNull();
		expect(nothing.primary.doubts).toContain('none_before');
		const gone = judge({}, group([...twelve, 0, 0, 0], orders));
		// Clopper–Pearson: share q with q^… 1 − 0.025^(1/120) = 0.030272 → 0.031217 · 12/3 = 0.124868.
		expect(gone.primary.effect).toMatchObject({ estimate: 0, lower: 0 });
		expect(gone.primary.effect?.upper).toBeCloseTo(0.12487, 4);
		expect(gone.outcome).toBe('effective');
		expect(gone.casesAvoided?.value).toBeCloseTo(30, 9);
	});

	it('orders: months without them are left out and said', () => {
		const found = judge({}, group([...twelve, 6, 6, 6], [...orders.slice(0, 14), 0]));
		expect(found.primary.values.afterPoints).toBe(2);
		expect(found.primary.doubts).toContain('orders_missing');
	});
});

describe('seasons', () => {
	// The same wave in both years, and in the winter after: January to March are low every year.
	const wave = [4, 5, 7, 12, 14, 12, 10, 12, 14, 16, 14, 8];
	const own = group([...wave, ...wave, 4, 5, 7], Array<number>(27).fill(10_000));
	const twoYears = { effectiveOn: '2026-01-01', checkOn: '2026-04-01' };

	it('are taken out where the baseline spans two years: a low winter is no improvement', () => {
		const given = { ...twoYears, baseline: { since: '2024-01-01', until: '2026-01-01' } };
		const found = judge(given, own);
		expect(found.seasons).toBe(true);
		expect(found.primary.doubts).not.toContain('no_seasons');
		expect(found.outcome).not.toBe('effective');
		expect(found.primary.effect?.upper).toBeGreaterThan(1);
	});

	it('are not where it does not, and that is said', () => {
		const given = { ...twoYears, baseline: { since: '2025-01-01', until: '2026-01-01' } };
		const found = judge(given, own);
		expect(found.seasons).toBe(false);
		expect(found.primary.doubts).toContain('no_seasons');
		expect(found.primary.effect?.estimate).toBeCloseTo(0.5, 9);
	});
});

it('shows the verdict with the months that opened the project in the baseline', () => {
	const peak = [...twelve.slice(0, 10), 40, 40, 6, 6, 6];
	const excluded = [{ since: '2024-11-01', until: '2025-01-01', reason: 'opened it' }];
	const found = judge({ excluded }, group(peak, orders));
	expect(found.primary.values).toMatchObject({ before: 10, beforePoints: 10 });
	const all = found.others.find(({ view }) => view === 'with_excluded');
	expect(all?.values).toMatchObject({ before: 15, beforePoints: 12 });
	expect(all?.effect?.estimate).toBeCloseTo(0.4, 9);
});

describe('against a comparison group', () => {
	const wave = [10, 14, 10, 7, 10, 14, 10, 7, 10, 14, 10, 7, 12, 9, 6];
	const other = [20, 28, 20, 14, 20, 28, 20, 14, 20, 28, 20, 14, 48, 36, 24];
	const compared = judge(
		{ method: 'difference_in_differences', comparison: 'x' },
		group(wave, orders),
		group(other, orders)
	);

	it('is the ratio of both ratios, whatever moves both', () => {
		// Own months are half of the other group's before, a quarter after.
		expect(compared.primary.effect?.estimate).toBeCloseTo(0.5, 9);
		expect(compared.primary.method).toBe('difference_in_differences');
		const views = compared.others.map(({ view }) => view);
		expect(views).toEqual(['own_change', 'comparison_change', 'plain_before_after', 'chart_phase']);
	});

	it('stands beside the verdict where the plan fixed another method', () => {
		const own = judge({ comparison: 'x' }, group(wave, orders), group(other, orders));
		const beside = own.others.find(({ view }) => view === 'against_comparison');
		expect(beside?.effect).toEqual(compared.primary.effect);
		expect(own.primary.method).toBe('rate_regression');
	});

	it('says when both were drifting apart before', () => {
		const rising = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 8, 8, 8];
		const found = judge(
			{ method: 'difference_in_differences', comparison: 'x' },
			group(rising, orders),
			group(
				rising.map(() => 20),
				orders
			)
		);
		expect(found.primary.doubts).toContain('pre_trends_differ');
		expect(judge({}, group(rising, orders)).primary.doubts).toContain('baseline_drifts');
	});

	it('cannot tell from a group compared with itself', () => {
		const itself = { method: 'difference_in_differences', comparison: plan.selection } as const;
		const found = judge(itself, group(wave, orders), group(wave, orders));
		expect(found.outcome).toBe('cannot_tell');
		expect(found.primary.doubts).toContain('comparison_same');
	});

	it('cannot tell without one', () => {
		const found = judge({ method: 'difference_in_differences' }, group(wave, orders));
		expect(found.outcome).toBe('cannot_tell');
		expect(found.primary.doubts).toContain('comparison_missing');
	});
});

it('judges a share by points and counts the cases it turned', () => {
	const share = group(
		[...twelve.map(() => 40), 20, 20, 20],
		orders.map(() => 100),
		{ family: 'share', cases: orders.map(() => 100), multiplier: 1 }
	);
	const found = judge({ measure: 'dissatisfied_share', smallestChange: 0.05, target: 0.25 }, share);
	expect(found.primary.effect).toMatchObject({ kind: 'difference' });
	expect(found.primary.effect?.estimate).toBeCloseTo(-0.2, 12);
	expect(found).toMatchObject({ outcome: 'effective', targetReached: true });
	expect(found.casesAvoided?.value).toBeCloseTo(60, 9);
	expect(found.costAvoided).toBeNull();
});

it('judges times by a shift of their logarithms', () => {
	// All cases take e² minutes before and e¹ after, spread by ±1 step: 200 steps are one unit.
	const at = (middle: number) => ({ at: [middle - 1, middle, middle + 1], counts: [5, 10, 5] });
	const times = [...twelve.map(() => at(400)), at(200), at(200), at(200)];
	const own = {
		...group(
			orders.map(() => 7),
			orders.map(() => 1),
			{ family: 'individual' }
		),
		times
	};
	const found = judge({ measure: 'resolution_median', target: 3 }, own);
	expect(found.primary.effect?.estimate).toBeCloseTo(Math.exp(-1), 12);
	expect(found.primary.values.after).toBeCloseTo(Math.E, 12);
	expect(found).toMatchObject({ outcome: 'effective', targetReached: true });
});

it('offers the method of the measure and the comparison', () => {
	expect(methodsOf('complaint_rate')).toEqual(['rate_regression', 'difference_in_differences']);
	expect(methodsOf('satisfaction_mean')[0]).toBe('mean_difference');
	expect(methodsOf('satisfied_share')[0]).toBe('share_difference');
	expect(methodsOf('first_response_median')[0]).toBe('time_shift');
});
