import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitStages, outcomes } from '#lib/calendar/policy.ts';
import { formatFilter, parseFilter, shiftDay } from '#lib/filter/codec.ts';
import {
	comparisons,
	emptyFilter,
	facts,
	periodNames,
	states,
	type Filter
} from '#lib/filter/filter.ts';
import { dimensions } from '#lib/measures/case-fields.ts';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => shiftDay('1990-01-01', days));
const anyRange = fc
	.tuple(anyDay, fc.integer({ min: 1, max: 900 }))
	.map(([since, length]) => ({ since, until: shiftDay(since, length) }));
const anyText = fc.string({ unit: 'grapheme', maxLength: 12 });
const anySpan = fc.oneof(
	fc.record({ from: fc.nat(), below: fc.nat() }),
	fc.record({ from: fc.nat() }),
	fc.record({ below: fc.nat() })
);
const unique = <T>(arbitrary: fc.Arbitrary<T>, minLength = 0) =>
	fc.uniqueArray(arbitrary, { minLength, maxLength: 4 });

const anyFilter: fc.Arbitrary<Filter> = fc
	.record(
		{
			period: fc.oneof(fc.constantFrom(...periodNames), anyRange),
			comparison: fc.constantFrom(...comparisons),
			dimensions: fc.dictionary(fc.constantFrom(...dimensions), unique(anyText, 1)),
			sources: unique(fc.string({ minLength: 1, maxLength: 8 })),
			scores: unique(fc.integer({ min: 0, max: 5 })),
			states: unique(fc.constantFrom(...states)),
			having: unique(fc.constantFrom(...facts)),
			lacking: unique(fc.constantFrom(...facts)),
			firstResponse: anySpan,
			resolution: anySpan,
			firstResponseWorking: anySpan,
			resolutionWorking: anySpan,
			limits: fc.dictionary(
				fc.constantFrom(...limitStages),
				fc.uniqueArray(fc.constantFrom(...outcomes), { minLength: 1 }),
				{ minKeys: 1, noNullPrototype: true }
			),
			openOn: anyDay,
			within: anyRange,
			load: fc.integer({ min: 0, max: 99_999 }),
			warning: fc.constantFrom('negative_first_response', 'repeated_time'),
			search: anyText.filter((text) => text.trim() === text && text !== ''),
			extra: fc.record({ key: fc.string({ minLength: 1 }), value: anyText })
		},
		{
			requiredKeys: [
				'period',
				'comparison',
				'dimensions',
				'sources',
				'scores',
				'states',
				'having',
				'lacking'
			]
		}
	)
	.map((filter) => ({ ...filter, dimensions: { ...filter.dimensions } }));

describe('the codec of filters', () => {
	it('reads back whatever it wrote, through the text of an address', () => {
		fc.assert(
			fc.property(anyFilter, (filter) => {
				const address = new URL(`http://localhost/?${formatFilter(filter).toString()}`);
				expect(parseFilter(address.searchParams)).toEqual({ filter, problems: [] });
			}),
			{ numRuns: 500 }
		);
	});

	it('writes nothing for what is default', () => {
		expect(formatFilter(emptyFilter).toString()).toBe('');
	});

	it('writes the last day of a period as readers say it, included', () => {
		const filter = { ...emptyFilter, period: { since: '2025-11-01', until: '2025-11-19' } };
		expect(formatFilter(filter).toString()).toBe('since=2025-11-01&until=2025-11-18');
	});

	it('keeps the blank group of a dimension apart from no choice', () => {
		const { filter } = parseFilter(new URLSearchParams('category='));
		expect(filter.dimensions).toEqual({ category: [''] });
	});

	it('collects what it cannot read and keeps the rest', () => {
		const { filter, problems } = parseFilter(
			new URLSearchParams('since=2025-02-30&until=2025-03-01&score=9&score=4&channel=App')
		);
		expect(problems).toEqual([
			{ parameter: 'since', value: '2025-02-30' },
			{ parameter: 'score', value: '9' }
		]);
		expect(filter).toEqual({ ...emptyFilter, scores: [4], dimensions: { channel: ['App'] } });
	});

	it('refuses half a period and days no calendar of a log has', () => {
		const read = (text: string) => parseFilter(new URLSearchParams(text)).problems;
		expect(read('since=2025-03-01')).toEqual([{ parameter: 'since', value: '2025-03-01' }]);
		expect(read('until=2025-03-01')).toEqual([{ parameter: 'until', value: '2025-03-01' }]);
		expect(read('within=2025-01-01~9999-12-31')).toEqual([
			{ parameter: 'within', value: '2025-01-01~9999-12-31' }
		]);
		expect(read('open_on=0001-01-01')).toHaveLength(1);
	});

	it('cuts a long search between letters', () => {
		const { filter } = parseFilter(new URLSearchParams({ q: 'a'.repeat(199) + '😀😀' }));
		expect(filter.search).toBe('a'.repeat(199) + '😀');
	});

	it('refuses a period that ends before it begins', () => {
		const { problems } = parseFilter(new URLSearchParams('since=2025-03-02&until=2025-03-01'));
		expect(problems).toEqual([{ parameter: 'until', value: '2025-03-01' }]);
	});
});
