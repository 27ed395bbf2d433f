import type { CheckGroup } from '#lib/improvement/check-group.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { ownFiltersWithin } from '#lib/filter/own-filters.ts';
import { controlMeasures, type ControlMeasureId } from '#lib/measures/control-measures.ts';
import { isByOrders, ownQuery, type OwnMeasure } from '#lib/measures/own-measure.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { ask } from './ask.ts';
import { seriesOf, shownRows } from './control-series.ts';
import * as control from './control.ts';
import { times as timesQuestion } from './improvement.ts';
import { ownCounted, ownSeries } from './own-rows.ts';
import { ownScopeOf } from './own-scope.ts';
import type { RowOf } from './question.ts';
import type { Scope } from './scope.ts';

/** Times of cases a measure is made of; others have none. */
export const timeOf: Partial<Record<ControlMeasureId, 'first_response' | 'resolution'>> = {
	first_response_median: 'first_response',
	resolution_median: 'resolution'
};

/** A group of cases over these periods, with money and cases that tell what a case cost. */
export interface PlanGroup extends CheckGroup {
	readonly cost: readonly number[];
	readonly costed: readonly number[];
}

const countsOrders = (measure: ControlMeasureId): boolean =>
	controlMeasures[measure].family === 'rate';

/** What is asked for the numbers of a verdict, the first being what its cases are counted by. */
export function questionsOf({ measure, step }: Pick<Plan, 'measure' | 'step'>) {
	if (typeof measure !== 'string') return ownQuestionsOf(measure, step);
	const time = timeOf[measure];
	return [
		...(time ? [{ id: timesQuestion.id, choices: { step, time } }] : []),
		{ id: control.periods.id, choices: { step, dimension: 'none' } },
		...(countsOrders(measure)
			? [{ id: control.periodOrders.id, choices: { step, dimension: 'none' } }]
			: [])
	];
}

function ownQuestionsOf(measure: OwnMeasure, step: Plan['step']) {
	const { kind, time } = measure;
	const whole = { step, dimension: 'none' };
	return [
		...(kind === 'quantile' ? [{ id: timesQuestion.id, choices: { step, time } }] : []),
		{ id: ownQuery(measure), choices: whole },
		...(isByOrders(measure) ? [{ id: control.periodOrders.id, choices: whole }] : [])
	];
}

/** The rows a measure is charted of in a scope, and the series they make, one entry a period. */
async function chartedOf(
	scope: Scope,
	measure: ControlMeasureId,
	step: Plan['step'],
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
	{ measure, step }: Pick<Plan, 'measure' | 'step'>,
	periods: readonly ControlPeriod[]
): Promise<ControlSeries> {
	if (typeof measure === 'string') return (await chartedOf(scope, measure, step, periods)).series;
	return ownSeries(measure, periods, await ownCounted(scope, measure, { step, dimension: 'none' }));
}

/** The numbers of a measure in a scope, one entry a period. */
export async function groupOf(
	scope: Scope,
	{ measure, step }: Pick<Plan, 'measure' | 'step'>,
	periods: readonly ControlPeriod[]
): Promise<PlanGroup> {
	if (typeof measure !== 'string') return ownGroup(scope, measure, step, periods);
	const time = timeOf[measure];
	const [{ rows, series }, timeRows] = await Promise.all([
		chartedOf(scope, measure, step, periods),
		time ? ask(scope, timesQuestion, { step, time }) : []
	]);
	const bySince = new Map(rows.map((row) => [row.since, row]));
	const of = (
		name: 'score_square_sum' | 'cost_square_sum' | 'cost' | 'costed'
	): readonly number[] => periods.map(({ since }) => bySince.get(since)?.[name] ?? 0);
	return {
		series,
		squares: of(measure === 'cost_per_case' ? 'cost_square_sum' : 'score_square_sum'),
		times: gridOf(timeRows, periods),
		ordersMissing: missingIn(series),
		cost: of('cost'),
		costed: of('costed')
	};
}

/** The same of an own measure: its conditions hold among the cases of the scope. */
async function ownGroup(
	scope: Scope,
	measure: OwnMeasure,
	step: Plan['step'],
	periods: readonly ControlPeriod[]
): Promise<PlanGroup> {
	const filters = ownFiltersWithin(scope.filter, measure);
	const own =
		typeof filters === 'string' ? null : await ownScopeOf(scope.person, filters, scope.signal);
	const isTime = measure.kind === 'quantile';
	const [counted, timeRows, money] = await Promise.all([
		ownCounted(scope, measure, { step, dimension: 'none' }),
		own && isTime ? ask(own, timesQuestion, { step, time: measure.time }) : [],
		// What a case costs prices those a rate has avoided.
		own && measure.kind === 'rate' ? ask(own, control.periods, { step, dimension: 'none' }) : []
	]);
	const series = ownSeries(measure, periods, counted);
	const squares = new Map(counted.rows.map(({ since, squareSum }) => [since, squareSum]));
	const costs = new Map(money.map((row) => [row.since, row]));
	return {
		series,
		squares: periods.map(({ since }) => squares.get(since) ?? 0),
		times: gridOf(timeRows, periods),
		...(isTime && { quantile: Number(measure.quantile) }),
		ordersMissing: isByOrders(measure) ? missingIn(series) : periods.map(() => false),
		cost: periods.map(({ since }) => costs.get(since)?.cost ?? 0),
		costed: periods.map(({ since }) => costs.get(since)?.costed ?? 0)
	};
}

function gridOf(
	rows: readonly RowOf<typeof timesQuestion.columns>[],
	periods: readonly ControlPeriod[]
): PlanGroup['times'] {
	const cells = Map.groupBy(rows, ({ since }) => since);
	return periods.map(({ since }) => {
		const own = cells.get(since) ?? [];
		return {
			at: own.map((cell) => cell.step ?? Infinity),
			counts: own.map((cell) => cell.cases)
		};
	});
}

function missingIn({ family, sizes }: ControlSeries): readonly boolean[] {
	return sizes.map((orders) => family === 'rate' && !(orders > 0));
}
