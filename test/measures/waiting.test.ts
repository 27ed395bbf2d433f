import { describe, expect, it } from 'vitest';
import { nonResponseBounds } from '#lib/measures/non-response.ts';
import { waitingDensity } from '#lib/measures/waiting-density.ts';
import { scaleOf } from '#lib/measures/waiting-time.ts';

describe('densities of waits by score', () => {
	// Waits of score 5: 0 (drawn at 1 minute), 10, 10, 1,000; of score 1: 10, three times.
	const steps = [
		{ score: 5, step: 0, cases: 1 },
		{ score: 5, step: 100, cases: 2 },
		{ score: 5, step: 300, cases: 1 },
		{ score: 1, step: 100, cases: 3 }
	];
	const medians = [
		{ score: 5, minutes_median: 10 },
		{ score: 1, minutes_median: 10 }
	];

	it('has an area of one for each score that was given, and none for the others', () => {
		const found = waitingDensity(steps, medians);
		if (!found) throw new Error('there are cases');
		const width = (found.at[1] ?? 0) - (found.at[0] ?? 0);
		const areas = found.scores.map(({ density }) => density.reduce((sum, d) => sum + d * width, 0));
		// Two kernel widths beyond the outermost case hold 97.7 % of its share.
		expect(areas[0]).toBeGreaterThan(0.97);
		expect(areas[0]).toBeLessThan(1.001);
		expect(areas.slice(1, 4)).toEqual([0, 0, 0]);
		expect(areas[4]).toBeCloseTo(1, 3);
	});

	it('begins two kernel widths before the shortest wait, and passes medians on', () => {
		const found = waitingDensity(steps, medians);
		expect(found?.at[0]).toBeCloseTo(-0.36, 12);
		expect(
			found?.scores.map(({ score, cases, medianMinutes }) => [score, cases, medianMinutes])
		).toEqual([
			[5, 4, 10],
			[4, 0, null],
			[3, 0, null],
			[2, 0, null],
			[1, 3, 10]
		]);
	});

	it('says nothing of no case', () => {
		expect(waitingDensity([], [])).toBeNull();
	});
});

describe('the bounds of those who did not rate', () => {
	it('take all of them as dissatisfied, then all as satisfied', () => {
		expect(nonResponseBounds({ cases: 10, rated: 4, satisfied: 3 })).toEqual({
			lowest: 0.3,
			highest: 0.9
		});
		expect(nonResponseBounds({ cases: 0, rated: 0, satisfied: 0 })).toBeNull();
	});
});

it('reads a log by days only where every time is a whole number of them', () => {
	expect(scaleOf(10, 10)).toBe('days');
	expect(scaleOf(10, 9)).toBe('minutes');
	expect(scaleOf(0, 0)).toBe('minutes');
});
