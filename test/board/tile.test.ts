import { describe, expect, it } from 'vitest';
import { tileOf, type TileParts } from '#lib/board/tile.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import { controlFacts } from '#lib/measures/control-facts.ts';
import type { ControlSeries } from '#lib/measures/control-series.ts';

/** Kept of sized, a month each from January 2024 on; the last one runs where `running`. */
function shares(counts: readonly (readonly [number, number])[], running = false): ControlSeries {
	return {
		family: 'share',
		periods: counts.map((_, at) => ({
			since: shiftMonth('2024-01-01', at),
			until: shiftMonth('2024-01-01', at + 1),
			days: 30,
			partial: running && at === counts.length - 1
		})),
		amounts: counts.map(([kept]) => kept),
		sizes: counts.map(([, of]) => of),
		cases: counts.map(([, of]) => of),
		multiplier: 1
	};
}

function tile(series: ControlSeries, more: Partial<TileParts> = {}) {
	const measure = more.measure ?? 'resolution_in_time';
	return tileOf({
		measure,
		scope: null,
		series,
		toDay: null,
		facts: controlFacts(series, { ruleSet: 'western_electric', season: 'off', terms: null }),
		target: null,
		months: 24,
		filterOf: ({ since, until }) => ({ ...emptyFilter, period: { since, until } }),
		...more
	});
}

/** 90 % in each of twelve months, by 1 % more or less. */
const usual = Array.from({ length: 12 }, (_, at) => [at % 2 === 0 ? 890 : 910, 1000] as const);

describe('a tile', () => {
	it('says what the last whole month says, and compares the running one with the same days', () => {
		const series = shares([...usual, [700, 1000], [300, 500]], true);
		const toDay = shares([...usual.map(() => [450, 500] as const), [350, 500], [300, 500]], true);
		const found = tile(series, { toDay });
		expect(found).toMatchObject({
			value: 0.6,
			month: '2025-02-01',
			partial: true,
			cases: 500,
			variation: 'worsening',
			before: { value: 0.7, change: -0.1 },
			yearAgo: { value: 0.9, change: -0.3 }
		});
		expect(found.judged).toMatchObject({ month: '2025-01-01', value: 0.7, side: -1 });
		expect(found.filter.period).toEqual({ since: '2025-02-01', until: '2025-03-01' });
	});

	it('compares whole months with whole months', () => {
		const found = tile(shares([...usual, [950, 1000]]));
		expect(found.before).toEqual({ value: 0.91, change: 0.04 });
		expect(found.yearAgo).toEqual({ value: 0.89, change: 0.06 });
		expect(found.monthEnd).toBeNull();
	});

	it('shows the last month that can be told where the running one cannot, and says which it is', () => {
		const found = tile(shares([...usual, [0, 0]], true), { measure: 'reopened_share' });
		expect(found).toMatchObject({ value: 0.91, month: '2024-12-01', partial: false, cases: 1000 });
		expect(found.before).toEqual({ value: 0.89, change: 0.02 });
	});

	it('compares nothing of a running month with what has ripened since', () => {
		const series = shares([...usual, [300, 1000]], true);
		const found = tile(series, { measure: 'response_rate', toDay: series });
		expect(found).toMatchObject({ value: 0.3, partial: true, before: null, yearAgo: null });
	});

	it('holds its limits against the target: below all of it, above all of it, or across', () => {
		const series = shares(usual);
		const assurance = (target: number) => tile(series, { target }).assurance;
		expect(assurance(0.5)).toBe('will_hit');
		expect(assurance(0.9)).toBe('hit_or_miss');
		expect(assurance(0.99)).toBe('will_miss');
		expect(tile(series).assurance).toBe('unknown');
	});

	it('draws so many months, without limits where there are too few to judge', () => {
		const long = tile(shares(usual), { months: 3 });
		expect(long.spark.months).toEqual(['2024-10-01', '2024-11-01', '2024-12-01']);
		expect(long.spark.values).toEqual([0.91, 0.89, 0.91]);
		const short = tile(shares(usual.slice(0, 5)));
		expect(short).toMatchObject({ variation: 'unknown', judged: null });
		expect(short.spark.lower).toEqual([null, null, null, null, null]);
	});
});
