import { describe, expect, it } from 'vitest';
import {
	effectOf,
	isWorthwhile,
	morePeriods,
	outcomeOf,
	type Change
} from '#lib/improvement/outcome.ts';

/** A ratio with its limits, as a change on the scale of logarithms. */
const ratio = (estimate: number, lower: number, upper: number, df = 13): Change => ({
	kind: 'ratio',
	estimate: Math.log(estimate),
	lower: Math.log(lower),
	upper: Math.log(upper),
	df,
	dispersion: 1
});
const difference = (estimate: number, lower: number, upper: number): Change => ({
	kind: 'difference',
	estimate,
	lower,
	upper,
	df: 13,
	dispersion: 1
});

describe('outcomeOf', () => {
	it.each([
		['wholly below no change', ratio(0.7, 0.58, 0.82), 'effective'],
		['wholly above', ratio(1.3, 1.1, 1.5), 'worse'],
		['around no change, a tenth less excluded', ratio(0.99, 0.92, 1.06), 'not_shown'],
		['around no change, a tenth less included', ratio(0.93, 0.85, 1.02), 'cannot_tell'],
		['no interval', null, 'cannot_tell']
	] as const)('of a measure that should fall: %s', (_, change, outcome) => {
		expect(outcomeOf(change, 'lower', 0.1)).toBe(outcome);
	});

	it.each([
		[difference(0.04, 0.01, 0.07), 'effective'],
		[difference(-0.04, -0.07, -0.01), 'worse'],
		[difference(0.0, -0.02, 0.02), 'not_shown'],
		[difference(0.02, -0.01, 0.05), 'cannot_tell']
	] as const)('of a measure that should rise, by points: %o', (change, outcome) => {
		expect(outcomeOf(change, 'higher', 0.03)).toBe(outcome);
	});

	it('never says not shown where no smallest worthwhile change is named', () => {
		expect(outcomeOf(ratio(1, 0.999, 1.001), 'lower', null)).toBe('cannot_tell');
	});

	it('says nothing of a measure without a good end', () => {
		expect(outcomeOf(ratio(0.5, 0.4, 0.6), 'neither', 0.1)).toBe('cannot_tell');
	});
});

it('tells whether the change is worth it: a tenth less is a ratio of 0.9, not of 1 ÷ 1.1', () => {
	expect(isWorthwhile(ratio(0.9, 0.8, 0.99), 'lower', 0.1)).toBe(true);
	expect(isWorthwhile(ratio(0.905, 0.8, 0.99), 'lower', 0.1)).toBe(false);
	expect(isWorthwhile(ratio(1.1, 1.01, 1.2), 'higher', 0.1)).toBe(true);
	expect(isWorthwhile(difference(0.03, 0.01, 0.05), 'higher', 0.03)).toBe(true);
});

it('reads a change as people say it', () => {
	expect(effectOf(ratio(0.69, 0.58, 0.82)).upper).toBeCloseTo(0.82, 12);
	expect(effectOf(difference(0.1, 0, 0.2))).toEqual({
		kind: 'difference',
		estimate: 0.1,
		lower: 0,
		upper: 0.2
	});
});

describe('morePeriods', () => {
	it('scales the standard error by the periods', () => {
		// ±0.1 around −0.08 with 12 + 3 points and z: wanted ±0.08, so √(1/12 + 1/(3 + k)) ≤ 0.8 · √(5/12),
		// 1/(3 + k) ≤ 0.64 · 0.41667 − 0.08333 = 0.18333, k ≥ 2.45.
		const change = { ...difference(-0.08, -0.18, 0.02), df: Infinity };
		expect(morePeriods(change, { before: 12, after: 3 }, 'lower', 0.15)).toBe(3);
	});

	it('is null where it tells already, or the baseline is too short for ever', () => {
		const points = { before: 12, after: 3 };
		expect(morePeriods(ratio(0.7, 0.6, 0.8), points, 'lower', 0.1)).toBeNull();
		expect(
			morePeriods(difference(-0.01, -0.2, 0.18), { before: 6, after: 40 }, 'lower', 0.011)
		).toBeNull();
	});
});
