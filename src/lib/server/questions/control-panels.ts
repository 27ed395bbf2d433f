import { narrowed } from '#lib/filter/change.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ControlFacts } from '#lib/measures/control-facts.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { twoSidedNormalPValue } from '#lib/statistics/distributions/normal.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { byValue, totalCases, type Counted, type OrderRow } from './control-series.ts';

/** A chart with the series it was made of. */
export type MadeChart = ControlFacts & { readonly series: ControlSeries };

export interface MadePanel {
	/** Value of the dimension; null is the blank group. */
	readonly value: string | null;
	readonly chart: MadeChart;
	/** Of the last judged period, against chance alone. */
	readonly pValue: number | null;
	/** Stands out among all panels (Benjamini–Hochberg at 5 %). */
	readonly standsOut: boolean;
}

/** Limits over values of which a period has hardly a case say nothing. */
const fewestCasesAPeriod = 3;

/**
 * A chart for each value of a dimension with enough cases, the farthest from its centre in the last judged
 * period first. Rules for runs have no p-value: corrected for how many are looked at is that last period.
 */
export function madePanels<Row extends Counted>(
	rows: readonly Row[],
	periods: readonly ControlPeriod[],
	dimension: Dimension,
	filter: Filter,
	orders: { readonly all: readonly OrderRow[]; readonly own: readonly OrderRow[] },
	make: (rows: readonly Row[], orders: readonly OrderRow[], selection: Filter) => MadeChart
): readonly MadePanel[] {
	// Orders know only these two of the dimensions; other values share all orders.
	const hasOwn = dimension === 'shop' || dimension === 'product_category';
	const charts = byValue(rows)
		.filter(([, own]) => totalCases(own) >= fewestCasesAPeriod * periods.length)
		.map(([value, own]) => {
			const ownOrders = hasOwn ? orders.own.filter((row) => row.value === value) : orders.all;
			const chart = make(own, ownOrders, narrowed(filter, dimension, [value ?? '']));
			const score = chart.last === null ? null : (chart.judged.scores[chart.last] ?? null);
			return { value, chart, pValue: score === null ? null : twoSidedNormalPValue(score) };
		})
		.filter(({ chart }) => chart.judged.enough);
	const { rejected } = benjaminiHochberg(
		charts.map(({ pValue }) => pValue ?? 1),
		0.05
	);
	return charts
		.map((panel, at) => ({ ...panel, standsOut: rejected[at] ?? false }))
		.sort((a, b) => (a.pValue ?? 1) - (b.pValue ?? 1));
}
