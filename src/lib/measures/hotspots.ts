import { negativeBinomialUpperTail } from '#lib/statistics/distributions/negative-binomial.ts';

/** A row of `queries/drivers/cells.sql`. */
export interface CellRow {
	readonly what: string;
	readonly place: string;
	/** Its Monday. */
	readonly week: string;
	readonly cases: number;
	readonly expected: number;
	readonly cells: number;
	readonly excess: number;
	readonly squares: number;
}

export type HotspotState = 'rising' | 'lasting' | 'over';

/** A pair of values that had weeks far above expectation, one stretch from the first to the last. */
export interface Hotspot {
	readonly what: string;
	readonly place: string;
	readonly firstWeek: string;
	readonly lastWeek: string;
	/** Weeks above expectation in it. */
	readonly weeks: number;
	/** Cases from the first to the last of these weeks, and how many were to be expected in those told of. */
	readonly cases: number;
	readonly expected: number;
	/** Of its most unlikely week, adjusted over all cells. */
	readonly pValue: number;
	readonly state: HotspotState;
}

const falseDiscoveryRate = 0.01;
/** Weeks without anything above expectation that end a hotspot, and part it from a new one. */
const quietWeeks = 3;

/**
 * Cells above expectation, Benjamini–Hochberg at 1 % over all cells, empty ones too, joined to
 * hotspots. `lastWeek` is the last whole week the log tells of. Rising: its last two whole weeks together
 * brought as much as its two weeks before or more; over: nothing above expectation for three weeks.
 */
export function hotspots(rows: readonly CellRow[], lastWeek: string): Hotspot[] {
	const [first] = rows;
	if (!first) return [];
	const dispersion = Math.max(0, first.excess / first.squares);
	const hot = new Set(aboveExpectation(rows, dispersion, first.cells));
	const byPair = new Map<string, CellRow[]>();
	for (const row of rows) {
		const key = JSON.stringify([row.what, row.place]);
		const own = byPair.get(key);
		if (own) own.push(row);
		else byPair.set(key, [row]);
	}
	const adjusted = (row: CellRow) => Math.min(1, tail(row, dispersion) * first.cells);
	return [...byPair.values()]
		.flatMap((own) =>
			stretches(own.filter((row) => hot.has(row))).map((weeks): Hotspot => {
				const [from, to] = [weeks[0]!.week, weeks.at(-1)!.week];
				const inside = own.filter(({ week }) => week >= from && week <= to);
				return {
					what: weeks[0]!.what,
					place: weeks[0]!.place,
					firstWeek: from,
					lastWeek: to,
					weeks: weeks.length,
					cases: inside.reduce((sum, { cases }) => sum + cases, 0),
					expected: inside.reduce((sum, { expected }) => sum + expected, 0),
					pValue: Math.min(...weeks.map(adjusted)),
					state: stateOf(own, to, lastWeek)
				};
			})
		)
		.sort((a, b) => b.cases - b.expected - (a.cases - a.expected));
}

function tail({ cases, expected }: CellRow, dispersion: number): number {
	return negativeBinomialUpperTail(cases, expected, dispersion);
}

/** Benjamini–Hochberg where all cells not given have p = 1. */
function aboveExpectation(
	rows: readonly CellRow[],
	dispersion: number,
	cells: number
): readonly CellRow[] {
	const ordered = rows.map((row) => ({ row, p: tail(row, dispersion) })).sort((a, b) => a.p - b.p);
	const last = ordered.findLastIndex(
		({ p }, index) => p <= (falseDiscoveryRate * (index + 1)) / cells
	);
	return ordered.slice(0, last + 1).map(({ row }) => row);
}

/** Weeks in order, cut where three weeks or more lie between two of them. */
function stretches(weeks: readonly CellRow[]): CellRow[][] {
	const found: CellRow[][] = [];
	for (const row of weeks) {
		const open = found.at(-1);
		const before = open?.at(-1);
		if (open && before && weeksBetween(before.week, row.week) <= quietWeeks) open.push(row);
		else found.push([row]);
	}
	return found;
}

function stateOf(own: readonly CellRow[], to: string, lastWeek: string): HotspotState {
	if (weeksBetween(to, lastWeek) >= quietWeeks) return 'over';
	const recent = (from: number, below: number) =>
		own.reduce((sum, { week, cases }) => {
			const ago = weeksBetween(week, lastWeek);
			return ago >= from && ago < below ? sum + cases : sum;
		}, 0);
	return recent(0, 2) >= recent(2, 4) ? 'rising' : 'lasting';
}

function weeksBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 604_800_000);
}
