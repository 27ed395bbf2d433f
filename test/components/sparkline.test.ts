import { describe, expect, it } from 'vitest';
import { sparklineShape } from '#lib/components/sparkline.ts';

describe('the shape of a small trend', () => {
	it('runs from edge to edge, the largest value at the top', () => {
		const shape = sparklineShape({ values: [0, 10, 5] });
		// Inner box: x from 5 to 259, y from 51 (low) to 5 (high).
		expect(shape.line).toBe('M5 51L132 5L259 28');
		expect(shape.last).toEqual({ x: 259, y: 28 });
		expect(shape.runningLine).toBe('');
	});

	it('is broken where a period has no value, never drawn through zero', () => {
		expect(sparklineShape({ values: [0, null, 10] }).line).toBe('M5 51M259 5');
	});

	it('leaves the running period out of the line and reaches it by a step of its own', () => {
		const shape = sparklineShape({ values: [0, 10, 5], running: true });
		expect(shape.line).toBe('M5 51L132 5');
		expect(shape.runningLine).toBe('M132 5L259 28');
	});

	it('shares its scale with target, limits and the year before', () => {
		const shape = sparklineShape({
			values: [4, 6],
			target: 10,
			limits: [{ from: 0, to: 1, lower: 0, upper: 8 }],
			earlier: [0, 10]
		});
		expect(shape.target).toBe(5);
		expect(shape.limits).toEqual([{ x: 0, width: 264, upper: 14.2, lower: 51 }]);
		expect(shape.earlier).toBe('M5 51L259 5');
	});

	it('holds a flat, a single and an empty series', () => {
		expect(sparklineShape({ values: [3, 3] }).line).toBe('M5 51L259 51');
		expect(sparklineShape({ values: [3] }).last).toEqual({ x: 5, y: 51 });
		expect(sparklineShape({ values: [] })).toMatchObject({ line: '', last: null, target: null });
	});
});
