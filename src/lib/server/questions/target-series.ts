import { emptyFilter } from '#lib/filter/filter.ts';
import { inScope } from '#lib/filter/target-scope.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { controlMeasures, type ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import type { TargetScope, TargetSpan } from '#lib/measures/target.ts';
import { ask } from './ask.ts';
import { seriesOf, type OrderRow, type PeriodRow } from './control-series.ts';
import * as control from './control.ts';
import type { Scope } from './scope.ts';

interface Rows {
	readonly rows: readonly PeriodRow[];
	readonly orders: readonly OrderRow[];
}

/** A measure of the cases of a target over some months, quarters or years. */
export type SeriesOfTarget = (
	measure: ControlMeasureId,
	scope: TargetScope | null,
	span: TargetSpan,
	periods: readonly ControlPeriod[]
) => Promise<ControlSeries>;

/** Orders know only these of the dimensions; other values share all orders. */
const withOrders: readonly (Dimension | 'none')[] = ['shop', 'product_category'];

/**
 * Series of whatever targets are said of, as their control charts have them. Each dimension and span is
 * asked for once. Medians of a quarter or year are those of its cases, not of its months.
 */
export function seriesOfTargets(scope: Scope): SeriesOfTarget {
	const asked = new Map<string, Promise<Rows>>();
	const rowsBy = (step: TargetSpan, dimension: Dimension | 'none'): Promise<Rows> => {
		const key = `${step} ${dimension}`;
		const found = asked.get(key) ?? rowsOf(scope, step, dimension);
		asked.set(key, found);
		return found;
	};
	return async (measure, of, span, periods) => {
		const dimension = of?.dimension ?? 'none';
		const { rows, orders } = await rowsBy(span, dimension);
		const own = of ? rows.filter(({ value }) => (value ?? '') === of.value) : rows;
		const theirs =
			of && withOrders.includes(dimension)
				? orders.filter(({ value }) => (value ?? '') === of.value)
				: orders;
		return seriesOf(controlMeasures[measure], periods, own, theirs);
	};
}

async function rowsOf(
	scope: Scope,
	step: TargetSpan,
	dimension: Dimension | 'none'
): Promise<Rows> {
	const by = withOrders.includes(dimension) ? dimension : 'none';
	const [rows, orders] = await Promise.all([
		ask(scope, control.periods, { step, dimension }),
		scope.ordersCoverSources ? ask(scope, control.periodOrders, { step, dimension: by }) : []
	]);
	return { rows, orders };
}

/** The cases a target is said of, over some days. */
export function filterOfTarget(scope: TargetScope | null, days: { since: string; until: string }) {
	return { ...inScope(emptyFilter, scope), period: { since: days.since, until: days.until } };
}
