import { departmentMeasures, shownMeasures } from '#lib/board/measures.ts';
import type { RunningImprovement } from '#lib/board/running.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { TargetScope } from '#lib/measures/target.ts';
import { boardRows, type BoardRows } from './board-series.ts';
import type { BoardTileFacts } from './board.ts';
import { byValue, totalCases } from './control-series.ts';
import type { LogScope, Scope } from './scope.ts';

/** Departments side by side, or teams where the log has no departments. */
export interface Departments {
	readonly dimension: 'department' | 'team';
	readonly columns: readonly {
		readonly value: string;
		readonly running: readonly RunningImprovement[];
	}[];
	/** One entry a measure; its cells in the order of the columns. */
	readonly rows: readonly {
		readonly measure: ChartedMeasure;
		readonly cells: readonly BoardTileFacts[];
	}[];
	/** Cases of the month in the columns; values and cases that have none; cases without any value. */
	readonly cases: number;
	readonly others: { readonly values: number; readonly cases: number };
	readonly blank: number;
}

/** So many stand side by side. */
const mostColumns = 5;

/** The table of departments; null where the log tells of fewer than two. */
export async function boardDepartments(
	scope: Scope,
	log: LogScope,
	{ known, all }: { readonly known: readonly ControlMeasureId[]; readonly all: BoardRows },
	tile: (rows: BoardRows, measure: ChartedMeasure, of: TargetScope) => BoardTileFacts
): Promise<Departments | null> {
	const dimension = (['department', 'team'] as const).find((name) => scope.columns.includes(name));
	if (!dimension) return null;
	const own = await boardRows(scope, log, dimension);
	// Orders do not know departments: each is held against all of them, as on its control chart.
	const rows: BoardRows = {
		...own,
		orders: all.orders,
		toDay: own.toDay && { ...own.toDay, orders: all.toDay?.orders ?? [] }
	};
	const groups = byValue(rows.rows).flatMap(([value]) => (value === null ? [] : [{ value }]));
	if (groups.length < 2) return null;
	const columns = groups.slice(0, mostColumns);
	const month = rows.periods.at(-1)?.since;
	const inMonth = rows.rows.filter(({ since }) => since === month);
	const among = (value: string | null): boolean => columns.some((one) => one.value === value);
	const others = inMonth.filter(({ value }) => value !== null && !among(value));
	return {
		dimension,
		columns: columns.map(({ value }) => ({ value, running: [] })),
		rows: shownMeasures(departmentMeasures, known)
			.map((measure) => ({
				measure,
				cells: columns.map(({ value }) => tile(rows, measure, { dimension, value }))
			}))
			.filter(({ cells }) => cells.some(({ value }) => value !== null)),
		cases: totalCases(inMonth.filter(({ value }) => among(value))),
		others: { values: groups.length - columns.length, cases: totalCases(others) },
		blank: totalCases(inMonth.filter(({ value }) => value === null))
	};
}
