import { widened } from '#lib/filter/change.ts';
import { nextDay } from '#lib/filter/codec.ts';
import type { DayRange, Filter } from '#lib/filter/filter.ts';
import { daysBetween } from '#lib/filter/period.ts';
import { restLabel, type EvidenceStep, type FrozenValue } from '#lib/improvement/evidence.ts';
import { periodsUpTo } from '#lib/improvement/evidence-days.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { shownValue } from '#lib/measures/control-chart.ts';
import {
	controlMeasures,
	type ControlMeasure,
	type ControlMeasureId,
	type PeriodSums
} from '#lib/measures/control-measures.ts';
import { ask } from './ask.ts';
import { noSums, seriesOf, type OrderRow, type PeriodRow } from './control-series.ts';
import * as control from './control.ts';
import { scopeOf, type Scope } from './scope.ts';

/** Values shown one by one; the others stand together. */
const mostValues = 6;

/** How the values of a choice are cut: what stands beside the marked part is chosen by `by`. */
export interface Cut {
	readonly filter: Filter;
	readonly measure: ControlMeasureId;
	readonly days: DayRange;
}

/**
 * The measure for the values of a dimension in these days, most cases first, those chosen always among
 * them; or for the labels given, in their order. The others stand together, without a median.
 */
export async function valuesByDimension(
	asker: Scope,
	{ filter, measure, days }: Cut,
	by: Dimension,
	labels?: readonly string[]
): Promise<readonly FrozenValue[]> {
	const chosen = filter.dimensions[by] ?? [];
	const all = await scopeIn(asker, widened(filter, by), days);
	// Orders know only these two of the dimensions; other values share all orders.
	const hasOwn = by === 'shop' || by === 'product_category';
	const [rows, orders] = await Promise.all([
		ask(all, control.periods, { step: 'all', dimension: by }),
		ordersOf(all, measure, hasOwn ? by : 'none')
	]);
	const byCases = rows.toSorted((a, b) => b.cases - a.cases);
	const named = labels ?? [...new Set([...byCases.map(labelOf).slice(0, mostValues), ...chosen])];
	const inOrder = labels ? named : byCases.map(labelOf).filter((label) => named.includes(label));
	const missing = named.filter((label) => !inOrder.includes(label));
	const of = (label: string, own: readonly PeriodRow[], isOwn: (label: string) => boolean) => ({
		label,
		...valueOf(measure, days, own, hasOwn ? orders.filter((row) => isOwn(labelOf(row))) : orders),
		marked: chosen.includes(label)
	});
	const isNamed = (label: string): boolean => named.includes(label);
	const others = byCases.filter((row) => !isNamed(labelOf(row)));
	return [
		...[...inOrder, ...missing]
			.filter((label) => label !== restLabel)
			.map((label) => {
				const isOwn = (other: string): boolean => other === label;
				const own = rows.filter((row) => isOwn(labelOf(row)));
				return of(label, own, isOwn);
			}),
		...(others.length > 0 ? [of(restLabel, [summed(others)], (label) => !isNamed(label))] : [])
	];
}

/** The measure period by period up to the end of these days, which are marked. */
export async function valuesByPeriod(
	asker: Scope,
	{ filter, measure, days }: Cut,
	step: EvidenceStep
): Promise<readonly FrozenValue[]> {
	const { log } = asker;
	const periods = periodsUpTo(days, step).filter(
		({ until }) => log !== null && until > log.firstDay
	);
	const first = periods[0];
	const last = periods.at(-1);
	if (!first || !last) return [];
	const scope = await scopeIn(asker, filter, { since: first.since, until: last.until });
	const [rows, orders] = await Promise.all([
		ask(scope, control.periods, { step, dimension: 'none' }),
		ordersOf(scope, measure, 'none')
	]);
	const known = nextDay(log?.asOfDay ?? last.until);
	return periods.map(({ marked, ...own }) => ({
		label: own.since,
		...valueOf(
			measure,
			// Of the running period only the days the log tells about can have orders.
			{ since: own.since, until: own.until > known ? known : own.until },
			rows.filter(({ since }) => since === own.since),
			orders.filter(({ since }) => since >= own.since && since < own.until)
		),
		marked
	}));
}

/** The same choice in other days. Answers over all days hold to `within`. */
function scopeIn({ person, signal }: Scope, filter: Filter, days: DayRange): Promise<Scope> {
	return scopeOf(person, { ...filter, period: days, within: days, comparison: 'none' }, signal);
}

/** Orders day by day; none where the measure does not count by them. */
async function ordersOf(
	scope: Scope,
	measure: ControlMeasureId,
	dimension: Dimension | 'none'
): Promise<readonly OrderRow[]> {
	if (controlMeasures[measure].family !== 'rate' || !scope.ordersCoverSources) return [];
	return ask(scope, control.periodOrders, { step: 'day', dimension });
}

function valueOf(
	id: ControlMeasureId,
	{ since, until }: DayRange,
	rows: readonly PeriodRow[],
	daily: readonly OrderRow[]
): Pick<FrozenValue, 'value' | 'cases'> {
	const measure: ControlMeasure = controlMeasures[id];
	const period = { since, until, days: daysBetween(since, until), partial: false };
	const total: OrderRow = {
		since,
		value: null,
		orders: daily.reduce((sum, { orders }) => sum + orders, 0),
		days_with_orders: new Set(daily.map((row) => row.since)).size
	};
	const own = rows.map((row) => ({ ...row, since }));
	const series = seriesOf(measure, [period], own, [total]);
	return { value: shownValue(series, 0), cases: series.cases[0] ?? 0 };
}

/** Several values as one. Medians of values do not make a median of all. */
function summed(rows: readonly PeriodRow[]): PeriodRow {
	const names = Object.keys(noSums) as (keyof PeriodSums)[];
	const sums = Object.fromEntries(
		names.map((name) => [
			name,
			name.endsWith('_median') ? null : rows.reduce((sum, row) => sum + (row[name] ?? 0), 0)
		])
	);
	return { ...rows[0]!, ...sums };
}

function labelOf({ value }: { readonly value: string | null }): string {
	return value ?? '';
}
