import { describe, expect, it } from 'vitest';
import { categoriesWords } from '#lib/components/review/part-words.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { categoryRows, type CategorySpan } from '#lib/review/category-rows.ts';
import { driverRows } from '#lib/review/driver-rows.ts';
import { aReview } from './a-review.ts';

const span = (month: string, until: string, counts: Record<string, number>): CategorySpan => ({
	days: { since: month, until },
	counts: Object.entries(counts).map(([category, cases]) => ({
		category: category === '-' ? null : category,
		cases,
		resolved: Math.round(cases / 2),
		state_told: cases
	}))
});
const now = span('2025-10-01', '2025-11-01', { 质量: 600, 物流: 300, '-': 100 });
const before = span('2025-09-01', '2025-10-01', { 质量: 400, 物流: 350, '-': 50 });

describe('the table of categories', () => {
	const rows = categoryRows(emptyFilter, now, before, null);

	it('has a row a category and one for all, which add up', () => {
		expect(rows.map(({ kind, category, cases }) => [kind, category, cases])).toEqual([
			['category', '质量', 600],
			['category', '物流', 300],
			['category', '', 100],
			['total', null, 1000]
		]);
		expect(rows.at(-1)).toMatchObject({ share: 1, resolved: 500, resolutionRate: 0.5 });
	});

	it('tells the change of a share in points: 60 % after 400 of 800', () => {
		expect(rows[0]!.before).toMatchObject({ cases: 400, share: 0.5, changed: true });
		expect(rows[0]!.before!.change).toBeCloseTo(0.1, 12);
		expect(rows[1]!.before!.change).toBeCloseTo(0.3 - 350 / 800, 12);
		expect(rows[0]!.yearAgo).toBeNull();
	});

	it('has a row for what there was last month or last year and is not now', () => {
		const earlier = span('2025-09-01', '2025-10-01', { 质量: 400, 价格: 400 });
		const lastYear = span('2024-10-01', '2024-11-01', { 质量: 90, 售后: 10 });
		const all = categoryRows(emptyFilter, now, earlier, lastYear);
		expect(all.map(({ category, cases }) => [category, cases])).toEqual([
			['质量', 600],
			['物流', 300],
			['', 100],
			['价格', 0],
			['售后', 0],
			[null, 1000]
		]);
		expect(all[3]).toMatchObject({ share: 0, resolved: null, resolutionRate: null });
		expect(all[3]!.before).toMatchObject({ cases: 400, change: -0.5, changed: true });
		expect(all[4]!.before).toMatchObject({ cases: 0, share: 0, change: 0, changed: false });
		expect(all[4]!.yearAgo).toMatchObject({ cases: 10, change: -0.1 });
	});

	it('says that the log names no categories, and nothing of their shares, where all are blank', () => {
		overwriteGetLocale(() => 'en');
		const f = formats('en', 'Asia/Shanghai');
		const said = (categories: ReturnType<typeof categoryRows>) =>
			categoriesWords(f, { ...aReview(), categories }).answer;
		const blank = (month: string, until: string) => span(month, until, { '-': 50 });
		const none = categoryRows(
			emptyFilter,
			blank('2025-10-01', '2025-11-01'),
			blank('2025-09-01', '2025-10-01'),
			null
		);
		expect(said(none)).toBe('The log names no categories.');
		expect(said(rows)).toMatch(/^More than chance against the month before: /);
	});

	it('opens the cases of each number', () => {
		expect(rows[2]!.filter).toMatchObject({ period: now.days, dimensions: { category: [''] } });
		expect(rows[1]!.before!.filter).toMatchObject({ period: before.days });
		expect(rows[0]!.resolvedFilter.states).toEqual(['resolved', 'time_missing']);
	});
});

describe('why the number of complaints changed', () => {
	it('begins with what orders alone would have brought; the rows add up to the difference', () => {
		const told = { all: emptyFilter, kind: 'previous', unit: 'orders' } as const;
		const drivers = driverRows(told, now, before, { now: 110, before: 100 }, () => 1);
		// 10 % more orders than behind 800 cases: 80; then 600 − 440, 300 − 385, 100 − 55.
		expect(
			drivers.rows.map(({ kind, value, change }) => [kind, value, Math.round(change)])
		).toEqual([
			['exposure', null, 80],
			['value', '质量', 160],
			['value', '物流', -85],
			['value', '', 45],
			['total', null, 200]
		]);
		expect(drivers.rows.every(({ kind, found }) => found === (kind === 'value'))).toBe(true);
	});

	it('does not call chance a change', () => {
		const told = { all: emptyFilter, kind: 'previous', unit: 'days' } as const;
		const same = span('2025-09-01', '2025-10-01', { 质量: 590, 物流: 306, '-': 104 });
		const drivers = driverRows(told, now, same, { now: 31, before: 30 }, () => 1);
		expect(drivers.rows.some(({ found }) => found)).toBe(false);
	});
});
