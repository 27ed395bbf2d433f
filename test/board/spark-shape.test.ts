import { expect, it } from 'vitest';
import { sparkShape } from '#lib/board/spark-shape.ts';
import type { Spark } from '#lib/board/tile.ts';

const spark: Spark = {
	months: ['2025-01-01', '2025-02-01', '2025-03-01'],
	values: [0, 10, 5],
	lower: [0, 0, null],
	upper: [10, 10, null],
	flagged: [0, 1, 0]
};
/** A step of 40 from 5 on, and 0 at 45, 10 at 5. */
const box = { width: 90, height: 50, running: true, target: null, monthEnd: null, limits: true };

it('parts the running month from the whole ones by a dashed step', () => {
	const shape = sparkShape(spark, box);
	expect(shape.line).toBe('M5 45L45 5');
	expect(shape.runningLine).toBe('M45 5L85 25');
	expect(shape.last).toEqual({ x: 85, y: 25 });
});

it('draws limits over the width of each judged month', () => {
	const { upper, lower } = sparkShape(spark, box);
	expect(upper).toBe('M0 5H25L25 5H65');
	expect(lower).toBe('M0 45H25L25 45H65');
	expect(sparkShape(spark, { ...box, limits: false }).upper).toBe('');
});

it('points the way a signal lies', () => {
	const [flag] = sparkShape(spark, box).flags;
	expect(flag).toEqual({ path: 'M45 1.6L48.4 8.4H41.6Z', side: 1 });
});

it('takes target and month end into its scale', () => {
	const shape = sparkShape(spark, {
		...box,
		target: 20,
		monthEnd: { value: 8, lower80: 6, upper80: 10 }
	});
	// 0 at 45, 20 at 5: two pixels a unit.
	expect(shape.target).toBe(5);
	expect(shape.foreseen).toEqual({ x: 81.5, y: 25, width: 7, height: 8 });
});

it('breaks where a month has no value, and draws nothing of nothing', () => {
	const gap = sparkShape({ ...spark, values: [0, null, 10], flagged: [0, 0, 0] }, box);
	expect(gap.line).toBe('M5 45');
	expect(gap.runningLine).toBe('M5 45L85 5');
	const none = sparkShape({ ...spark, values: [null, null, null] }, { ...box, limits: false });
	expect(none).toMatchObject({ line: '', last: null, flags: [] });
});
