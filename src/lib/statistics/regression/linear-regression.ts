import { twoSidedTPValue, twoSidedTQuantile } from '../distributions/student-t.ts';
import { mean } from '../sum.ts';

/**
 * Straight line y = intercept + slope · x by least squares.
 * @returns everything but df null when x is constant or there are fewer than two points; errors,
 * limits and pValue null when df = 0; rSquared null when y is constant
 * Source: Draper & Smith (1998), ch. 1; R summary(lm).
 */
export function linearRegression(x: readonly number[], y: readonly number[], confidence = 0.95) {
	const n = x.length;
	const df = n - 2;
	const [xMean, yMean] = [mean(x), mean(y)];
	let [xx, xy, yy] = [0, 0, 0];
	x.forEach((value, i) => {
		xx += (value - xMean) ** 2;
		xy += (value - xMean) * (y[i]! - yMean);
		yy += (y[i]! - yMean) ** 2;
	});
	if (!(xx > 0)) return { ...noErrors, slope: null, intercept: null, rSquared: null, df };
	const slope = xy / xx;
	const intercept = yMean - slope * xMean;
	const residual = y.reduce(
		(sum, value, i) => sum + (value - yMean - slope * (x[i]! - xMean)) ** 2,
		0
	);
	const rSquared = yy > 0 ? 1 - residual / yy : null;
	if (df < 1) return { ...noErrors, slope, intercept, rSquared, df };
	const residualStandardError = Math.sqrt(residual / df);
	const slopeStandardError = residualStandardError / Math.sqrt(xx);
	const margin = twoSidedTQuantile(confidence, df) * slopeStandardError;
	const t = slope / slopeStandardError;
	return {
		slope,
		intercept,
		slopeStandardError,
		interceptStandardError: residualStandardError * Math.sqrt(1 / n + (xMean * xMean) / xx),
		slopeLower: slope - margin,
		slopeUpper: slope + margin,
		rSquared,
		residualStandardError,
		df,
		pValue: Number.isNaN(t) ? null : twoSidedTPValue(t, df)
	};
}

const noErrors = {
	slopeStandardError: null,
	interceptStandardError: null,
	slopeLower: null,
	slopeUpper: null,
	residualStandardError: null,
	pValue: null
};
