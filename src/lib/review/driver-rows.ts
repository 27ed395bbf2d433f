import { narrowed } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import {
	changePValue,
	flowChange,
	type Exposures
} from '#lib/statistics/contribution/part-change.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import type { CategorySpan } from './category-rows.ts';
import type { ReviewDriverRow, ReviewDrivers } from './month-review.ts';

const mostRows = 8;
const level = 0.05;

/**
 * Why there were more or fewer complaints than in the days before: first what orders (or days) alone would have
 * brought at the rates of before, then what each category came in beyond that. The rows add up to the difference.
 * @param dispersion how much more than chance the counts of a category scatter
 */
export function driverRows(
	{ all, kind, unit }: { readonly all: Filter } & Pick<ReviewDrivers, 'kind' | 'unit'>,
	now: CategorySpan,
	before: CategorySpan,
	exposures: Exposures,
	dispersion: (category: string) => number
): ReviewDrivers {
	const ratio = exposures.now / exposures.before;
	const keys = new Set([...now.counts, ...before.counts].map(({ category }) => category ?? ''));
	const casesIn = ({ counts }: CategorySpan, key: string): number =>
		counts.find(({ category }) => (category ?? '') === key)?.cases ?? 0;
	const judged = [...keys].map((value) => {
		const [cases, casesBefore] = [casesIn(now, value), casesIn(before, value)];
		const { z } = flowChange(
			{ now: counted(cases), before: counted(casesBefore) },
			exposures,
			dispersion(value)
		);
		return { value, cases, casesBefore, change: cases - ratio * casesBefore, p: changePValue(z) };
	});
	const { rejected } = benjaminiHochberg(
		judged.map(({ p }) => p),
		level
	);
	const rows = judged
		.map(({ value, cases, casesBefore, change }, at): ReviewDriverRow => ({
			kind: 'value',
			value,
			values: 1,
			change,
			cases,
			casesBefore,
			found: rejected[at] === true,
			filter: narrowed({ ...all, period: now.days }, 'category', [value])
		}))
		.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
	const [cases, casesBefore] = [sumOf(rows, 'cases'), sumOf(rows, 'casesBefore')];
	const exposure = { ...plain, kind: 'exposure', change: (ratio - 1) * casesBefore } as const;
	const total = {
		...plain,
		kind: 'total',
		change: cases - casesBefore,
		cases,
		casesBefore,
		filter: { ...all, period: now.days }
	} as const;
	return {
		kind,
		before: before.days,
		dimension: 'category',
		unit,
		exposureRatio: ratio,
		cases,
		casesBefore,
		rows: [exposure, ...folded(rows, { ...all, period: now.days }), total]
	};
}

const plain = { value: null, values: 0, cases: 0, casesBefore: 0, found: false, filter: null };

/** The largest rows, and all others as one, so that the sum stays the difference. */
function folded(rows: readonly ReviewDriverRow[], month: Filter): readonly ReviewDriverRow[] {
	if (rows.length <= mostRows + 1) return rows;
	const rest = rows.slice(mostRows);
	return [
		...rows.slice(0, mostRows),
		{
			...plain,
			kind: 'rest',
			values: rest.length,
			change: sumOf(rest, 'change'),
			cases: sumOf(rest, 'cases'),
			casesBefore: sumOf(rest, 'casesBefore'),
			filter: narrowed(
				month,
				'category',
				rest.map(({ value }) => value ?? '')
			)
		}
	];
}

function sumOf(rows: readonly ReviewDriverRow[], what: 'change' | 'cases' | 'casesBefore'): number {
	return rows.reduce((sum, row) => sum + row[what], 0);
}

const counted = (cases: number) => ({ cases, total: cases, squares: cases });
