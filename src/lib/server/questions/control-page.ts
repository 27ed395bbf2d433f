import { seasonTerms } from '#lib/calendar/season-terms.ts';
import { narrowed } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { targetScopeOf } from '#lib/filter/target-scope.ts';
import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import { measures as catalogue } from '#lib/measures/catalogue.ts';
import { drift } from '#lib/measures/control-drift.ts';
import { controlFacts, type ControlWishes } from '#lib/measures/control-facts.ts';
import { controlMeasures, type ControlMeasureId } from '#lib/measures/control-measures.ts';
import { rareBelow, rareEvents, type RareEvents } from '#lib/measures/control-rare.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import { measureAlone, type OwnMeasure } from '#lib/measures/own-measure.ts';
import { targetLine } from '#lib/measures/target.ts';
import { annotationsOf } from '#lib/server/improvement/marks.ts';
import type { KeptAnnotation } from '#lib/server/record/annotations.ts';
import { ownMeasures } from '#lib/server/record/own-measures.ts';
import { targets } from '#lib/server/record/targets.ts';
import { ask } from './ask.ts';
import type { ControlChoices } from './control-choices.ts';
import { earlierValues } from './control-earlier.ts';
import { limitsOf, type ChartLimits } from './control-limits.ts';
import { ownCharts } from './control-own.ts';
import { madePanels, type MadeChart } from './control-panels.ts';
import { controlPeriods, longestHistory } from './control-periods.ts';
import {
	knownMeasures,
	seriesOf,
	shownRows,
	totalCases,
	type OrderRow,
	type PeriodRow
} from './control-series.ts';
import { shownChart, type ShownChart } from './control-shown.ts';
import { wishesOf } from './control-wishes.ts';
import * as control from './control.ts';
import type { LogScope, Scope } from './scope.ts';

export interface PanelFacts {
	readonly value: string | null;
	readonly chart: ShownChart;
	readonly pValue: number | null;
	readonly standsOut: boolean;
}

export interface ControlPageFacts {
	readonly choices: ControlChoices;
	readonly measure: ControlMeasureId;
	/** The own measure charted in its place; null: the one that ships. */
	readonly own: OwnMeasure | null;
	/** Own measures one can choose. */
	readonly owns: readonly Pick<OwnMeasure, 'id' | 'name'>[];
	/** Measures and dimensions this log can be charted by. */
	readonly measures: readonly ControlMeasureId[];
	readonly dimensions: readonly Dimension[];
	readonly periods: readonly ControlPeriod[];
	readonly chart: ShownChart;
	/** Values of the year before, aligned by the lunar new year; null where they were not asked for. */
	readonly earlier: readonly (number | null)[] | null;
	/** The panels drawn: farthest from their centre in the last judged period first. */
	readonly panels: readonly PanelFacts[];
	/** Times between the cases, where these are few; and the cases of each of their days. */
	readonly rare: RareEvents | null;
	readonly rareDays: Readonly<Record<string, number>>;
	/** Values with enough cases to be judged, and all there are. */
	readonly tested: number;
	readonly values: number;
	/** Values that stand out in the last judged period, of all tested. */
	readonly standOut: number;
	/** Cases of all periods shown. */
	readonly cases: number;
	readonly limits: ChartLimits;
	/** What phases and baselines of this chart are said of. */
	readonly selection: string;
	readonly annotations: readonly KeptAnnotation[];
}

