import { expect, it } from 'vitest';
import { comparePairs } from './pairs.ts';

it('counts working time and due instants in SQL as for one case, on 20,000 random pairs', async () => {
	const { compared, different } = await comparePairs(20_000, 1);
	expect(different.slice(0, 3)).toEqual([]);
	expect(compared).toBe(20_000);
}, 120_000);
