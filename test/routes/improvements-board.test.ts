import { expect, test } from 'vitest';
import { sortedCards } from '../../src/routes/improvements/board-sort.ts';
import { trendShape, trendSize } from '../../src/routes/improvements/card-trend.ts';
import type { BoardCard } from '#lib/server/questions/improvements-card.ts';

test('a trend shares its scale with the target and turns at the effective date', () => {
	// 116 wide with margins of 4: steps of 36; 36 high with margins of 4: 28 from 0 to 4.
	const shape = trendShape({ values: [4, 2, 1, 3], after: 2 }, 0);
	expect(shape).toEqual({
		before: 'M4 4L40 18',
		after: 'M40 18L76 25L112 11',
		effective: 58,
		target: 32,
		last: { x: 112, y: 11 }
	});
	expect(trendSize).toEqual({ width: 116, height: 36 });
});

test('a trend breaks where a period has no value, and has no date before it takes effect', () => {
	const shape = trendShape({ values: [1, null, 2, 1, null], after: -1 }, null);
	expect(shape.before).toBe('M4 32M58 4L85 32');
	expect(shape).toMatchObject({ after: '', effective: null, target: null, last: { x: 85, y: 32 } });
});

test('a list is sorted either way with what has no value last', () => {
	const card = (number: string, targetOn: string | null) =>
		({ number, plan: { targetOn } }) as unknown as BoardCard;
	const cards = [card('a', '2026-01-01'), card('b', null), card('c', '2025-01-01')];
	const order = (descending: boolean) =>
		sortedCards(cards, { sort: 'target_on', descending }).map(({ number }) => number);
	expect(order(false)).toEqual(['c', 'a', 'b']);
	expect(order(true)).toEqual(['a', 'c', 'b']);
});