/** Panels a page can hold. */
const mostPanels = 12;
/** Cases a chart of the times between them can hold. */
const mostRare = 300;
/** Everything the control page says, or null while there is no case. */
export async function controlPageFacts(
	scope: Scope,
	asked: ControlChoices
): Promise<ControlPageFacts | null> {
	const { log, filter } = scope;
	if (log === null) return null;
	const choices = { ...asked, dimension: knownDimension(scope, asked) };
	const owns = await ownMeasures();
	const own = owns.find(({ id }) => id === choices.own) ?? null;
	if (own) return ownPageFacts(scope, log, choices, own, owns);
	const { step, dimension } = choices;
	const whole = { step, dimension: 'none' };
	const split = dimension !== 'none';
	const [allRows, allOrders, partRows, partOrders, kept, aims] = await Promise.all([
		ask(scope, control.periods, whole),
		ask(scope, control.periodOrders, whole),
		split ? ask(scope, control.periods, { step, dimension }) : [],
		split ? ask(scope, control.periodOrders, { step, dimension }) : [],
		annotationsOf(filter),
		targets()
	]);
	const daily = { step: 'day', dimension: 'none' };
	const [dayRows, dayOrders] =
		choices.beside === 'year'
			? await Promise.all([
					ask(scope, control.periods, daily),
					ask(scope, control.periodOrders, daily)
				])
			: [null, []];
	const periods = controlPeriods(log, step);
	const usable = <T>(orders: readonly T[]): readonly T[] =>
		scope.ordersCoverSources ? orders : [];
	const rows = shownRows(allRows, periods);
	const orders = usable(allOrders);
	const measures = knownMeasures(rows, orders);
	const measure = measures.find((id) => id === choices.measure) ?? measures[0] ?? 'complaints';
	const limits = await limitsOf(measure);
	const few = totalCases(rows) < rareBelow * periods.length && totalCases(allRows) <= mostRare;
	const counted = controlMeasures[measure].family === 'rate' || measure === 'complaints';
	const events = few && counted ? await ask(scope, control.receipts) : [];
	const known = events.filter(({ day }) => day < log.days.until);
	const wishes = wishesOf(choices, periods);
	const long = step === 'day' ? controlPeriods(log, step, longestHistory) : null;
	const make = (
		own: readonly PeriodRow[],
		ownOrders: readonly OrderRow[],
		selection: Filter,
		wanted: ControlWishes = wishes
	): MadeChart => {
		const series = seriesOf(controlMeasures[measure], periods, own, ownOrders);
		const { phases, baseline } = limits(selection);
		const said = { phases: phases.map(({ day }) => day), baseline };
		return { series, ...controlFacts(series, { ...wanted, ...said }) };
	};
	const { better } = catalogue[measure];
	const aimed = (selection: Filter) => targetLine(aims, measure, targetScopeOf(selection), periods);
	const panelFilter = ({ value }: { readonly value: string | null }): Filter =>
		dimension === 'none' ? filter : narrowed(filter, dimension, [value ?? '']);
	const main = make(rows, orders, filter, {
		...wishes,
		...(long && {
			history: seriesOf(controlMeasures[measure], long, allRows, orders),
			terms: seasonTerms(long, step)
		})
	});
	const parts = shownRows(partRows, periods);
	const panels =
		dimension === 'none'
			? []
			: madePanels(
					parts,
					periods,
					dimension,
					filter,
					{ all: orders, own: usable(partOrders) },
					make
				);
	return {
		choices,
		measure,
		own: null,
		owns: owns.map(({ id, name }) => ({ id, name })),
		measures,
		dimensions: dimensions.filter((name) => scope.columns.includes(name)),
		periods,
		chart: shownChart(main, better, aimed(filter), drift(main.judged)),
		panels: panels.slice(0, mostPanels).map((panel) => ({
			...panel,
			chart: shownChart(panel.chart, better, aimed(panelFilter(panel)))
		})),
		earlier:
			dayRows && earlierValues(controlMeasures[measure], periods, dayRows, usable(dayOrders), log),
		rare: rareEvents(known),
		rareDays: countsByDay(known),
		tested: panels.length,
		values: new Set(parts.map(({ value }) => value)).size,
		standOut: panels.filter(({ standsOut }) => standsOut).length,
		cases: totalCases(rows),
		limits: limits(filter),
		selection: selectionKey(filter),
		annotations: kept
	};
}

/** A log without the column has nothing to split by: one chart of its blanks would only repeat the whole. */
function knownDimension(
	{ columns }: Pick<Scope, 'columns'>,
	{ dimension }: ControlChoices
): ControlChoices['dimension'] {
	return dimension === 'none' || columns.includes(dimension) ? dimension : 'none';
}

/** The same of an own measure: no year before beside, no times between rare cases. */
async function ownPageFacts(
	scope: Scope,
	log: LogScope,
	choices: ControlChoices,
	own: OwnMeasure,
	owns: readonly OwnMeasure[]
): Promise<ControlPageFacts> {
	const { step } = choices;
	const whole = { step, dimension: 'none' };
	const [charts, rows, orders, kept] = await Promise.all([
		ownCharts(scope, log, choices, own),
		ask(scope, control.periods, whole),
		ask(scope, control.periodOrders, whole),
		annotationsOf(scope.filter)
	]);
	const { periods, panels } = charts;
	return {
		...charts,
		choices,
		measure: 'complaints',
		own: measureAlone(own),
		owns: owns.map(({ id, name }) => ({ id, name })),
		measures: knownMeasures(shownRows(rows, periods), scope.ordersCoverSources ? orders : []),
		dimensions: dimensions.filter((name) => scope.columns.includes(name)),
		panels: panels.slice(0, mostPanels),
		tested: panels.length,
		standOut: panels.filter(({ standsOut }) => standsOut).length,
		earlier: null,
		rare: null,
		rareDays: {},
		limits: charts.limits(scope.filter),
		selection: selectionKey(scope.filter),
		annotations: kept
	};
}

function countsByDay(events: readonly { readonly day: string }[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { day } of events) counts[day] = (counts[day] ?? 0) + 1;
	return counts;
}
