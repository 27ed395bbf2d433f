import { twoSidedNormalPValue, twoSidedNormalQuantile } from '../distributions/normal.ts';

/** x successes of n trials before and after. */
export interface BeforeAfter {
	readonly before: { readonly x: number; readonly n: number };
	readonly after: { readonly x: number; readonly n: number };
}

/**
 * How much more a share changed in the treated group than in the control group, which stands for
 * what would have happened anyway; Wald interval and test.
 * Source: Angrist & Pischke (2009), Mostly Harmless Econometrics, § 5.2.
 * @returns changes null where a cell is empty; z and pValue null where nothing varies
 */
export function differenceInDifferences(
	control: BeforeAfter,
	treated: BeforeAfter,
	confidence = 0.95
) {
	const controlChange = change(control);
	const treatedChange = change(treated);
	if (controlChange === null || treatedChange === null)
		return {
			controlChange,
			treatedChange,
			differenceInDifferences: null,
			standardError: null,
			lower: null,
			upper: null,
			z: null,
			pValue: null
		};
	const difference = treatedChange - controlChange;
	const cells = [control.before, control.after, treated.before, treated.after];
	const standardError = Math.sqrt(
		cells.reduce((variance, { x, n }) => variance + ((x / n) * (1 - x / n)) / n, 0)
	);
	const margin = twoSidedNormalQuantile(confidence) * standardError;
	const z = standardError > 0 ? difference / standardError : null;
	return {
		controlChange,
		treatedChange,
		differenceInDifferences: difference,
		standardError,
		lower: difference - margin,
		upper: difference + margin,
		z,
		pValue: z === null ? null : twoSidedNormalPValue(z)
	};
}

function change({ before, after }: BeforeAfter): number | null {
	return before.n > 0 && after.n > 0 ? after.x / after.n - before.x / before.n : null;
}
