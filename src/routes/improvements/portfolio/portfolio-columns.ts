import type { TableColumn } from '#lib/components/table.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Achievement } from '#lib/improvement/achievement.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { AmountRow } from './portfolio-view.ts';

/** An amount and the ends of its interval; one that was stated has none. */
export function amountColumns(
	name: string,
	amount: string,
	number: (value: number) => string
): readonly TableColumn<AmountRow>[] {
	const end = (row: AmountRow, value: number): string =>
		row.bar ? '–' : number(Math.round(value));
	return [
		{ id: 'name', title: name, text: (row) => row.name, href: ({ href }) => href },
		{
			id: 'value',
			title: amount,
			text: ({ value }) => number(Math.round(value)),
			numeric: true,
			strong: true
		},
		{
			id: 'lower',
			title: m.portfolio_column_lower(),
			text: (row) => end(row, row.lower),
			numeric: true
		},
		{
			id: 'upper',
			title: m.portfolio_column_upper(),
			text: (row) => end(row, row.upper),
			numeric: true
		}
	];
}

/** Days each improvement took. */
export function daysColumns(f: Formats): readonly TableColumn<Achievement>[] {
	const days = (value: number | null): string => (value === null ? '–' : f.count(value));
	return [
		{
			id: 'name',
			title: m.portfolio_column_improvement(),
			text: ({ number, theme }) => m.portfolio_named({ number, theme }),
			href: ({ number }) => `/improvements/${number}`
		},
		{
			id: 'effective',
			title: m.portfolio_to_effective(),
			text: (one) => days(one.daysToEffective),
			numeric: true
		},
		{
			id: 'verdict',
			title: m.portfolio_to_verdict(),
			text: (one) => days(one.daysToVerdict),
			numeric: true
		}
	];
}

/** Counts with what they are of. */
export interface CountedRow {
	readonly id: string;
	readonly name: string;
	readonly count: number;
	readonly of: number;
	readonly href: string;
}

export function countColumns(
	name: string,
	f: Formats,
	of?: string
): readonly TableColumn<CountedRow>[] {
	return [
		{ id: 'name', title: name, text: (row) => row.name },
		{
			id: 'count',
			title: of ? m.portfolio_column_held() : m.portfolio_column_improvements(),
			text: ({ count }) => f.count(count),
			href: ({ href }) => href,
			numeric: true,
			strong: true
		},
		...(of
			? [{ id: 'of', title: of, text: (row: CountedRow) => f.count(row.of), numeric: true }]
			: [])
	];
}
