import type { PicturedRow } from '#lib/charts/rows-picture.ts';
import type { Formats } from '#lib/format/formats.ts';
import { endings, isShown, type Achievement, type Ending } from '#lib/improvement/achievement.ts';
import { portfolioHref, type PortfolioPart } from '#lib/improvement/portfolio-choice.ts';
import type { Grouping, Portfolio } from '#lib/improvement/portfolio.ts';
import type { Avoided } from '#lib/improvement/verdict.ts';
import * as m from '#lib/messages/generated/messages.js';

/** One amount: estimated with an interval, or stated and drawn as a bar. */
export interface AmountRow extends Avoided {
	readonly id: string;
	readonly name: string;
	readonly text: string;
	readonly href: string;
	readonly strong: boolean;
	readonly bar: boolean;
}

export interface DaysRow {
	readonly id: string;
	readonly name: string;
	readonly days: readonly number[];
	readonly median: number | null;
	readonly text: string;
	readonly href: string;
}

export interface PortfolioView {
	readonly f: Formats;
	readonly portfolio: Portfolio;
	readonly achievements: readonly Achievement[];
	readonly by: Grouping;
}

/** Rows of counts, and of days, as their pictures draw them. */
export function countedPicture(
	rows: readonly { id: string; count: number; text: string; strong: boolean }[],
	nameOf: (id: string) => string
): readonly PicturedRow[] {
	return rows.map(({ id, count, text, strong }) => {
		const bar = { value: count, lower: 0, upper: count };
		return { id, name: nameOf(id), ...bar, text, strong };
	});
}

/** From the shortest to the longest, with the one in the middle. */
export function daysPicture(rows: readonly DaysRow[]): readonly PicturedRow[] {
	return rows.flatMap(({ id, name, days, median, text }) =>
		median === null
			? []
			: [{ id, name, value: median, lower: Math.min(...days), upper: Math.max(...days), text }]
	);
}

/** Opens the improvements a number of the whole portfolio counts. */
export function hrefOf(view: Pick<PortfolioView, 'by'>, part: PortfolioPart): string {
	return portfolioHref({ part, by: view.by, group: null });
}

/** About 410 (180 to 640). */
export function avoidedText(avoided: Avoided, number: (value: number) => string): string {
	return m.portfolio_interval({
		value: number(avoided.value),
		lower: number(avoided.lower),
		upper: number(avoided.upper)
	});
}

/** Endings that occurred, in their order. */
export function endingRows(view: PortfolioView) {
	const { portfolio, f } = view;
	return endings
		.filter((ending) => portfolio.endings[ending] > 0)
		.map((ending) => {
			const count = portfolio.endings[ending];
			return {
				id: ending,
				count,
				of: count,
				text: m.portfolio_count({ count, shown: f.count(count) }),
				href: hrefOf(view, ending),
				strong: ending === 'effective'
			};
		});
}

const mostRows = 12;

/** The largest gains and losses one by one, then their sum over all. */
export function avoidedRows(view: PortfolioView): AmountRow[] {
	const { achievements, portfolio, f } = view;
	const rows = achievements
		.filter(isShown)
		.flatMap(({ id, number, theme, casesAvoided }) =>
			casesAvoided ? [{ id, number, theme, casesAvoided }] : []
		)
		.sort((a, b) => Math.abs(b.casesAvoided.value) - Math.abs(a.casesAvoided.value));
	const count = (value: number): string => f.count(Math.round(value));
	const each = rows.slice(0, mostRows).map(({ id, number, theme, casesAvoided }): AmountRow => ({
		id,
		name: m.portfolio_named({ number, theme }),
		...casesAvoided,
		text: avoidedText(casesAvoided, count),
		href: `/improvements/${number}`,
		strong: false,
		bar: false
	}));
	const sum = portfolio.casesAvoided;
	const beside = besideRow(view, portfolio.overridden.casesAvoided, count);
	if (!sum) return [...each, ...beside];
	const total: AmountRow = {
		id: 'total',
		name: m.portfolio_avoided_total({ count: sum.count, shown: f.count(sum.count) }),
		...sum.sum,
		text: avoidedText(sum.sum, count),
		href: hrefOf(view, 'cases_avoided'),
		strong: true,
		bar: false
	};
	return [...each, total, ...beside];
}

/** What two people hold against the data: beside the sum, with the figures that were computed. */
function besideRow(
	view: PortfolioView,
	avoided: Portfolio['casesAvoided'],
	number: (value: number) => string
): AmountRow[] {
	if (!avoided) return [];
	const { sum, count } = avoided;
	return [
		{
			id: 'overridden',
			name: m.portfolio_beside({ shown: view.f.count(count) }),
			...sum,
			text: avoidedText(sum, number),
			href: hrefOf(view, 'overridden'),
			strong: false,
			bar: false
		}
	];
}

