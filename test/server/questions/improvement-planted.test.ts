import { expect, it } from 'vitest';
import { withDemo, yearBefore } from './improvement-demo.ts';

it('finds the planted improvement effective, by an interval that covers what was planted', async () => {
	await withDemo(60_000, 1, async ({ truth }, check) => {
		const { subcategory, from_day, rate_ratio } = truth.planted.improvement;
		const selection = new URLSearchParams({ subcategory }).toString();
		const { verdict, problem } = await check(yearBefore(from_day, { selection }));
		expect(problem).toBeNull();
		expect(verdict).toMatchObject({ outcome: 'effective', due: true, smallestChangeReached: true });
		const { lower, upper } = verdict?.primary.effect ?? { lower: NaN, upper: NaN };
		expect(lower).toBeLessThan(rate_ratio);
		expect(upper).toBeGreaterThan(rate_ratio);
	});
}, 120_000);
