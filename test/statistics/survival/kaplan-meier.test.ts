import { describe, expect, it } from 'vitest';
import { kaplanMeier } from '#lib/statistics/survival/kaplan-meier.ts';
import { endedBy, survivalQuantile } from '#lib/statistics/survival/survival-quantile.ts';

// Freireich et al. (1963), 6-MP arm, weeks of remission, + still in remission; the curve is printed
// in Klein & Moeschberger (2003), table 4.1, the intervals in R survfit(conf.type = "log-log").
const sixMp = {
	duration: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
	event: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
};

describe('kaplanMeier', () => {
	it('gives the published curve of the 6-MP trial', () => {
		const { n, events, steps } = kaplanMeier(sixMp);
		expect([n, events]).toEqual([21, 9]);
		expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
			[6, 21],
			[7, 17],
			[10, 15],
			[13, 12],
			[16, 11],
			[22, 7],
			[23, 6]
		]);
		const published = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448];
		steps.forEach(({ survival }, i) => expect(survival).toBeCloseTo(published[i] ?? NaN, 3));
		// Standard errors of table 4.1.
		const errors = [0.076, 0.087, 0.096, 0.107, 0.114, 0.128, 0.135];
		steps.forEach(({ survival, logVariance }, i) =>
			expect(survival * Math.sqrt(logVariance)).toBeCloseTo(errors[i] ?? NaN, 3)
		);
	});

	it('is the same from cells with counts', () => {
		const cells = kaplanMeier({
			duration: [35, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 34],
			event: [
				false,
				true,
				false,
				true,
				false,
				true,
				false,
				false,
				true,
				true,
				false,
				false,
				false,
				true,
				true,
				false,
				false,
				false
			],
			n: [1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1]
		});
		expect(cells).toEqual(kaplanMeier(sixMp));
	});

	it('refuses negative durations, which belong in a warning and not in a curve', () => {
		expect(() => kaplanMeier({ duration: [3, -1], event: [1, 1] })).toThrow(RangeError);
	});
});

describe('survivalQuantile', () => {
	it('gives the median of 23 weeks with 13 below and no limit above', () => {
		expect(survivalQuantile(kaplanMeier(sixMp), 0.5)).toEqual({
			value: 23,
			lower: 13,
			upper: null
		});
	});

	// Miller (1997), acute myelogenous leukaemia, R survival::aml: medians 31 and 23 weeks.
	it('gives the medians of both arms of the aml trial', () => {
		const maintained = kaplanMeier({
			duration: [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161],
			event: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]
		});
		const nonmaintained = kaplanMeier({
			duration: [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
			event: [1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]
		});
		expect(survivalQuantile(maintained, 0.5)).toEqual({ value: 31, lower: 13, upper: null });
		expect(survivalQuantile(nonmaintained, 0.5)).toEqual({ value: 23, lower: 5, upper: 33 });
	});

	it('says "not reached" with null', () => {
		const curve = kaplanMeier(sixMp);
		expect(survivalQuantile(curve, 0.9)).toMatchObject({ value: null });
		expect(survivalQuantile(kaplanMeier({ duration: [], event: [] }), 0.5).value).toBeNull();
	});

	it('counts a share as reached when the steps multiply to it', () => {
		const duration = Array.from({ length: 10 }, (_, i) => i + 1);
		const curve = kaplanMeier({ duration, event: duration.map(() => 1) });
		expect(survivalQuantile(curve, 0.5).value).toBe(5);
		expect(survivalQuantile(curve, 0.9).value).toBe(9);
	});
});

describe('endedBy', () => {
	// Log-log limits by scipy 1.17.1 (ecdf, method "log-log"): S(10) = 0.7529 within 0.5032..0.8894.
	it('gives the share ended by a time with its limits', () => {
		const { share, lower, upper } = endedBy(kaplanMeier(sixMp), 10);
		expect(share).toBeCloseTo(1 - 0.75294118, 8);
		expect(lower).toBeCloseTo(1 - 0.88936184, 8);
		expect(upper).toBeCloseTo(1 - 0.50319951, 8);
	});

	it('is 0 before the first event, 1 after the last case, null without cases', () => {
		expect(endedBy(kaplanMeier(sixMp), 5).share).toBe(0);
		expect(endedBy(kaplanMeier({ duration: [2], event: [1] }), 2).share).toBe(1);
		expect(endedBy(kaplanMeier({ duration: [], event: [] }), 2).share).toBeNull();
	});
});
