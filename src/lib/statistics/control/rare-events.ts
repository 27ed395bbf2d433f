import { mean } from '../sum.ts';
import { controlChart } from './chart.ts';
import type { ControlChart, PointLimits } from './chart.ts';
import { individualLimits } from './individuals.ts';
import { phasesOf, type PhaseOptions } from './phases.ts';

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

/**
 * g chart of whole numbers between rare events (days, cases): mean ḡ, limits ḡ ± 3√(ḡ(ḡ + 1)), the lower cut
 * at 0; the geometric distribution's standard deviation.
 * Source: Benneyan (2001), Health Care Management Science 4:305; Montgomery § 7.3.5.
 * @param values ≥ 0
 */
export function gChart(values: readonly number[], options: PhaseOptions = {}): ControlChart {
	const limits = phasesOf(values.length, options).flatMap(({ indexes, basis }) => {
		const center = basis.length === 0 ? null : mean(basis.map((index) => values[index]!));
		const margin = center === null ? NaN : 3 * Math.sqrt(center * (center + 1));
		return indexes.map((): PointLimits =>
			center === null
				? { center, lower: null, upper: null }
				: { center, lower: Math.max(0, center - margin), upper: center + margin }
		);
	});
	return controlChart(values, limits, options.multiplier);
}
