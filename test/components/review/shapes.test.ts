import { expect, test } from 'vitest';
import { niceCeiling } from '#lib/components/review/nice-ceiling.ts';
import { spreadLabels, trendShape } from '#lib/components/review/trend-shape.ts';
import { waterfallBars } from '#lib/components/review/waterfall-bars.ts';

test('each row of the waterfall begins where the one before ended, the total from zero', () => {
	const { zero, rows } = waterfallBars([
		{ kind: 'exposure', change: 78 },
		{ kind: 'value', change: 31 },
		{ kind: 'value', change: -174 },
		{ kind: 'total', change: -65 }
	]);
	// From −65 to 109 in 78 per cent of the width, 11 free at both ends.
	const x = (value: number): number => Math.round((11 + ((value + 65) * 78) / 174) * 100) / 100;
	expect(zero).toBe(x(0));
	expect(rows.map(({ from, link }) => [from, link])).toEqual([
		[x(0), x(78)],
		[x(78), x(109)],
		[x(-65), x(-65)],
		[x(-65), null]
	]);
	expect(rows.map(({ labelLeft }) => labelLeft)).toEqual([false, false, true, true]);
});

test('a trend breaks its line where a month has no value, and ends in the month reviewed', () => {
	const shape = trendShape({
		months: ['2025-08-01', '2025-09-01', '2025-10-01'],
		values: [1, null, 3],
		center: [2, 2, 2],
		lower: [0, 0, 0],
		upper: [4, 4, 4]
	});
	// 0 lies at 94, 4 at 6: one unit is 22.
	expect(shape?.line).toBe('M0 72M100 28');
	expect(shape?.upper).toBe('M0 6L50 6L100 6');
	expect(shape?.end).toEqual({ x: 100, value: 28, upper: 6, lower: 94, center: 50 });
	expect(shape?.points).toEqual([{ x: 0, y: 72 }]);
	const nothing = { months: ['2025-10-01'], values: [null], center: [], lower: [], upper: [] };
	expect(trendShape(nothing)).toBeNull();
});

test('labels that would cover each other move apart by as little as it takes, in order', () => {
	const moved = spreadLabels([{ at: 52 }, { at: 50 }, { at: 10 }], 12);
	expect(moved.map(({ at }) => at)).toEqual([10, 45, 57]);
});

test('an axis ends at a round number whose quarters are round', () => {
	expect([2260, 2400, 2401, 97, 3, 0].map(niceCeiling)).toEqual([2400, 2400, 3000, 100, 4, 4]);
});
