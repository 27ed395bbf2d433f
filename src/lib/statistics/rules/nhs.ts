import { isAbove, isBelow, positions, sideOf } from '../control/beyond.ts';
import { coveredBy, oneWay, steps } from './windows.ts';

/** Values with the centre line and limits they are judged by. */
export interface LimitedSeries {
	readonly values: readonly number[];
	readonly centerLine: number;
	readonly lowerLimit: number;
	readonly upperLimit: number;
}

export type NhsPointType =
	| 'aboveUpperLimit'
	| 'belowLowerLimit'
	| 'trendUp'
	| 'trendDown'
	| 'twoOfThreeAbove'
	| 'twoOfThreeBelow'
	| 'shiftAbove'
	| 'shiftBelow'
	| 'commonCause';

/**
 * The rules of Making Data Count: points beyond the limits, trends of seven, two of three close to
 * a limit, shifts of seven. Whole patterns are marked (of two of three only the close points);
 * `pointType` is the first that applies, in that order.
 * Source: NHS England, Making Data Count; as coded in NHSRplotthedots.
 */
export function nhs(series: LimitedSeries) {
	const { values, centerLine, lowerLimit, upperLimit } = series;
	const sides = values.map((value) => sideOf(value, centerLine));
	const above = positions(values, (value) => isAbove(value, upperLimit));
	const below = positions(values, (value) => isBelow(value, lowerLimit));
	const flags = {
		beyondLimits: [...above, ...below].sort((a, b) => a - b),
		trend: coveredBy(values, 7, (window) => oneWay(steps(window))),
		twoOfThree: closeInThree(sides, closeness(series)),
		shift: coveredBy(sides, 7, oneWay)
	};
	const trend = new Set(flags.trend);
	const twoOfThree = new Set(flags.twoOfThree);
	const shift = new Set(flags.shift);
	const pointType = values.map((_, index): NhsPointType => {
		const position = index + 1;
		const up = sides[index] === 1;
		if (above.includes(position)) return 'aboveUpperLimit';
		if (below.includes(position)) return 'belowLowerLimit';
		if (trend.has(position)) return rises(values, index, trend) ? 'trendUp' : 'trendDown';
		if (twoOfThree.has(position)) return up ? 'twoOfThreeAbove' : 'twoOfThreeBelow';
		if (shift.has(position)) return up ? 'shiftAbove' : 'shiftBelow';
		return 'commonCause';
	});
	return { flags, pointType };
}

/** Close: more than two thirds of the way from the centre to a limit, but not beyond it. */
function closeness(series: LimitedSeries): readonly boolean[] {
	const { values, centerLine, lowerLimit, upperLimit } = series;
	const near = (limit: number): number => centerLine + (2 / 3) * (limit - centerLine);
	return values.map(
		(value) =>
			(isAbove(value, near(upperLimit)) && !isAbove(value, upperLimit)) ||
			(isBelow(value, near(lowerLimit)) && !isBelow(value, lowerLimit))
	);
}

function closeInThree(sides: readonly number[], close: readonly boolean[]): readonly number[] {
	const points = sides.map((side, index) => ({ side, close: close[index]! }));
	const inPattern = coveredBy(
		points,
		3,
		(three) =>
			oneWay(three.map(({ side }) => side)) && three.filter((point) => point.close).length >= 2
	);
	return inPattern.filter((position) => close[position - 1]);
}

/** A point between two trends takes the direction of the step to its right. */
function rises(values: readonly number[], index: number, trend: ReadonlySet<number>): boolean {
	const after = trend.has(index + 2) ? Math.sign(values[index + 1]! - values[index]!) : 0;
	return (after || Math.sign(values[index]! - values[index - 1]!)) > 0;
}
