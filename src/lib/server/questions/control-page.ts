import { seasonTerms } from '#lib/calendar/season-terms.ts';
import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import { measures as catalogue } from '#lib/measures/catalogue.ts';
import {
	controlFacts,
	type ControlFacts,
	type ControlWishes
} from '#lib/measures/control-facts.ts';
import {
	controlMeasureIds,
	controlMeasures,
	type ControlMeasure,
	type ControlMeasureId,
	type PeriodSums
} from '#lib/measures/control-measures.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import { twoSidedNormalPValue } from '#lib/statistics/distributions/normal.ts';
import { ask } from './ask.ts';
import * as control from './control.ts';
import type { ControlChoices } from './control-choices.ts';
import { controlPeriods, type Step } from './control-periods.ts';
import { shownChart, type ShownChart } from './control-shown.ts';
import type { RowOf } from './question.ts';
import type { Scope } from './scope.ts';

type Row = RowOf<typeof control.periods.columns>;
type OrderRow = RowOf<typeof control.periodOrders.columns>;

export interface PanelFacts {
	/** Value of the dimension; null is the blank group. */
	readonly value: string | null;
	readonly chart: ShownChart;
	/** Of the last judged period, against chance alone; null where it is not judged. */
	readonly pValue: number | null;
	/** Stands out among all panels (Benjamini–Hochberg at 5 %). */
	readonly standsOut: boolean;
}

export interface ControlPageFacts {
	readonly choices: ControlChoices;
	readonly measure: ControlMeasureId;
	/** Measures this log can be charted by. */
	readonly measures: readonly ControlMeasureId[];
	/** Dimensions this log can be split by. */
	readonly dimensions: readonly Dimension[];
	readonly periods: readonly ControlPeriod[];
	readonly chart: ShownChart;
	/** The panels drawn: farthest from their centre in the last judged period first. */
	readonly panels: readonly PanelFacts[];
	/** Values of the dimension in all, and those with enough periods to be judged. */
	readonly values: number;
	readonly tested: number;
	/** Of all values: how many stand out in the last judged period. */
	readonly standOut: number;
	/** Cases of all periods shown. */
	readonly cases: number;
}

/** Panels a page can hold. */
const mostPanels = 12;
/** Limits over values of which a period has hardly a case say nothing. */
const fewestCasesAPeriod = 3;

/** Twelve months of each season are the least that tell a season from a change. */
const seasonsFrom: Readonly<Record<Step, number>> = { month: 24, week: 104, day: 56 };

/** Everything the control page says, or null while there is no case. */
export async function controlPageFacts(
	scope: Scope,
	choices: ControlChoices
): Promise<ControlPageFacts | null> {
	const { log } = scope;
	if (log === null) return null;
	const { step, dimension } = choices;
	const whole = { step, dimension: 'none' };
	const [rows, orders, parts, partOrders] = await Promise.all([
		ask(scope, control.periods, whole),
		ask(scope, control.periodOrders, whole),
		dimension === 'none' ? [] : ask(scope, control.periods, { step, dimension }),
		dimension === 'none' ? [] : ask(scope, control.periodOrders, { step, dimension })
	]);
	const periods = controlPeriods(log, step);
	const usableOrders = scope.ordersCoverSources ? orders : [];
	const measures = controlMeasureIds.filter((id) => isKnown(id, rows, usableOrders));
	const measure = measures.find((id) => id === choices.measure) ?? measures[0] ?? 'complaints';
	const wishes = wishesOf(choices, periods);
	const better = catalogue[measure].better;
	const chartOf = (
		own: readonly Row[],
		ownOrders: readonly OrderRow[]
	): ControlFacts & { readonly series: ControlSeries } => {
		const series = seriesOf(controlMeasures[measure], periods, own, ownOrders);
		return { series, ...controlFacts(series, wishes) };
	};
	const own = dimension === 'shop' || dimension === 'product_category';
	const values = grouped(parts.filter((row) => isShown(row, periods)));
	const judgedValues = values
		.filter(
			([, rows]) =>
				rows.reduce((sum, row) => sum + row.cases, 0) >= fewestCasesAPeriod * periods.length
		)
		.map(([value, rows]) => {
			const facts = chartOf(
				rows,
				own && scope.ordersCoverSources
					? partOrders.filter((row) => row.value === value)
					: usableOrders
			);
			const score = facts.last === null ? null : (facts.judged.scores[facts.last] ?? null);
			return { value, facts, pValue: score === null ? null : twoSidedNormalPValue(score) };
		})
		.filter(({ facts }) => facts.judged.enough);
	const tests = judgedValues.flatMap(({ pValue }, at) => (pValue === null ? [] : [{ pValue, at }]));
	const { rejected } = benjaminiHochberg(
		tests.map(({ pValue }) => pValue),
		0.05
	);
	const standing = new Set(tests.flatMap(({ at }, test) => (rejected[test] ? [at] : [])));
	return {
		choices,
		measure,
		measures,
		dimensions: dimensions.filter((name) => scope.columns.includes(name)),
		periods,
		chart: shownChart(chartOf(rows, usableOrders), better),
		cases: rows.reduce((sum, row) => sum + (isShown(row, periods) ? row.cases : 0), 0),
		values: values.length,
		tested: tests.length,
		standOut: standing.size,
		panels: judgedValues
			.map(({ value, facts, pValue }, at): PanelFacts => ({
				value,
				chart: shownChart(facts, better),
				pValue,
				standsOut: standing.has(at)
			}))
			.sort((a, b) => (a.pValue ?? 1) - (b.pValue ?? 1))
			.slice(0, mostPanels)
	};
}

