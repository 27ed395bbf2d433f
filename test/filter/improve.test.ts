import { describe, expect, test } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import {
	improveHref,
	markedDimension,
	parseImprove,
	pointedHref,
	type PointedAt
} from '#lib/filter/improve.ts';

const filter: Filter = {
	...emptyFilter,
	period: { since: '2025-03-01', until: '2025-04-01' },
	dimensions: { category: ['物流配送'], subcategory: ['包裹 & 破损?'] }
};
const request = (pointed: PointedAt) =>
	parseImprove(new URL(improveHref(pointed), 'http://redress').searchParams);

describe('the address that starts an improvement', () => {
	test('carries the cases, the page with its choices, the dimension, the measure and the words', () => {
		const pointed: PointedAt = {
			page: '/categories',
			own: { weight: 'cost', inside: '物流配送', by: undefined, sort: '' },
			filter,
			by: 'category',
			measure: 'complaint_rate',
			title: '破损 & 退款'
		};
		expect(request(pointed)).toEqual({
			page: '/categories',
			own: { weight: 'cost', inside: '物流配送' },
			filter,
			by: 'category',
			measure: 'complaint_rate',
			title: '破损 & 退款',
			problems: []
		});
	});

	test('needs no more than a page and a filter', () => {
		expect(request({ page: '/', filter: emptyFilter })).toEqual({
			page: '/',
			own: {},
			filter: emptyFilter,
			by: undefined,
			measure: undefined,
			title: '',
			problems: []
		});
	});

	test('leads back to the chart with the cases that were pointed at', () => {
		const back = pointedHref(request({ page: '/control', own: { step: 'week' }, filter }));
		const { pathname, searchParams } = new URL(back, 'http://redress');
		expect(pathname).toBe('/control');
		expect(searchParams.get('step')).toBe('week');
		expect(searchParams.get('subcategory')).toBe('包裹 & 破损?');
	});

	test('says what it cannot read, and never leads to a page that is none of ours', () => {
		const read = parseImprove(
			new URLSearchParams('from=//evil.example/x&measure=money&marked=colour&since=2025-02-30')
		);
		expect(read.page).toBe('/cases');
		expect(read.measure).toBeUndefined();
		expect(read.problems.map(({ parameter }) => parameter).sort()).toEqual([
			'from',
			'marked',
			'measure',
			'since'
		]);
	});

	test('keeps at most 200 letters of a title, an emoji whole', () => {
		const long = '😀'.repeat(300);
		expect(request({ page: '/', filter, title: long }).title).toBe('😀'.repeat(200));
	});

	test('takes nothing of the filter from the choices of a page', () => {
		const read = parseImprove(new URLSearchParams('from=/categories?shop=A%26weight=cost'));
		expect(read.own).toEqual({ weight: 'cost' });
	});
});

describe('what a mark stands among', () => {
	test('is the dimension it named, where the filter chooses by it', () => {
		expect(markedDimension(filter, 'category')).toBe('category');
		expect(markedDimension(filter, 'shop')).toBe('subcategory');
	});
	test('else the narrowest chosen by, else none', () => {
		expect(markedDimension(filter)).toBe('subcategory');
		expect(markedDimension({ ...emptyFilter, dimensions: { status: ['open'] } })).toBe('status');
		expect(markedDimension(emptyFilter)).toBeUndefined();
	});
});
