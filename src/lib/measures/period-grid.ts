import { shareAgainstOtherMonths } from '#lib/statistics/contribution/month-share.ts';
import { ranked, type Group } from './category-tree.ts';

/** Cases of one value in one period (a month, a week or a day, by its first day). */
export interface PeriodCount {
	readonly name: string | null;
	readonly since: string;
	readonly cases: number;
}

export interface Period {
	readonly since: string;
	/** Day after the last. */
	readonly until: string;
	/** The log knows only a part of it: it is shown and not judged. */
	readonly partial: boolean;
}

export interface GridRow {
	readonly group: Group;
	/** One a column. */
	readonly counts: readonly number[];
	/** How far from what was expected, in standard errors; null where it cannot be said. */
	readonly z: readonly (number | null)[];
}

export interface PeriodGrid {
	readonly periods: readonly Period[];
	readonly rows: readonly GridRow[];
	/** All cases of each period. */
	readonly totals: readonly number[];
}

/** With fewer whole periods there is nothing usual to hold one against. */
const fewestPeriods = 4;

/**
 * Cases of each value in each period, with the z of a period's share against the same value's other
 * whole periods. Values beyond `most` are folded into one row.
 */
export function periodGrid(
	counts: readonly PeriodCount[],
	periods: readonly Period[],
	most: number
): PeriodGrid {
	const place = new Map(periods.map(({ since }, at) => [since, at]));
	const totals = periods.map(() => 0);
	const byName = new Map<string | null, number[]>();
	for (const { name, since, cases } of counts) {
		const at = place.get(since);
		if (at === undefined) continue;
		const row = byName.get(name) ?? periods.map(() => 0);
		row[at] = (row[at] ?? 0) + cases;
		totals[at] = (totals[at] ?? 0) + cases;
		byName.set(name, row);
	}
	const whole = periods.flatMap(({ partial }, at) => (partial ? [] : [at]));
	const judge = (row: readonly number[]): (number | null)[] => {
		const z: (number | null)[] = periods.map(() => null);
		if (whole.length < fewestPeriods) return z;
		const among = shareAgainstOtherMonths(
			whole.map((at) => row[at] ?? 0),
			whole.map((at) => totals[at] ?? 0)
		);
		whole.forEach((at, position) => (z[at] = among[position] ?? null));
		return z;
	};
	return {
		periods,
		totals,
		rows: foldedRows(byName, most).map(({ group, counts: row }) => ({
			group,
			counts: row,
			z: judge(row)
		}))
	};
}

/** Rows of a grid in the order of a ranking, those beyond `most` summed into one. */
export function foldedRows(
	byName: ReadonlyMap<string | null, readonly number[]>,
	most: number
): { readonly group: Group; readonly counts: readonly number[] }[] {
	interface Row extends Group {
		readonly counts: readonly number[];
	}
	const rows = [...byName].map(([key, counts]): Row => {
		const cases = counts.reduce((sum, count) => sum + count, 0);
		return { key, values: 1, folded: [], cases, before: 0, amount: cases, counts };
	});
	return ranked(rows, most, (group, left) => ({
		...group,
		counts: left[0]!.counts.map((_, at) => left.reduce((sum, row) => sum + row.counts[at]!, 0))
	})).map(({ counts, ...group }) => ({ group, counts }));
}