function wishesOf(choices: ControlChoices, periods: readonly ControlPeriod[]): ControlWishes {
	const { step } = choices;
	const long = periods.filter(({ partial }) => !partial).length >= seasonsFrom[step];
	return {
		kind: choices.kind,
		ruleSet: choices.ruleSet,
		season: step === 'day' && choices.season === 'auto' ? 'on' : choices.season,
		terms: long ? seasonTerms(periods, step) : null
	};
}

/** One series over the periods; a period without a row had no case. */
function seriesOf(
	measure: ControlMeasure,
	periods: readonly ControlPeriod[],
	rows: readonly Row[],
	orders: readonly OrderRow[]
): ControlSeries {
	const bySince = new Map(rows.map((row) => [row.since, row]));
	const ordersBySince = new Map(orders.map((row) => [row.since, row]));
	const sums = periods.map(({ since }): PeriodSums => bySince.get(since) ?? nothing);
	return {
		family: measure.family,
		periods,
		amounts: sums.map((one) => measure.amount(one)),
		sizes: periods.map((period, at): number => {
			if (measure.family === 'count') return period.days;
			if (measure.family === 'rate') return coveringOrders(period, ordersBySince.get(period.since));
			return measure.size?.(sums[at]!) ?? 1;
		}),
		cases: sums.map((one) => measure.cases(one)),
		multiplier: measure.multiplier ?? 1
	};
}

/** Orders of a period; none where they are missing for a part of it: the rate would be too high. */
function coveringOrders(period: ControlPeriod, row: OrderRow | undefined): number {
	if (!row) return 0;
	return period.partial || row.days_with_orders >= 0.98 * period.days ? row.orders : 0;
}

function isKnown(id: ControlMeasureId, rows: readonly Row[], orders: readonly OrderRow[]): boolean {
	if (id === 'complaint_rate') return orders.length > 0;
	const measure: ControlMeasure = controlMeasures[id];
	if (id === 'response_rate') return rows.some(({ rated }) => rated > 0);
	return rows.some((row) => measure.cases(row) > 0);
}

function isShown(row: Row, periods: readonly ControlPeriod[]): boolean {
	const first = periods[0];
	const last = periods.at(-1);
	return !!first && !!last && row.since >= first.since && row.since <= last.since;
}

/** Rows by value, most cases first. */
function grouped(rows: readonly Row[]): (readonly [string | null, readonly Row[]])[] {
	const byValue = new Map<string | null, Row[]>();
	for (const row of rows) {
		const own = byValue.get(row.value);
		if (own) own.push(row);
		else byValue.set(row.value, [row]);
	}
	const weight = (own: readonly Row[]): number => own.reduce((sum, row) => sum + row.cases, 0);
	return [...byValue].sort(([, a], [, b]) => weight(b) - weight(a));
}

const nothing: PeriodSums = {
	cases: 0,
	rated: 0,
	satisfied: 0,
	score_sum: 0,
	responded: 0,
	first_response_median: null,
	cohort: 0,
	resolution_median: null,
	reopen_known: 0,
	reopened: 0,
	costed: 0,
	cost: 0
};
