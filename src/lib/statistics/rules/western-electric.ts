import { isAbove, positions } from '../control/beyond.ts';
import { beyondTogether, standardized } from './standardized.ts';
import type { CenteredSeries } from './standardized.ts';
import { completedAt, oneWay } from './windows.ts';

/**
 * Western Electric rules, each on its own; 1-based positions of the completing point and of later
 * ones for which the rule still holds.
 * rule1 beyond 3σ; rule2 two of three beyond 2σ, same side; rule3 four of five beyond 1σ, same side;
 * rule4 eight on one side.
 * Source: Western Electric (1956), Statistical Quality Control Handbook; marking as R package qcc.
 */
export function westernElectric(series: CenteredSeries) {
	const z = standardized(series);
	return {
		flags: {
			rule1: positions(z, (one) => isAbove(Math.abs(one), 3)),
			rule2: completedAt(z, 3, beyondTogether(2, 2)),
			rule3: completedAt(z, 5, beyondTogether(4, 1)),
			rule4: completedAt(z.map(Math.sign), 8, oneWay)
		}
	};
}
