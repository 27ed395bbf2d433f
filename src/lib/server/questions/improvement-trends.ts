import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { formatFilter } from '#lib/filter/codec.ts';
import { sidesOf, type Side } from '#lib/improvement/check-periods.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { shownValue } from '#lib/measures/control-chart.ts';
import {
	controlMeasures,
	type ControlMeasure,
	type ControlMeasureId,
	type PeriodSums
} from '#lib/measures/control-measures.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import type { Person } from '#lib/server/access/person.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { ask, asking } from './ask.ts';
import * as control from './control.ts';
import { controlPeriods } from './control-periods.ts';
import { noSums, seriesFrom } from './control-series.ts';
import { selectionOf } from './improvement-check.ts';
import { planSeries, timeOf } from './improvement-group.ts';
import { scopeOf, type Scope } from './scope.ts';

/** What a card draws of a plan: its last periods. */
export interface PlanTrend {
	readonly periods: readonly ControlPeriod[];
	readonly values: readonly (number | null)[];
	readonly side: readonly Side[];
}

type Drawn = Pick<Plan, 'measure' | 'step' | 'selection'>;
/** Own measures have questions of their own. */
interface Shipped extends Omit<Drawn, 'measure'> {
	readonly measure: ControlMeasureId;
}

function isShipped<T extends Drawn>(plan: T): plan is T & Shipped {
	return typeof plan.measure === 'string';
}

const cardPoints = 24;
const nothing: PlanTrend = { periods: [], values: [], side: [] };

/**
 * The last periods of each plan, one entry a plan. Plans that choose their cases by dimensions alone are
 * asked for in one question, the others each in one of its own.
 */
export async function trendOf(
	person: Person,
	plans: readonly Plan[],
	signal?: AbortSignal
): Promise<readonly PlanTrend[]> {
	const filters = plans.map(({ selection }) => selectionOf(selection));
	// Of the same logs, and told from others by nothing but dimensions.
	const together = Map.groupBy(
		plans.filter(isShipped).filter((plan) => isByDimensions(selectionOf(plan.selection))),
		({ selection }) => JSON.stringify(selectionOf(selection)?.sources)
	);
	const asked = await Promise.all(
		[...together.values()].map((own) => seriesTogether(person, own, signal))
	);
	const series = new Map(asked.flatMap((own) => [...own]));
	return Promise.all(
		plans.map(async (plan, at) => {
			const filter = filters[at];
			if (!filter) return nothing;
			return trendFrom(plan, series.get(plan) ?? (await seriesAlone(person, plan, filter, signal)));
		})
	);
}

const everything: Filter = { ...emptyFilter, period: 'all', comparison: 'none' };

/** Nothing but values of dimensions tells the cases it means from all others. */
function isByDimensions(filter: Filter | null | undefined): boolean {
	if (!filter) return false;
	const rest = formatFilter({ ...filter, dimensions: {}, sources: [] }).toString();
	return rest === formatFilter(everything).toString();
}

function trendFrom(plan: Plan, series: ControlSeries | null): PlanTrend {
	if (!series) return nothing;
	const { periods } = series;
	return {
		periods,
		values: periods.map((_, at) => shownValue(series, at)),
		side: sidesOf(plan, periods)
	};
}

async function seriesAlone(
	person: Person,
	plan: Drawn,
	filter: Filter,
	signal: AbortSignal | undefined
): Promise<ControlSeries | null> {
	const scope = await scopeOf(person, filter, signal);
	return scope.log && planSeries(scope, plan, controlPeriods(scope.log, plan.step, cardPoints));
}

/** Columns of `improvement/trends`. */
interface TrendRow extends Omit<PeriodSums, 'first_response_median' | 'resolution_median'> {
	readonly choice: number;
	readonly since: string;
	readonly time_median: number | null;
}

async function seriesTogether(
	person: Person,
	plans: readonly Shipped[],
	signal: AbortSignal | undefined
): Promise<ReadonlyMap<Drawn, ControlSeries>> {
	const sources = selectionOf(plans[0]?.selection ?? '')?.sources ?? [];
	const scope = await scopeOf(person, { ...everything, sources }, signal);
	const { log } = scope;
	if (!log) return new Map();
	const periods = {
		week: controlPeriods(log, 'week', cardPoints),
		month: controlPeriods(log, 'month', cardPoints)
	};
	const choices = plans.map(({ measure, step, selection }) => ({
		step,
		time: timeOf[measure] ?? '',
		since: periods[step][0]?.since,
		...selectionOf(selection)?.dimensions
	}));
	const [rows, orders] = await Promise.all([
		keptRows(scope, JSON.stringify(choices)),
		ordersOf(scope, plans)
	]);
	const byChoice = Map.groupBy(rows, ({ choice }) => choice);
	return new Map(
		await Promise.all(
			plans.map(async (plan, at) => {
				const own: ControlMeasure = controlMeasures[plan.measure];
				const sums = (byChoice.get(at) ?? []).map(({ time_median: median, ...row }) => ({
					...row,
					first_response_median: median,
					resolution_median: median
				}));
				const behind = (await orders.get(plan)) ?? [];
				return [plan, seriesFrom(own, periods[plan.step], sums, behind, noSums)] as const;
			})
		)
	);
}

/** Rows as the data last were, by what was asked of them; people look at the same board again and again. */
const kept = new Map<string, Promise<readonly TrendRow[]>>();
const mostKept = 16;

function keptRows(scope: Scope, choices: string): Promise<readonly TrendRow[]> {
	const key = JSON.stringify([scope.dataVersion, scope.sources, scope.zone, choices]);
	const found = kept.get(key);
	if (found) return found;
	// Kept for everybody: whoever asked first may leave without taking it away from the others.
	const rows = askRows({ ...scope, signal: undefined }, choices);
	kept.set(key, rows);
	rows.catch(() => kept.delete(key));
	const [oldest] = kept.keys();
	if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
	return rows;
}

async function askRows(scope: Scope, choices: string): Promise<readonly TrendRow[]> {
	const asked = asking(scope, { choices });
	return rowsOf<TrendRow>(await scope.warehouse.ask('improvement/trends', asked));
}

/** Orders behind each plan that is a rate. They know shop and product category: plans of the same ask once. */
async function ordersOf(scope: Scope, plans: readonly Shipped[]) {
	const found = new Map<Shipped, ReturnType<typeof ask<typeof control.periodOrders.columns>>>();
	for (const plan of plans) {
		if (controlMeasures[plan.measure].family !== 'rate' || !scope.ordersCoverSources) continue;
		const { shop, product_category: product } = selectionOf(plan.selection)?.dimensions ?? {};
		const dimensions = { ...(shop && { shop }), ...(product && { product_category: product }) };
		const own = await scopeOf(scope.person, { ...scope.filter, dimensions }, scope.signal);
		const choices = { step: plan.step, dimension: 'none' };
		found.set(plan, ask(own, control.periodOrders, choices));
	}
	return found;
}
