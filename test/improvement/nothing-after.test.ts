import { expect, it } from 'vitest';
import type { CheckGroup } from '#lib/improvement/check-group.ts';
import { rateChange } from '#lib/improvement/check-rate.ts';

const group = (amounts: readonly number[]): CheckGroup => ({
	series: {
		family: 'rate',
		periods: amounts.map((_, at) => ({
			since: `2024-0${at + 1}-01`,
			until: `2024-0${at + 2}-01`,
			days: 30,
			partial: false
		})),
		amounts,
		sizes: amounts.map(() => 10_000),
		cases: amounts,
		multiplier: 10_000
	},
	squares: [],
	times: [],
	ordersMissing: amounts.map(() => false)
});

it('months after without a complaint are a change to zero; no month after is no change', () => {
	const own = group([10, 12, 9, 11, 0, 0]);
	expect(rateChange(own, { before: [0, 1, 2, 3], after: [4, 5] }, null)?.estimate).toBe(-Infinity);
	expect(rateChange(own, { before: [0, 1, 2, 3], after: [] }, null)).toBeNull();
});
