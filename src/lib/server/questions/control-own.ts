import { seasonTerms } from '#lib/calendar/season-terms.ts';
import { narrowed } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { targetScopeOf } from '#lib/filter/target-scope.ts';
import { drift } from '#lib/measures/control-drift.ts';
import { controlFacts, type ControlWishes } from '#lib/measures/control-facts.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import type { OwnMeasure } from '#lib/measures/own-measure.ts';
import { targetLine } from '#lib/measures/target.ts';
import { targets } from '#lib/server/record/targets.ts';
import type { ControlChoices } from './control-choices.ts';
import { limitsOf } from './control-limits.ts';
import { madePanels, type MadeChart } from './control-panels.ts';
import { controlPeriods, longestHistory } from './control-periods.ts';
import { shownRows, totalCases, type OrderRow } from './control-series.ts';
import { shownChart, type ShownChart } from './control-shown.ts';
import { wishesOf } from './control-wishes.ts';
import { ownCounted, ownSeries, type OwnRow } from './own-rows.ts';
import type { LogScope, Scope } from './scope.ts';

/** The charts of an own measure among the cases of a page: all of them together, and by a dimension. */
export interface OwnCharts {
	readonly periods: readonly ControlPeriod[];
	readonly chart: ShownChart;
	/** All that can be judged, the farthest from their centre first. */
	readonly panels: readonly {
		readonly value: string | null;
		readonly chart: ShownChart;
		readonly pValue: number | null;
		readonly standsOut: boolean;
	}[];
	readonly values: number;
	/** Cases of all periods shown; 0 where no case can be of both the page and the measure. */
	readonly cases: number;
	readonly limits: Awaited<ReturnType<typeof limitsOf>>;
}

/** Charts of an own measure, judged as those of the measures that ship. */
export async function ownCharts(
	scope: Scope,
	log: LogScope,
	choices: ControlChoices,
	own: OwnMeasure
): Promise<OwnCharts> {
	const { step, dimension } = choices;
	const { filter } = scope;
	const [{ rows: all, orders }, parts, limits, aims] = await Promise.all([
		ownCounted(scope, own, { step, dimension: 'none' }),
		dimension === 'none' ? { rows: [], orders: [] } : ownCounted(scope, own, { step, dimension }),
		limitsOf(own.id),
		targets()
	]);
	const periods = controlPeriods(log, step);
	const seriesIn = (
		among: readonly ControlPeriod[],
		rows: readonly OwnRow[],
		ordered: readonly OrderRow[]
	) => ownSeries(own, among, { rows, orders: ordered });
	const wishes = wishesOf(choices, periods);
	const make = (
		rows: readonly OwnRow[],
		ordered: readonly OrderRow[],
		selection: Filter,
		wanted: ControlWishes = wishes
	): MadeChart => {
		const series = seriesIn(periods, rows, ordered);
		const { phases, baseline } = limits(selection);
		const said = { phases: phases.map(({ day }) => day), baseline };
		return { series, ...controlFacts(series, { ...wanted, ...said }) };
	};
	const long = step === 'day' ? controlPeriods(log, step, longestHistory) : null;
	const main = make(shownRows(all, periods), orders, filter, {
		...wishes,
		...(long && { history: seriesIn(long, all, orders), terms: seasonTerms(long, step) })
	});
	const shown = shownRows(parts.rows, periods);
	const aimed = (selection: Filter) => targetLine(aims, own.id, targetScopeOf(selection), periods);
	const panels =
		dimension === 'none'
			? []
			: madePanels(shown, periods, dimension, filter, { all: orders, own: parts.orders }, make);
	return {
		periods,
		chart: shownChart(main, own.better, aimed(filter), drift(main.judged)),
		panels: panels.map((panel) => ({
			...panel,
			chart: shownChart(
				panel.chart,
				own.better,
				aimed(dimension === 'none' ? filter : narrowed(filter, dimension, [panel.value ?? '']))
			)
		})),
		values: new Set(shown.map(({ value }) => value)).size,
		cases: totalCases(shownRows(all, periods)),
		limits
	};
}
