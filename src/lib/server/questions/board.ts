import { nextDay } from '#lib/filter/codec.ts';
import { emptyFilter, type Day, type DayRange, type Filter } from '#lib/filter/filter.ts';
import { daysBetween, monthOf, shiftMonth } from '#lib/filter/period.ts';
import { decisionsOf, named, type Decision } from '#lib/board/decisions.ts';
import { departmentMeasures, shownMeasures, usualMeasures } from '#lib/board/measures.ts';
import { runningOn, type RunningImprovement } from '#lib/board/running.ts';
import type { Tile } from '#lib/board/tile.ts';
import type { DueImprovement } from '#lib/improvement/due.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { TargetScope } from '#lib/measures/target.ts';
import type { Person } from '#lib/server/access/person.ts';
import { targets } from '#lib/server/record/targets.ts';
import { boardDepartments, type Departments } from './board-departments.ts';
import {
	boardRows,
	boardTile,
	foreseenComplaints,
	limitsOfMeasures,
	type TileMaker
} from './board-series.ts';
import { knownMeasures } from './control-series.ts';
import { dueImprovements } from './improvements-board.ts';
import { scopeOf, type LogScope } from './scope.ts';

/** A tile with the improvements that work on its measure. */
export interface BoardTileFacts extends Tile {
	readonly running: readonly RunningImprovement[];
}

/** Everything the board shows. */
export interface Board {
	/** First day of the month it is of; and every month it can be of, the latest first. */
	readonly month: Day;
	readonly months: readonly Day[];
	/** The days of it that the log tells of. */
	readonly days: DayRange;
	/** How far the month has come; null where it is over. */
	readonly partial: { readonly days: number; readonly of: number } | null;
	/** It is the latest: what needs a decision is of now. */
	readonly latest: boolean;
	/** Up to when the log tells, epoch milliseconds. */
	readonly asOf: number;
	/** The month the signals speak of; null where no chart can be judged. */
	readonly judged: Day | null;
	/** Cases received in the days. */
	readonly cases: number;
	/** Without a period of its own: what a tile's other pages are opened with. */
	readonly filter: Filter;
	readonly tiles: readonly BoardTileFacts[];
	/** Measures wanted that the log has no columns for. */
	readonly missing: readonly ChartedMeasure[];
	readonly departments: Departments | null;
	readonly decisions: readonly Decision[];
}

/** What a reader chose. */
export interface BoardWish {
	/** First day of a month; null, or one the log does not tell of: the latest. */
	readonly month: Day | null;
	readonly sources: readonly string[];
	/** The tiles wanted, in their order. */
	readonly measures?: readonly ChartedMeasure[];
}

/** Two years of a tile's trend, one of a department's. */
const tileMonths = 24;
const departmentMonths = 13;

/** Everything the board says of a month, or null while there is no case. */
export async function boardOf(
	person: Person,
	{ month: wanted, sources, measures = usualMeasures }: BoardWish,
	signal?: AbortSignal
): Promise<Board | null> {
	const whole = await scopeOf(person, { ...emptyFilter, sources }, signal);
	if (whole.log === null) return null;
	const months = monthsOf(whole.log);
	const latest = months[0]!;
	const month = months.find((one) => one === wanted) ?? latest;
	const filter: Filter = { ...emptyFilter, sources, comparison: 'none', period: monthDays(month) };
	const scope = await scopeOf(person, filter, signal);
	const { log } = scope;
	if (log === null) return null;
	const [rows, improvements, kept, limits] = await Promise.all([
		boardRows(scope, log, 'none', measures),
		dueImprovements(scope),
		targets(),
		limitsOfMeasures([...measures, ...departmentMeasures, 'complaints'])
	]);
	const key = JSON.stringify([scope.dataVersion, scope.ordersCoverSources, log.filters]);
	const maker: TileMaker = { key, filter: { ...emptyFilter, sources }, targets: kept, limits };
	const known = knownMeasures(rows.rows, rows.orders);
	const shown = shownMeasures(measures, known);
	const foreseen =
		shown.includes('complaints') && partialOf(month, log)
			? await foreseenComplaints(scope, month)
			: null;
	const tiles = shown
		.map((id) => boardTile(maker, rows, id, null, tileMonths))
		.filter(({ value }) => value !== null)
		.map((tile) => (tile.measure === 'complaints' ? { ...tile, monthEnd: foreseen } : tile))
		.map((tile) => withRunning(tile, improvements));
	const told = tiles.map(({ measure }) => measure);
	const departments = await boardDepartments(scope, log, { known, all: rows }, (parts, id, of) =>
		withRunning(boardTile(maker, parts, id, of, departmentMonths), improvements)
	);
	const cells = departments?.rows.flatMap((row) => row.cells) ?? [];
	return {
		month,
		months,
		days: log.days,
		partial: partialOf(month, log),
		latest: month === latest,
		asOf: log.asOf,
		judged: latestOf(tiles.flatMap(({ judged }) => judged?.month ?? [])),
		cases: rows.rows.find(({ since }) => since === month)?.cases ?? 0,
		filter: maker.filter,
		tiles,
		missing: measures.filter((id) => !told.includes(id)),
		departments: departments && {
			...departments,
			columns: departments.columns.map((column) => ({
				...column,
				running: runningAs(improvements, { dimension: departments.dimension, value: column.value })
			}))
		},
		decisions: month === latest ? decisionsOf([...tiles, ...cells], improvements) : []
	};
}

/** Months the log tells of, the latest first. */
function monthsOf({ firstDay, asOfDay }: LogScope): readonly Day[] {
	const months: Day[] = [];
	for (let month = monthOf(asOfDay); month >= monthOf(firstDay); month = shiftMonth(month, -1))
		months.push(month);
	return months;
}

function monthDays(month: Day): DayRange {
	return { since: month, until: shiftMonth(month, 1) };
}

function partialOf(month: Day, { asOfDay }: LogScope): Board['partial'] {
	const { until } = monthDays(month);
	const end = nextDay(asOfDay);
	return end < until ? { days: daysBetween(month, end), of: daysBetween(month, until) } : null;
}

function latestOf(days: readonly Day[]): Day | null {
	return days.toSorted().at(-1) ?? null;
}

function withRunning(tile: Tile, improvements: readonly DueImprovement[]): BoardTileFacts {
	return { ...tile, running: runningAs(improvements, tile.scope, tile.measure) };
}

function runningAs(
	improvements: readonly DueImprovement[],
	scope: TargetScope | null,
	measure?: ChartedMeasure
): readonly RunningImprovement[] {
	const all = improvements.map(({ improvement }) => improvement);
	const running = new Set(runningOn(all, scope, measure));
	return improvements.filter(({ improvement }) => running.has(improvement)).map(named);
}