/** How many of `avoidedRows` found no room of their own. */
export function avoidedLeftOut({ portfolio }: PortfolioView): number {
	return Math.max(0, (portfolio.casesAvoided?.count ?? 0) - mostRows);
}

export function moneyRows(view: PortfolioView): AmountRow[] {
	const { portfolio, f } = view;
	const stated = (id: 'cost' | 'benefit', name: string): AmountRow[] => {
		const { sum, count } = portfolio[id];
		if (count === 0) return [];
		const value = { value: sum, lower: sum, upper: sum };
		const text = f.money(Math.round(sum));
		return [{ id, name, ...value, text, href: hrefOf(view, id), strong: false, bar: true }];
	};
	const computed = portfolio.costAvoided;
	const money = (value: number): string => f.money(Math.round(value));
	return [
		...stated('cost', m.portfolio_money_cost()),
		...stated('benefit', m.portfolio_money_claimed()),
		...(computed
			? [
					{
						id: 'computed',
						name: m.portfolio_money_computed(),
						...computed.sum,
						text: avoidedText(computed.sum, money),
						href: hrefOf(view, 'cost_avoided'),
						strong: true,
						bar: false
					}
				]
			: []),
		...besideRow(view, portfolio.overridden.costAvoided, money)
	];
}

export function daysRows(view: PortfolioView): DaysRow[] {
	const { portfolio, achievements, f } = view;
	const row = (
		id: 'to_effective' | 'to_verdict',
		name: string,
		days: readonly number[],
		{ median, count }: Portfolio['toEffective']
	): DaysRow[] =>
		median === null
			? []
			: [
					{
						id,
						name,
						days,
						median,
						text: m.portfolio_days({
							days: f.count(Math.round(median)),
							count,
							shown: f.count(count)
						}),
						href: hrefOf(view, id)
					}
				];
	return [
		...row(
			'to_effective',
			m.portfolio_to_effective(),
			achievements.flatMap(({ daysToEffective }) => daysToEffective ?? []),
			portfolio.toEffective
		),
		...row(
			'to_verdict',
			m.portfolio_to_verdict(),
			achievements.flatMap(({ daysToVerdict }) => daysToVerdict ?? []),
			portfolio.toVerdict
		)
	];
}

/** The portfolio's answer. */
export function portfolioTitle({ portfolio, f }: PortfolioView): string {
	const { judged, endings: counts, casesAvoided } = portfolio;
	if (judged === 0) return m.portfolio_title_none();
	const words = { judged: f.count(judged), effective: f.count(counts.effective) };
	if (!casesAvoided) return m.portfolio_title_plain(words);
	const { sum } = casesAvoided;
	const cases = f.count(Math.abs(Math.round(sum.value)));
	// Where zero is inside the interval nothing is claimed.
	if (sum.lower > 0) return m.portfolio_title_avoided({ ...words, cases });
	return sum.upper < 0
		? m.portfolio_title_more({ ...words, cases })
		: m.portfolio_title_open(words);
}

export const groupingWords: Readonly<Record<Grouping, () => string>> = {
	category: m.portfolio_by_category,
	team: m.portfolio_by_team,
	year: m.portfolio_by_year
};

/** A group's name; where none is said, what that means. */
export function groupName(f: Formats, by: Grouping, name: string): string {
	if (by === 'year') return f.year(`${name}-01-01`);
	if (name !== '') return name;
	return by === 'category' ? m.portfolio_all_categories() : m.portfolio_no_team();
}

export const partWords: Readonly<Record<Exclude<PortfolioPart, Ending>, () => string>> = {
	all: m.portfolio_part_all,
	judged: m.portfolio_part_judged,
	cases_avoided: m.portfolio_part_cases_avoided,
	cost_avoided: m.portfolio_part_cost_avoided,
	cost: m.portfolio_part_cost,
	benefit: m.portfolio_part_benefit,
	claimed_and_computed: m.portfolio_part_claimed_and_computed,
	to_effective: m.portfolio_part_to_effective,
	to_verdict: m.portfolio_part_to_verdict,
	checked_30: () => m.portfolio_part_checked({ days: 30 }),
	checked_60: () => m.portfolio_part_checked({ days: 60 }),
	checked_90: () => m.portfolio_part_checked({ days: 90 }),
	held_30: () => m.portfolio_part_held({ days: 30 }),
	held_60: () => m.portfolio_part_held({ days: 60 }),
	held_90: () => m.portfolio_part_held({ days: 90 })
};
