import type { Dimension } from '#lib/measures/case-fields.ts';
import { ownFiltersWithin } from '#lib/filter/own-filters.ts';
import { isByOrders, type OwnDesign } from '#lib/measures/own-measure.ts';
import {
	noOwnSums,
	ownCases,
	ownControlMeasure,
	ownValue,
	type OwnSums,
	type OwnValue
} from '#lib/measures/own-values.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { ask } from './ask.ts';
import { seriesFrom, type OrderRow } from './control-series.ts';
import * as control from './control.ts';
import { ownScopeOf } from './own-scope.ts';
import * as own from './own.ts';
import type { Scope } from './scope.ts';

/** What was counted of one period and value of a dimension. */
export type OwnRow = OwnSums & {
	readonly since: string;
	readonly value: string | null;
	/** Cases the value rests on. */
	readonly cases: number;
};

interface Grain {
	readonly step: 'month' | 'week' | 'day' | 'quarter' | 'year' | 'all';
	readonly dimension: Dimension | 'none';
}

/** The counts of an own measure within a scope made by `ownScopeOf`. */
export async function ownRows(
	scope: Scope,
	design: OwnDesign,
	grain: Grain
): Promise<readonly OwnRow[]> {
	const complete = (row: Partial<OwnSums> & { since: string; value: string | null }): OwnRow => {
		const sums = { ...noOwnSums, ...row };
		return { ...sums, cases: ownCases(design, sums) };
	};
	switch (design.kind) {
		case 'quantile': {
			const { time, quantile } = design;
			const rows = await ask(scope, own.quantiles, { ...grain, time, quantile });
			return rows.map(({ quantile_lower, quantile_upper, ...row }) =>
				complete({ ...row, quantileLower: quantile_lower, quantileUpper: quantile_upper })
			);
		}
		case 'mean': {
			const rows = await ask(scope, own.means, { ...grain, number: design.number });
			return rows.map(({ total, square_total, ...row }) =>
				complete({ ...row, sum: total, squareSum: square_total })
			);
		}
		default:
			return (await ask(scope, own.counts, { ...grain })).map(complete);
	}
}

/** Orders behind a rate; none where the measure does not count by them, or they cover some logs only. */
export async function ownOrders(
	scope: Scope,
	design: OwnDesign,
	{ step, dimension }: Grain
): Promise<readonly OrderRow[]> {
	if (!isByOrders(design) || !scope.ordersCoverSources) return [];
	return ask(scope, control.periodOrders, { step, dimension });
}

/** What an own measure is charted of. */
export interface OwnCounted {
	readonly rows: readonly OwnRow[];
	readonly orders: readonly OrderRow[];
}

/**
 * The counts of an own measure among the cases of a page; none where no case can be of both.
 * @param ordersBy what orders are told apart by: they do not know every dimension
 * @param ordersStep periods of the orders, where they are wanted by finer ones
 */
export async function ownCounted(
	page: Scope,
	design: OwnDesign,
	grain: Grain,
	ordersBy: Grain['dimension'] = grain.dimension,
	ordersStep: Grain['step'] = grain.step
): Promise<OwnCounted> {
	const filters = ownFiltersWithin(page.filter, design);
	if (typeof filters === 'string') return { rows: [], orders: [] };
	const scope = await ownScopeOf(page.person, filters, page.signal);
	const [rows, orders] = await Promise.all([
		ownRows(scope, design, grain),
		ownOrders(scope, design, { step: ordersStep, dimension: ordersBy })
	]);
	return { rows, orders };
}

/** The series of an own measure; a period without a row had no case. */
export function ownSeries(
	design: OwnDesign,
	periods: readonly ControlPeriod[],
	{ rows, orders }: OwnCounted
): ControlSeries {
	return seriesFrom(ownControlMeasure(design), periods, rows, orders, noOwnSums);
}

/** The measure in one period, with what it was made of. */
export interface OwnPeriod extends OwnValue {
	readonly since: string;
	readonly until: string;
	/** The log knows only a part of it. */
	readonly partial: boolean;
	readonly sums: OwnSums;
	readonly cases: number;
}

/** The measure period by period; a period without a row had no case. */
export function ownPeriods(
	design: OwnDesign,
	periods: readonly ControlPeriod[],
	rows: readonly OwnRow[],
	orders: readonly OrderRow[]
): readonly OwnPeriod[] {
	const series = ownSeries(design, periods, { rows, orders });
	const bySince = new Map(rows.map((row) => [row.since, row]));
	return periods.map(({ since, until, partial }, at) => {
		const exposure = design.kind === 'rate' ? (series.sizes[at] ?? 0) : 0;
		const counted = bySince.get(since) ?? noOwnSums;
		const { basis, part, counted: n, sum, squareSum } = counted;
		const { quantile, quantileLower, quantileUpper } = counted;
		const sums: OwnSums = {
			...{ basis, part, counted: n, sum, squareSum, quantile, quantileLower, quantileUpper },
			exposure
		};
		return {
			since,
			until,
			partial,
			sums,
			cases: ownCases(design, sums),
			...ownValue(design, sums)
		};
	});
}
