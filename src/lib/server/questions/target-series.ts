import { emptyFilter } from '#lib/filter/filter.ts';
import { inScope } from '#lib/filter/target-scope.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { measureKey, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { controlMeasures } from '#lib/measures/control-measures.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import type { TargetScope, TargetSpan } from '#lib/measures/target.ts';
import { ask } from './ask.ts';
import { seriesOf, type OrderRow, type PeriodRow } from './control-series.ts';
import * as control from './control.ts';
import { ownCounted, ownSeries, type OwnCounted } from './own-rows.ts';
import type { Scope } from './scope.ts';

interface Rows<Row> {
	readonly rows: readonly Row[];
	readonly orders: readonly OrderRow[];
}

/** A measure of the cases of a target over some months, quarters or years. */
export type SeriesOfTarget = (
	measure: ChartedMeasure,
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
	const shipped = asking<Rows<PeriodRow>>();
	const owns = asking<OwnCounted>();
	return async (measure, of, step, periods) => {
		const dimension = of?.dimension ?? 'none';
		const by = withOrders.includes(dimension) ? dimension : 'none';
		const place = `${step} ${dimension}`;
		const theirs = <Row>({ rows, orders }: Rows<Row & { readonly value: string | null }>) => {
			const isOf = ({ value }: { readonly value: string | null }) => (value ?? '') === of?.value;
			return {
				rows: of ? rows.filter(isOf) : rows,
				orders: of && by !== 'none' ? orders.filter(isOf) : orders
			};
		};
		if (typeof measure !== 'string') {
			const counted = await owns(`${place} ${measureKey(measure)}`, () =>
				ownCounted(scope, measure, { step, dimension }, by)
			);
			return ownSeries(measure, periods, theirs(counted));
		}
		const { rows, orders } = theirs(await shipped(place, () => rowsOf(scope, step, dimension, by)));
		return seriesOf(controlMeasures[measure], periods, rows, orders);
	};
}

/** Asks for each thing once. */
function asking<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
	const asked = new Map<string, Promise<T>>();
	return (key, ask) => {
		const found = asked.get(key) ?? ask();
		asked.set(key, found);
		return found;
	};
}

async function rowsOf(
	scope: Scope,
	step: TargetSpan,
	dimension: Dimension | 'none',
	by: Dimension | 'none'
): Promise<Rows<PeriodRow>> {
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
