import { controlChart } from './chart.ts';
import type { ControlChart } from './chart.ts';
import { individualLimits } from './individuals.ts';
import type { PhaseOptions } from './phases.ts';

/**
 * t chart of the times between rare events: an individuals chart of x^(1/exponent), its centre and
 * limits raised back; a lower limit below 0 becomes 0. Points are judged on their own scale.
 * Source: Nelson (1994), Journal of Quality Technology 26:239 (exponent 3.6); Montgomery § 7.3.5.
 * @param values > 0, any unit of time
 */
export function tChart(
	values: readonly number[],
	options: PhaseOptions & { readonly exponent?: number; readonly d2?: number } = {}
): ControlChart {
	const exponent = options.exponent ?? 3.6;
	const roots = values.map((value) => value ** (1 / exponent));
	const { limits } = individualLimits(roots, options, 3 / (options.d2 ?? 1.128));
	const back = (root: number | null): number | null =>
		root === null ? null : Math.max(0, root) ** exponent;
	const original = limits.map(({ center, lower, upper }) => ({
		center: back(center),
		lower: back(lower),
		upper: back(upper)
	}));
	return controlChart(values, original, options.multiplier);
}
