import { expect, it } from 'vitest';
import { holm } from '#lib/statistics/testing/holm.ts';

// R: p.adjust(c(0.03, 0.01, 0.04, 0.02), 'holm')
it('adjusts step down as R does, in the order of the input', () => {
	[0.06, 0.04, 0.06, 0.06].forEach((expected, i) =>
		expect(holm([0.03, 0.01, 0.04, 0.02])[i]).toBeCloseTo(expected, 12)
	);
	expect(holm([0.9, 0.8])).toEqual([1, 1]);
	expect(holm([])).toEqual([]);
});
