import { festivalTerms } from '#lib/calendar/season-terms.ts';
import type { ResponseKind } from '#lib/statistics/regression/penalised-regression.ts';
import type { ReviewMeasure, ReviewScope } from './finding.ts';

/** A month of the log; `partial`: the log knows only a part of it. */
export interface ReviewMonth {
	readonly since: string;
	readonly until: string;
	readonly days: number;
	readonly partial: boolean;
	/** Days of a partial one the log does tell of. */
	readonly told?: number;
}

/** What a month is judged by: one number a month, in all or of one value. */
export interface ReviewSeries {
	readonly measure: ReviewMeasure;
	readonly scope: ReviewScope | null;
	/** Counts in a size (orders, days, cases), or values with weights. */
	readonly kind: ResponseKind;
	/** Counts, or values on a scale on which they are symmetric (logarithms of times); null: none. */
	readonly amounts: readonly (number | null)[];
	readonly sizes: readonly number[];
	/** Logarithm of what a count is proportional to besides its size; null where it is nothing. */
	readonly offsets: readonly number[] | null;
	/** Least variance of a value of weight 1; of counts the dispersion, 1. */
	readonly leastDispersion: number;
	/** How far the time of year and slow change may reach, as standard deviations on the scale of the regression. */
	readonly seasons: SeasonSpread;
}

/** The share of all complaints that are about one problem: what a review is for. */
export function isProblemShare({
	measure,
	scope
}: Pick<ReviewSeries, 'measure' | 'scope'>): boolean {
	return (
		measure === 'share' && (scope?.dimension === 'category' || scope?.dimension === 'subcategory')
	);
}

export interface SeasonSpread {
	/** Of a month that lies in a festival wholly. */
	readonly festival: number;
	/** Of a calendar month beside that. */
	readonly month: number;
	/** Of what changes slowly, in a year. */
	readonly year: number;
}

/** The time of year of each month, one column a term. */
export interface SeasonColumns {
	readonly festivals: readonly (readonly number[])[];
	readonly months: readonly (readonly number[])[];
}

/** Festivals a month can lie in, in the order of their columns. */
export const festivalColumns = ['spring', 'spring', 'mid_year', 'double_eleven'] as const;

/** Columns for festivals (春节 moves, so that months alone cannot tell) and for each calendar month. */
export function seasonColumns(months: readonly ReviewMonth[]): SeasonColumns {
	const names = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
	return {
		festivals: festivalTerms(months, 'month'),
		months: names.map((name) => months.map(({ since }) => (since.slice(5, 7) === name ? 1 : 0)))
	};
}

/** Places of months that can be judged or used: whole, with a value and something it is counted in. */
export function usable(series: ReviewSeries, months: readonly ReviewMonth[]): readonly number[] {
	return months.flatMap(({ partial }, at) =>
		partial || series.amounts[at] === null || !(series.sizes[at]! > 0) ? [] : [at]
	);
}
