import { narrowed } from '#lib/filter/change.ts';
import { countedCases } from '#lib/filter/counted-cases.ts';
import { nextDay } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { daysBetween } from '#lib/filter/period.ts';
import { targetScopeOf } from '#lib/filter/target-scope.ts';
import type { MonthEnd } from '#lib/board/month-end.ts';
import { tileOf, type Tile } from '#lib/board/tile.ts';
import { measureKey, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { controlFacts, type ControlFacts } from '#lib/measures/control-facts.ts';
import { controlMeasures } from '#lib/measures/control-measures.ts';
import { expectedCount } from '#lib/measures/forecast-path.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { standingTarget, targetLine, type Target, type TargetScope } from '#lib/measures/target.ts';
import { ask } from './ask.ts';
import { controlChoices } from './control-choices.ts';
import { limitsOf, type ChartLimits } from './control-limits.ts';
import { controlPeriods } from './control-periods.ts';
import { seriesOf, shownRows, type OrderRow, type PeriodRow } from './control-series.ts';
import { wishesOf } from './control-wishes.ts';
import * as control from './control.ts';
import { ownCounted, ownSeries, type OwnCounted } from './own-rows.ts';
import type { LogScope, Scope } from './scope.ts';
import { countsAhead } from './target-forecast.ts';

/** The months of the board's charts, and as far as the last of them has come, all of them again. */
export interface BoardRows {
	readonly periods: readonly ControlPeriod[];
	readonly rows: readonly PeriodRow[];
	readonly orders: readonly OrderRow[];
	/** Null where the month is over. */
	readonly toDay: {
		readonly periods: readonly ControlPeriod[];
		readonly rows: readonly PeriodRow[];
		readonly orders: readonly OrderRow[];
	} | null;
	/** Of own measures, by id: each is a question of its own. */
	readonly owns: ReadonlyMap<string, OwnCounted>;
}

/** The rows all tiles are made of, in all or by the values of a dimension: asked once, not once a tile. */
export async function boardRows(
	scope: Scope,
	log: LogScope,
	dimension: TargetScope['dimension'] | 'none',
	measures: readonly ChartedMeasure[] = []
): Promise<BoardRows> {
	const periods = controlPeriods(log, 'month');
	const last = periods.at(-1);
	const known = last ? daysKnown(last, log) : 0;
	const choices = { step: 'month', dimension };
	const ordersFor = (given: Record<string, string>) =>
		// Orders do not know departments.
		scope.ordersCoverSources && dimension === 'none' ? ask(scope, control.periodOrders, given) : [];
	const early = { ...choices, to_day: String(known) };
	const own = measures.filter((measure) => typeof measure !== 'string');
	const [rows, orders, earlyRows, earlyOrders, owns] = await Promise.all([
		ask(scope, control.periods, choices),
		ordersFor(choices),
		last?.partial ? ask(scope, control.periods, early) : [],
		last?.partial ? ordersFor(early) : [],
		Promise.all(own.map((one) => ownCounted(scope, one, { step: 'month', dimension })))
	]);
	return {
		periods,
		rows: shownRows(rows, periods),
		orders,
		toDay: last?.partial
			? {
					periods: periods.map((period) => ({ ...period, days: Math.min(period.days, known) })),
					rows: shownRows(earlyRows, periods),
					orders: earlyOrders
				}
			: null,
		owns: new Map(
			owns.map((counted, at) => [
				own[at]!.id,
				{ rows: shownRows(counted.rows, periods), orders: counted.orders }
			])
		)
	};
}

/** Days of a month the log tells of, from its first. */
function daysKnown({ since, until }: ControlPeriod, { asOfDay }: LogScope): number {
	const end = nextDay(asOfDay);
	return daysBetween(since, end < until ? end : until);
}

/** What people said of the limits of each measure's charts. */
export async function limitsOfMeasures(
	measures: readonly ChartedMeasure[]
): Promise<ReadonlyMap<string, (selection: Filter) => ChartLimits>> {
	const keys = [...new Set(measures.map(measureKey))];
	return new Map(await Promise.all(keys.map(async (key) => [key, await limitsOf(key)] as const)));
}

/**
 * The end of the running month of the number of complaints, by the forecast of the forecast page: two pages
 * must not foresee two numbers. Null where it cannot be made, or is of another month.
 */
export async function foreseenComplaints(scope: Scope, month: string): Promise<MonthEnd | null> {
	const ahead = await countsAhead(scope, null);
	if (!ahead || ahead.coming[0] !== month) return null;
	const { median, lower80, upper80 } = expectedCount(ahead.forecast, 0);
	const shown = (count: number): number => Math.max(ahead.seen, Number(count.toFixed(1)));
	return { value: shown(median), lower80: shown(lower80), upper80: shown(upper80) };
}

export interface TileMaker {
	/** Names the state of the data, the logs and the month: what is charted under it never changes. */
	readonly key: string;
	readonly filter: Filter;
	readonly targets: readonly Target[];
	readonly limits: ReadonlyMap<string, (selection: Filter) => ChartLimits>;
}

/** Charts of the boards last looked at, the longest unasked first: some forty a board, each of some 36 months. */
const kept = new Map<string, ControlFacts>();
const mostKept = 400;

function keptFacts(key: string, make: () => ControlFacts): ControlFacts {
	const found = kept.get(key) ?? make();
	kept.delete(key);
	kept.set(key, found);
	for (const oldest of kept.keys()) {
		if (kept.size <= mostKept) break;
		kept.delete(oldest);
	}
	return found;
}

/**
 * The tile of a measure, charted as the control page charts it when it opens: the same series, wishes,
 * phases, baseline and targets.
 */
export function boardTile(
	{ key: state, filter, targets, limits }: TileMaker,
	{ periods, rows, orders, toDay, owns }: BoardRows,
	measure: ChartedMeasure,
	scope: TargetScope | null,
	months: number
): Tile {
	const chosen = scope ? narrowed(filter, scope.dimension, [scope.value]) : filter;
	const own = <Row extends { readonly value: string | null }>(all: readonly Row[]) =>
		scope ? all.filter(({ value }) => value === scope.value) : all;
	const shipped = (
		{ periods, rows, orders }: Pick<BoardRows, 'periods' | 'rows' | 'orders'>,
		id: keyof typeof controlMeasures
	): ControlSeries => seriesOf(controlMeasures[id], periods, own(rows), orders);
	const key = measureKey(measure);
	const series =
		typeof measure === 'string'
			? shipped({ periods, rows, orders }, measure)
			: ownSeries(measure, periods, owns.get(key) ?? { rows: [], orders: [] });
	const said = limits.get(key)?.(chosen);
	const limited = {
		phases: said?.phases.map(({ day }) => day) ?? [],
		baseline: said?.baseline ?? null
	};
	const place = JSON.stringify([state, measure, scope, limited.phases, limited.baseline]);
	const facts = keptFacts(place, () => {
		const usual = controlChoices(() => null);
		return controlFacts(series, { ...wishesOf(usual, periods), ...limited });
	});
	const aims = targetLine(targets, key, targetScopeOf(chosen), periods);
	return tileOf({
		measure,
		scope,
		series,
		// What an own measure rests on may come later: it is not held against months so far (`ripens`).
		toDay: toDay && typeof measure === 'string' ? shipped(toDay, measure) : null,
		facts,
		target: standingTarget(aims, facts.last),
		months,
		filterOf: ({ since, until }) => ({ ...countedCases(chosen, measure), period: { since, until } })
	});
}
