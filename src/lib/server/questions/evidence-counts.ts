import type { DayRange } from '#lib/filter/filter.ts';
import { daysBetween } from '#lib/filter/period.ts';
import type { FrozenValue } from '#lib/improvement/evidence.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { familyOf, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { shownValue } from '#lib/measures/control-chart.ts';
import { controlMeasures, type PeriodSums } from '#lib/measures/control-measures.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { noOwnSums, type OwnSums } from '#lib/measures/own-values.ts';
import { ask } from './ask.ts';
import { noSums, seriesOf, type Counted, type OrderRow } from './control-series.ts';
import * as control from './control.ts';
import { ownCounted, ownSeries } from './own-rows.ts';
import type { Scope } from './scope.ts';

type Row = Counted & { readonly since: string };

/** Which rows a value is made of. */
interface Choice {
	readonly isIn: (row: Row) => boolean;
	/** Of the orders, which are counted day by day. */
	readonly hasOrders: (row: OrderRow) => boolean;
	/** Several values as one: medians of values do not make a median of all. */
	readonly together: boolean;
}

/** What a measure was counted by, and the value some of it make together. */
export interface EvidenceCounts {
	readonly rows: readonly Row[];
	readonly valueOf: (days: DayRange, choice: Choice) => Pick<FrozenValue, 'value' | 'cases'>;
}

interface Grain {
	readonly step: 'month' | 'week' | 'day' | 'all';
	readonly dimension: Dimension | 'none';
	/** Orders know only two of the dimensions. */
	readonly ordersBy: Dimension | 'none';
}

/** The counts of a measure among the cases of a scope, of one that ships or of one's own. */
export async function evidenceCounts(
	scope: Scope,
	measure: ChartedMeasure,
	{ step, dimension, ordersBy }: Grain
): Promise<EvidenceCounts> {
	if (typeof measure !== 'string') {
		const { rows, orders } = await ownCounted(scope, measure, { step, dimension }, ordersBy, 'day');
		return counted(rows, orders, ownNames, (periods, own, behind) =>
			ownSeries(measure, periods, { rows: own, orders: behind })
		);
	}
	const orders =
		familyOf(measure) === 'rate' && scope.ordersCoverSources
			? await ask(scope, control.periodOrders, { step: 'day', dimension: ordersBy })
			: [];
	const rows = await ask(scope, control.periods, { step, dimension });
	return counted(rows, orders, names, (periods, own, behind) =>
		seriesOf(controlMeasures[measure], periods, own, behind)
	);
}

const names = Object.keys(noSums) as readonly (keyof PeriodSums)[];
const ownNames = Object.keys(noOwnSums) as readonly (keyof OwnSums)[];

function counted<Name extends string, R extends Row & { readonly [N in Name]: number | null }>(
	rows: readonly R[],
	orders: readonly OrderRow[],
	sums: readonly Name[],
	series: (
		periods: readonly ControlPeriod[],
		rows: readonly R[],
		orders: readonly OrderRow[]
	) => ControlSeries
): EvidenceCounts {
	return {
		rows,
		valueOf: ({ since, until }, { isIn, hasOrders, together }) => {
			const period = { since, until, days: daysBetween(since, until), partial: false };
			const chosen = rows.filter(isIn);
			const own = together && chosen.length > 0 ? [summed(chosen, sums)] : chosen;
			const daily = orders.filter(hasOrders);
			const total: OrderRow = {
				since,
				value: null,
				orders: daily.reduce((sum, row) => sum + row.orders, 0),
				days_with_orders: new Set(daily.map((row) => row.since)).size
			};
			const one = own.map((row) => ({ ...row, since }));
			const made = series([period], one, [total]);
			return { value: shownValue(made, 0), cases: made.cases[0] ?? 0 };
		}
	};
}

/** Several values as one, without their medians and quantiles. */
function summed<Name extends string, R extends Row & { readonly [N in Name]: number | null }>(
	rows: readonly R[],
	sums: readonly Name[]
): R {
	const ofAll = (name: Name): number | null =>
		/median|quantile/i.test(name) ? null : rows.reduce((sum, row) => sum + (row[name] ?? 0), 0);
	const cases = rows.reduce((sum, row) => sum + row.cases, 0);
	return { ...rows[0]!, ...Object.fromEntries(sums.map((name) => [name, ofAll(name)])), cases };
}
