import { expect, it } from 'vitest';
import { differenceInDifferences } from '#lib/statistics/proportion/difference-in-differences.ts';

const half = { x: 50, n: 100 };

// By hand: control 0.5 → 0.5, treated 0.5 → 0.4; variance 3 · 0.0025 + 0.0024.
it('takes the change of the control group off that of the treated one', () => {
	const result = differenceInDifferences(
		{ before: half, after: half },
		{ before: half, after: { x: 40, n: 100 } }
	);
	expect(result.differenceInDifferences).toBeCloseTo(-0.1, 12);
	expect(result.standardError).toBeCloseTo(Math.sqrt(0.0099), 12);
	expect(result.z).toBeCloseTo(-0.1 / Math.sqrt(0.0099), 12);
	expect(result.upper).toBeCloseTo(-0.1 + 1.959963984540054 * Math.sqrt(0.0099), 12);
});

it('is not defined for an empty cell and has no z where nothing varies', () => {
	const empty = { x: 0, n: 0 };
	const missing = differenceInDifferences(
		{ before: half, after: empty },
		{ before: half, after: half }
	);
	expect(missing).toMatchObject({ controlChange: null, treatedChange: 0, standardError: null });
	const all = { x: 9, n: 9 };
	const certain = differenceInDifferences({ before: all, after: all }, { before: all, after: all });
	expect(certain).toMatchObject({ differenceInDifferences: 0, z: null, pValue: null });
});
