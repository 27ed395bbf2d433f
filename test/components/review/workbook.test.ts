import { read, utils, type WorkBook } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { reviewWords } from '#lib/components/review/document-words.ts';
import { workbookSheets } from '#lib/components/review/workbook-sheets.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import type { Finding } from '#lib/review/finding.ts';
import type { Decision } from '#lib/review/minutes.ts';
import { xlsxOfSheets } from '#lib/server/questions/sheets-xlsx.ts';
import { aCategory, aFigure, aReview } from '../../review/a-review.ts';

const f = formats('en', 'Asia/Shanghai');
const months = Array.from({ length: 24 }, (_, at) =>
	new Date(Date.UTC(2023, 10 + at, 1)).toISOString().slice(0, 10)
);
const filter = {
	...emptyFilter,
	period: { since: '2025-10-01', until: '2025-11-01' },
	dimensions: { category: ['=HYPERLINK("x")'] }
};
const finding: Finding = {
	id: 'share|category|=HYPERLINK("x")|1',
	kind: 'news',
	measure: 'share',
	scope: { dimension: 'category', value: '=HYPERLINK("x")' },
	within: null,
	value: 0.4,
	expected: 0.3,
	lower: 0.25,
	upper: 0.35,
	side: 1,
	meaning: 'bad',
	pValue: 0.001,
	cases: 4,
	season: null,
	began: '2025-10-01',
	alike: [],
	trend: {
		months,
		values: months.map((_, at) => at / 100),
		center: months.map(() => 0.3),
		lower: months.map(() => 0.25),
		upper: months.map(() => 0.35)
	},
	filter,
	improvements: ['i1']
};
const categories = Array.from({ length: 300 }, (_, at) => aCategory(`0012${at}`, 1, 300));
const review = aReview({
	cases: 300,
	figures: [aFigure('complaints', 300)],
	findings: [finding],
	judged: 40,
	categories,
	improvements: [
		{
			id: 'i1',
			number: '2511-01',
			theme: '+1 老客户',
			owner: '@高翔',
			stage: 'check',
			effectiveOn: '2025-08-18',
			steps: [{ kind: 'verdict', day: '2025-10-20' }],
			outcome: 'effective',
			effect: { kind: 'ratio', estimate: 0.56, lower: 0.44, upper: 0.71 },
			measure: 'complaint_rate',
			before: 3.6,
			after: 2
		}
	]
});
const decision: Decision = {
	id: 'd',
	place: 1,
	what: '-2+3 立项',
	about: '',
	evidence: '',
	owner: '赵一鸣',
	due: '2025-11-24',
	state: 'open',
	result: '',
	by: { id: 'declared:陈静', name: '陈静', assurance: 'declared' },
	at: 0,
	number: 1
};

async function written(...notes: readonly string[]): Promise<WorkBook> {
	const people = { decisions: [decision], followed: [] };
	const today = '2025-11-18';
	const sheets = workbookSheets(f, {
		review,
		words: reviewWords(f, review, { ...people, today }),
		signatures: [],
		comments: {},
		...people,
		frozen: null,
		notes,
		differences: [],
		today
	});
	return read(await xlsxOfSheets(sheets), { cellDates: true });
}

/** Rows below the head of a sheet. */
function rowsOf(book: WorkBook, name: string): unknown[][] {
	const sheet = book.Sheets[name];
	expect(sheet, name).toBeDefined();
	return utils.sheet_to_json<unknown[]>(sheet!, { header: 1, raw: true, blankrows: true });
}

test('every table is there with every row, says which cases it counts, and keeps ids as text', async () => {
	const book = await written();
	expect(book.SheetNames).toEqual([
		'Figures',
		'Signals',
		'Signals by month',
		'Why the count changed',
		'Forecast',
		'Improvements',
		'What is due',
		'Categories',
		'Earlier decisions',
		'Decisions',
		'Comments',
		'Signatures'
	]);
	const found = rowsOf(book, 'Categories');
	const head = found.findIndex((row) => row[0] === 'Category');
	expect(found.slice(head + 1).map((row) => row[0])).toEqual(
		categories.map(({ category }) => category)
	);
	expect(found[1]?.[0]).toBe('Cases counted');
	expect(String(found[1]?.[1])).toContain('Oct 2025');
	expect(String(found[1]?.[1])).toContain('since=2025-10-01&until=2025-10-31');
	// The chart's data: every month of the signal.
	expect(
		rowsOf(book, 'Signals by month')
			.slice(-24)
			.map((row) => [row[2], row[3]])
	).toEqual(months.map((month, at) => [month.slice(0, 7), at / 100]));
	const improvement = rowsOf(book, 'Improvements').at(-1);
	expect(improvement?.slice(0, 3)).toEqual(['2511-01', '+1 老客户', '@高翔']);
	expect(improvement?.[3]).toBeInstanceOf(Date);
	expect(improvement?.[7]).toBeCloseTo(-0.44, 12);
	expect(rowsOf(book, 'Signals').at(-1)?.[12]).toBe('2511-01');
});

test('no cell is a formula, whatever people and logs wrote', async () => {
	const book = await written();
	let texts = 0;
	for (const sheet of Object.values(book.Sheets))
		for (const [place, cell] of Object.entries(
			sheet as Record<string, { f?: string; t?: string }>
		)) {
			if (place.startsWith('!')) continue;
			expect(cell.f, place).toBeUndefined();
			if (cell.t === 's') texts += 1;
		}
	expect(texts).toBeGreaterThan(300);
	expect(rowsOf(book, 'Signals').at(-1)?.[0]).toBe('share|category|=HYPERLINK("x")|1');
	expect(rowsOf(book, 'Decisions').at(-1)?.slice(0, 2)).toEqual(['2025-10-1', '-2+3 立项']);
});

test('what one has to know of the whole stands above every table', async () => {
	const book = await written('The data no longer contain this month.');
	for (const name of book.SheetNames)
		expect(
			rowsOf(book, name).map((row) => row[1]),
			name
		).toContain('The data no longer contain this month.');
});
