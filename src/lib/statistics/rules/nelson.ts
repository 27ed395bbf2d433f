import { isAbove, positions } from '../control/beyond.ts';
import { beyondTogether, standardized } from './standardized.ts';
import type { CenteredSeries } from './standardized.ts';
import { completedAt, oneWay, steps } from './windows.ts';

/**
 * Nelson's eight rules (GB/T 4091-2001, 八大判异准则), each on its own; 1-based positions of the
 * completing point and of later ones for which the rule still holds.
 * rule1 beyond 3σ; rule2 nine on one side; rule3 six steadily rising or falling; rule4 fourteen
 * alternating; rule5 two of three beyond 2σ; rule6 four of five beyond 1σ; rule7 fifteen within 1σ;
 * rule8 eight with none within 1σ and both sides present.
 * Source: Nelson (1984), Journal of Quality Technology 16:237; marking as R package qcc.
 */
export function nelson(series: CenteredSeries) {
	const z = standardized(series);
	const beyondOne = (one: number): boolean => isAbove(Math.abs(one), 1);
	return {
		flags: {
			rule1: positions(z, (one) => isAbove(Math.abs(one), 3)),
			rule2: completedAt(z.map(Math.sign), 9, oneWay),
			rule3: completedAt(series.values, 6, (window) => oneWay(steps(window))),
			rule4: completedAt(series.values, 14, (window) => alternates(steps(window))),
			rule5: completedAt(z, 3, beyondTogether(2, 2)),
			rule6: completedAt(z, 5, beyondTogether(4, 1)),
			rule7: completedAt(z, 15, (window) => !window.some(beyondOne)),
			rule8: completedAt(
				z,
				8,
				(window) => window.every(beyondOne) && !oneWay(window.map(Math.sign))
			)
		}
	};
}

function alternates(signs: readonly number[]): boolean {
	return signs.every((sign, i) => sign !== 0 && (i === 0 || sign === -signs[i - 1]!));
}
