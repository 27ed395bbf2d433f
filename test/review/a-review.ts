import { emptyFilter } from '#lib/filter/filter.ts';
import type { CategoryRow, MonthReview, ReviewFigure } from '#lib/review/month-review.ts';

const filter = { ...emptyFilter, period: { since: '2025-10-01', until: '2025-11-01' } };

export function aFigure(measure: ReviewFigure['measure'], value: number | null): ReviewFigure {
	return {
		measure,
		value,
		interval: null,
		cases: 10,
		before: null,
		yearAgo: null,
		target: null,
		filter
	};
}

export function aCategory(category: string, cases: number, of: number): CategoryRow {
	return {
		kind: 'category',
		category,
		cases,
		share: cases / of,
		before: null,
		yearAgo: null,
		resolved: cases,
		resolutionRate: 1,
		filter,
		resolvedFilter: filter
	};
}

/** October 2025 of ten cases, with nothing to report but what a test says. */
export function aReview(said: Partial<MonthReview> = {}): MonthReview {
	return {
		month: '2025-10-01',
		told: { since: '2025-10-01', until: '2025-11-01' },
		partial: false,
		asOf: Date.UTC(2025, 10, 18, 16),
		dataVersion: 3,
		fingerprint: 'f0',
		cases: 10,
		filter,
		figures: [],
		findings: [],
		judged: 0,
		drivers: null,
		forecast: null,
		categories: [],
		improvements: [],
		due: [],
		decisions: [],
		...said
	};
}
