import { describe, expect, it } from 'vitest';
import { barDimensions } from '#lib/components/filter/bar-dimensions.ts';
import { criteria } from '#lib/components/filter/criteria.ts';
import { chooseHref } from '#lib/components/filter/choose.ts';
import { narrowedValues } from '#lib/components/filter/values.ts';
import { formatFilter, parseFilter } from '#lib/filter/codec.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { ownParameters } from '#lib/filter/own.ts';
import { formats } from '#lib/format/formats.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';

const f = formats('en', 'Asia/Shanghai');
overwriteGetLocale(() => 'en');

describe('the criteria of a filter', () => {
	const address =
		'period=all&category=A&product=B&product=&team=C&source=shop&score=1&score=0&state=open' +
		'&has=cost&lacks=narrative&first_response=60~1440&resolved_in=4320~&open_on=2025-11-18' +
		'&within=2025-10-01~2025-10-31&load=3&warning=negative_resolution&q=late&extra=Warehouse&extra_value=S1';
	const { filter, problems } = parseFilter(new URLSearchParams(address));

	it('are said each in words', () => {
		expect(problems).toEqual([]);
		expect(criteria(filter, ['category'], f).map(({ text }) => text)).toEqual([
			'Source: shop',
			'Team: C',
			'Product: B and (blank)',
			'Rated 1 and Not rated',
			'Open',
			'With cost',
			'Without narrative',
			'First response 1 h to < 24 h',
			'Resolved in ≥ 3 d',
			'Open at the end of 18 Nov 2025',
			'Received Oct 2025',
			'Load 3',
			'Warning: Resolved before receipt',
			'Warehouse: S1'
		]);
	});

	it('can each be taken back alone, all else staying', () => {
		const before = formatFilter(filter).size;
		for (const { text, without } of criteria(filter, ['category'], f)) {
			const left = formatFilter(without);
			expect(left.size, text).toBeLessThan(before);
			expect(left.get('category'), text).toBe('A');
			expect(left.get('q'), text).toBe('late');
			expect(criteria(without, ['category'], f), text).toHaveLength(13);
		}
	});

	it('call the demo what it is, and leave the log to its button where there is one', () => {
		const logs = [{ source: 'shop', demo: true }];
		expect(criteria(filter, [], f, { sources: logs, themeNames: {} })[0]?.text).toBe(
			'Source: Demo data'
		);
		expect(criteria(filter, ['source'], f, { sources: logs, themeNames: {} })[0]?.text).toBe(
			'Category: A'
		);
	});

	it('calls a theme by its words, and by its number where they are not known', () => {
		const filter = { ...emptyFilter, themes: [3, 4] };
		const known = { sources: [], themeNames: { 3: '退款 · 客服' } };
		expect(criteria(filter, [], f, known).map(({ text }) => text)).toEqual([
			'Theme: 退款 · 客服',
			'Theme no. 4'
		]);
	});

	it('are none for a page opened without any', () => {
		expect(criteria(emptyFilter, [], f)).toEqual([]);
	});
});

describe('the buttons of the filter bar', () => {
	it('are those of columns the log has', () => {
		const { shown, more } = barDimensions(emptyFilter, ['category', 'shop', 'team', 'received_at']);
		expect(shown).toEqual(['category', 'shop']);
		expect(more).toEqual(['team']);
	});

	it('show the subcategory beside a chosen category, and what is filtered even without a column', () => {
		const filter = { ...emptyFilter, dimensions: { category: ['A'], city: ['B'] } };
		const { shown, more } = barDimensions(filter, ['category', 'subcategory']);
		expect(shown).toEqual(['category', 'subcategory']);
		expect(more).toEqual(['city']);
	});
});

describe('a list of values', () => {
	const values = [
		{ value: 'Late delivery', cases: 9 },
		{ value: 'Refund', cases: 5 },
		{ value: null, cases: 2 },
		{ value: 'delivered broken', cases: 1 }
	];

	it('is narrowed by what is typed, whatever the case of letters', () => {
		expect(narrowedValues(values, [], ' DELIV', 10).shown.map(({ value }) => value)).toEqual([
			'Late delivery',
			'delivered broken'
		]);
	});

	it('keeps chosen values in sight, first, also those that no case has', () => {
		const { shown } = narrowedValues(values, ['', 'Gone'], 'deliv', 10);
		expect(shown.map(({ value }) => value)).toEqual([
			'Gone',
			null,
			'Late delivery',
			'delivered broken'
		]);
	});

	it('says how many it does not show', () => {
		expect(narrowedValues(values, [], '', 1)).toEqual({ shown: [values[0]], hidden: 3 });
	});
});

describe('a page’s own parameters', () => {
	it('outlive a change of filter, positions in a list do not', () => {
		const parameters = new URLSearchParams('category=A&by=channel&after=x&sort=cases&q=late');
		expect(ownParameters(parameters)).toEqual({ by: 'channel', sort: 'cases' });
	});

	it('go along to the page where values are chosen', () => {
		const place = { page: '/categories', own: { by: 'channel' } } as const;
		expect(chooseHref('shop', { ...emptyFilter, search: 'late' }, place)).toBe(
			'/choose/shop?q=late&by=channel&for=%2Fcategories'
		);
	});
});
