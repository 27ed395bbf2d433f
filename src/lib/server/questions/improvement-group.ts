import type { CheckGroup } from '#lib/improvement/check-group.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { controlMeasures } from '#lib/measures/control-measures.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { ask } from './ask.ts';
import { seriesOf, shownRows } from './control-series.ts';
import * as control from './control.ts';
import { times as timesQuestion } from './improvement.ts';
import type { Scope } from './scope.ts';

/** Times of cases a measure is made of; others have none. */
export const timeOf: Partial<Record<Plan['measure'], 'first_response' | 'resolution'>> = {
	first_response_median: 'first_response',
	resolution_median: 'resolution'
};

/** A group of cases over these periods, with money and cases that tell what a case cost. */
export interface PlanGroup extends CheckGroup {
	readonly cost: readonly number[];
	readonly costed: readonly number[];
}

const countsOrders = (measure: Plan['measure']): boolean =>
	controlMeasures[measure].family === 'rate';

/** What is asked for the numbers of a verdict, the first being what its cases are counted by. */
export function questionsOf({ measure, step }: Pick<Plan, 'measure' | 'step'>) {
	const time = timeOf[measure];
	return [
		...(time ? [{ id: timesQuestion.id, choices: { step, time } }] : []),
		{ id: control.periods.id, choices: { step, dimension: 'none' } },
		...(countsOrders(measure)
			? [{ id: control.periodOrders.id, choices: { step, dimension: 'none' } }]
			: [])
	];
}

/** The rows a measure is charted of in a scope, and the series they make, one entry a period. */
async function chartedOf(
	scope: Scope,
	{ measure, step }: Pick<Plan, 'measure' | 'step'>,
	periods: readonly ControlPeriod[]
) {
	const choices = { step, dimension: 'none' };
	const own = controlMeasures[measure];
	const [allRows, orders] = await Promise.all([
		ask(scope, control.periods, choices),
		countsOrders(measure) && scope.ordersCoverSources
			? ask(scope, control.periodOrders, choices)
			: []
	]);
	const rows = shownRows(allRows, periods);
	return { rows, series: seriesOf(own, periods, rows, orders) };
}

/** The series of a measure in a scope alone: what a trend is drawn of. */
export async function planSeries(
	scope: Scope,
	plan: Pick<Plan, 'measure' | 'step'>,
	periods: readonly ControlPeriod[]
): Promise<ControlSeries> {
	return (await chartedOf(scope, plan, periods)).series;
}

/** The numbers of a measure in a scope, one entry a period. */
export async function groupOf(
	scope: Scope,
	{ measure, step }: Pick<Plan, 'measure' | 'step'>,
	periods: readonly ControlPeriod[]
): Promise<PlanGroup> {
	const time = timeOf[measure];
	const [{ rows, series }, timeRows] = await Promise.all([
		chartedOf(scope, { measure, step }, periods),
		time ? ask(scope, timesQuestion, { step, time }) : []
	]);
	const bySince = new Map(rows.map((row) => [row.since, row]));
	const of = (
		name: 'score_square_sum' | 'cost_square_sum' | 'cost' | 'costed'
	): readonly number[] => periods.map(({ since }) => bySince.get(since)?.[name] ?? 0);
	const cells = Map.groupBy(timeRows, ({ since }) => since);
	return {
		series,
		squares: of(measure === 'cost_per_case' ? 'cost_square_sum' : 'score_square_sum'),
		times: periods.map(({ since }) => {
			const own = cells.get(since) ?? [];
			return {
				at: own.map((cell) => cell.step ?? Infinity),
				counts: own.map((cell) => cell.cases)
			};
		}),
		ordersMissing: series.sizes.map((orders) => series.family === 'rate' && !(orders > 0)),
		cost: of('cost'),
		costed: of('costed')
	};
}
