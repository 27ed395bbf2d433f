import { nextDay } from '#lib/filter/codec.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { GridRow, Period, PeriodGrid } from '#lib/measures/period-grid.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { CategoriesFacts } from '#lib/server/questions/categories-page.ts';
import { loudest } from './categories-grid.ts';
import { groupName } from './categories-links.ts';

type Step = CategoriesFacts['step'];

/** A period in full: Nov 2025; the week from 3 Nov; 3 Nov. */
export function periodName(f: Formats, { since }: Period, step: Step): string {
	if (step === 'month') return f.month(since);
	return step === 'week' ? m.categories_week({ day: f.dayOfYear(since) }) : f.dayOfYear(since);
}

/** Head of a column: the month, with its year where a year begins and its days where it is not over. */
export function periodHead(
	f: Formats,
	{ periods }: PeriodGrid,
	at: number,
	step: Step,
	asOfDay: string
): string {
	const period = periods[at];
	if (!period) return '';
	if (step !== 'month') return f.dayOfYear(period.since);
	const month = f.monthOfYear(period.since);
	if (period.until > nextDay(asOfDay)) return `${month}\n1–${Number(asOfDay.slice(8))}`;
	const begins = at === 0 || period.since.slice(5, 7) === '01';
	return begins ? `${month}\n${f.year(period.since)}` : month;
}

/** What a cell says: cases, their share, and what is usual. */
export function periodTip(f: Formats, grid: PeriodGrid, row: GridRow, at: number): string[] {
	const count = row.counts[at] ?? 0;
	const total = grid.totals[at] ?? 0;
	const { share, usual } = shares(grid, row, at);
	const facts = [
		m.categories_tip_cases({ count, shown: f.count(count) }),
		m.categories_periods_tip({
			share: f.percent(total > 0 ? share : Number.NaN),
			usual: f.percent(usual)
		})
	];
	return grid.periods[at]?.partial ? [...facts, m.categories_periods_tip_partial()] : facts;
}

/** The share of a period, and of all other whole periods together. */
function shares(grid: PeriodGrid, { counts }: GridRow, at: number) {
	let [rest, restTotal] = [0, 0];
	grid.periods.forEach(({ partial }, each) => {
		if (each === at || partial) return;
		rest += counts[each] ?? 0;
		restTotal += grid.totals[each] ?? 0;
	});
	return { share: (counts[at] ?? 0) / (grid.totals[at] ?? 0), usual: rest / restTotal };
}

export function periodsAnswer(f: Formats, { grid, step }: CategoriesFacts): string {
	const judged = grid.rows.some(({ z }) => z.some((value) => value !== null));
	if (!judged) return m.categories_periods_short();
	const most = loudest(grid.rows, ({ group }) => group.key !== null);
	if (!most) return m.categories_periods_none();
	const period = grid.periods[most.at];
	const { share, usual } = shares(grid, most.row, most.at);
	return m.categories_periods_answer({
		name: groupName(f, most.row.group),
		period: period ? periodName(f, period, step) : '',
		share: f.percent(share),
		usual: f.percent(usual),
		count: most.found,
		found: f.count(most.found)
	});
}
