import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import * as satisfaction from '#lib/server/questions/satisfaction.ts';
import { satisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { kendallTauB } from '#lib/statistics/association/kendall.ts';
import { pearson } from '#lib/statistics/association/pearson.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { inBand, rated } from '../../../src/routes/satisfaction/satisfaction-view.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

// Ten cases worked out by hand; the period is March.
const at = (
	minutes: number | null,
	score: number | null,
	more: Partial<CaseValues> = {}
): CaseValues => ({
	received: '2025-03-03 09:00',
	first_response_minutes: minutes,
	first_response_at: minutes === null ? null : '2025-03-03 02:00:00',
	satisfaction: score,
	priority: 'P1',
	...more
});
const cases: readonly CaseValues[] = [
	at(0, 5),
	at(4.99, 4),
	at(5, 2, { priority: 'P2' }),
	at(14, null),
	at(1440, 1, { priority: null }),
	at(1440, 1, { priority: null }),
	at(3000, 3),
	at(null, 5),
	// Answered before it came: given, but not counted.
	at(null, 1, { first_response_at: '2025-03-02 02:00:00' }),
	at(7, 4, { received: '2025-02-10 09:00' })
];
const march: Filter = {
	...emptyFilter,
	period: { since: '2025-03-01', until: '2025-04-01' },
	comparison: 'none'
};

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture(cases, { asOf: '2025-04-01' });
	serve(store);
});
afterAll(() => store.close());

/** The same cases one by one, for the functions that take them so. */
async function pairs() {
	const rows = await ask(await scope(), satisfaction.pairs);
	return {
		x: rows.map(({ minutes }) => minutes),
		y: rows.map(({ score }) => score),
		n: rows.map(({ cases: count }) => count)
	};
}

const choice = {
	clock: null,
	time: 'wall',
	stratum: null,
	measure: 'share',
	weights: false
} as const;
const byWall = { clock: 'first_response', time: 'wall' } as const;
const scope = (filter: Filter = march) => scopeOf(localPerson, filter);

describe('waiting time against scores', () => {
	it('tells what has a time, a score, both, and which times are not counted', async () => {
		const [first, resolution] = await ask(await scope(), satisfaction.coverage);
		expect(first).toEqual({
			clock: 'first_response',
			cases: 9,
			rated: 8,
			satisfied: 3,
			score_sum: 22,
			score_square_sum: 82,
			timed: 7,
			timed_rated: 6,
			timed_by_wall: 7,
			timed_in_work: 0,
			set_aside: 1,
			whole_days: 3
		});
		expect(resolution).toMatchObject({ clock: 'resolution', timed: 0, set_aside: 0 });
	});

	it('puts a wait at the edge of two bands into the later one', async () => {
		const bands = await ask(await scope(), satisfaction.bands);
		expect(
			bands.map((row) => [row.from_minutes, row.below_minutes, row.cases, row.rated, row.satisfied])
		).toEqual([
			[0, 5, 2, 2, 2],
			[5, 15, 2, 1, 0],
			[1440, null, 3, 3, 0]
		]);
		expect(bands.at(-1)).toMatchObject({ score_sum: 5, score_square_sum: 11, stratum: null });
	});

	it('splits bands and pairs by a dimension, the blank group by itself', async () => {
		const choices = { stratum: 'priority' };
		const bands = await ask(await scope(), satisfaction.bands, choices);
		expect(bands.map((row) => [row.stratum, row.from_minutes, row.cases])).toEqual([
			['P1', 0, 2],
			['P1', 5, 1],
			['P1', 1440, 1],
			['P2', 5, 1],
			[null, 1440, 2]
		]);
		const pairs = await ask(await scope(), satisfaction.pairs, choices);
		expect(pairs.map((row) => [row.stratum, row.minutes, row.score, row.cases])).toEqual([
			['P1', 0, 5, 1],
			['P1', 4.99, 4, 1],
			['P1', 3000, 3, 1],
			['P2', 5, 2, 1],
			[null, 1440, 1, 2]
		]);
	});

	it('has bands of days for logs that know no more', async () => {
		const bands = await ask(await scope(), satisfaction.bands, { scale: 'days' });
		expect(bands.map((row) => [row.from_minutes, row.below_minutes, row.cases])).toEqual([
			[0, 1440, 4],
			[1440, 2880, 2],
			[2880, 4320, 1]
		]);
	});
});

describe('what correlations are made from', () => {
	it('ranks waits within all cases or a stratum, equal waits alike', async () => {
		// Waits 0, 4.99, 5, 1440, 1440, 3000 rank 1 2 3 4.5 4.5 6; their scores are 5 4 2 1 1 3.
		const all = await ask(await scope(), satisfaction.ranks);
		expect(all.map((row) => [row.score, row.cases, row.rank_sum, row.rank_square_sum])).toEqual([
			[1, 2, 9, 40.5],
			[2, 1, 3, 9],
			[3, 1, 6, 36],
			[4, 1, 2, 4],
			[5, 1, 1, 1]
		]);
		expect(all[0]).toMatchObject({
			stratum: null,
			minutes_least: 1440,
			minutes_most: 1440,
			minutes_median: 1440,
			minutes_mean: 1440,
			minutes_squares: 0
		});
		const within = await ask(await scope(), satisfaction.ranks, { stratum: 'priority' });
		expect(within.map((row) => [row.stratum, row.score, row.rank_sum])).toEqual([
			['P1', 3, 3],
			['P1', 4, 2],
			['P1', 5, 1],
			['P2', 2, 1],
			[null, 1, 3]
		]);
	});

	it('counts pairs that agree less pairs that do not, and ties of waits', async () => {
		// 3000 with 3 agrees with 5 (2) and both 1440 (1, 1); all other pairs that differ in both disagree:
		// of 15 pairs one is tied, three agree, eleven do not.
		expect(await ask(await scope(), satisfaction.concordance)).toEqual([
			{ concordance: -8, tied_pairs: 1, tied_linear: 18, tied_triples: 0 }
		]);
		const none = { ...march, dimensions: { priority: ['P9'] } };
		expect(await ask(await scope(none), satisfaction.concordance)).toEqual([
			{ concordance: 0, tied_pairs: 0, tied_linear: 0, tied_triples: 0 }
		]);
	});

	it('finds the middle wait of each stratum', async () => {
		const medians = await ask(await scope(), satisfaction.medians, { stratum: 'priority' });
		expect(medians.map((row) => [row.stratum, row.cases, row.minutes_median])).toEqual([
			['P1', 3, 4.99],
			['P2', 1, 5],
			[null, 2, 1440]
		]);
	});

	it('counts waits in hundredths of a decade, none below what is drawn', async () => {
		// log10: 4.99 → 0.698, 5 → 0.699, 1440 → 3.158, 3000 → 3.477; 720 → 2.857.
		const steps = await ask(await scope(), satisfaction.waits);
		expect(steps.map((row) => [row.score, row.step, row.cases])).toEqual([
			[1, 316, 2],
			[2, 70, 1],
			[3, 348, 1],
			[4, 70, 1],
			[5, 0, 1]
		]);
		const days = await ask(await scope(), satisfaction.waits, { scale: 'days' });
		expect(days.map((row) => row.step)).toEqual([316, 286, 348, 286, 286]);
	});
});

describe('the page', () => {
	it('makes coefficients from the pairs of the selection', async () => {
		const facts = await satisfactionFacts(await scope(), choice);
		// Waits 0, 4.99, 5, 1440, 1440, 3000 rank 1 2 3 4.5 4.5 6; scores 5 4 2 1 1 3 rank 6 5 3 1.5 1.5 4.
		// Centred on 3.5: products −6.25 −2.25 +0.25 −2 −2 +1.25 = −11, squares 17 each.
		expect(facts?.pooled.spearman.n).toBe(6);
		expect(facts?.pooled.spearman.value).toBeCloseTo(-11 / 17, 12);
		const { x, y, n } = await pairs();
		expect(facts?.pooled.pearson.value).toBeCloseTo(pearson({ x, y, n }).r ?? NaN, 12);
		expect(facts?.pooled.kendall.value).toBeCloseTo(-8 / Math.sqrt(14 * 14), 12);
		expect(facts?.pooled.kendall.pValue).toBeCloseTo(kendallTauB({ x, y, n }).pValue ?? NaN, 12);
		expect(facts?.stratum).toBe('priority');
		expect(facts?.strata.map(({ key, n }) => [key, n])).toEqual([
			['P1', 3],
			['P2', 1],
			[null, 2]
		]);
		expect(facts?.verdict).toBe('too_few');
		expect(facts?.scale).toBe('minutes');
		expect(facts?.other).toBeNull();
	});

	it('leads each band to exactly the cases it counts', async () => {
		const facts = await satisfactionFacts(await scope(), choice);
		for (const band of facts?.bands ?? []) {
			const chosen = inBand(march, byWall, band);
			const [all] = await ask(await scope(chosen), satisfaction.coverage);
			expect(all?.cases).toBe(band.cases);
			const [withScore] = await ask(await scope(rated(chosen)), satisfaction.coverage);
			expect(withScore?.cases).toBe(band.rated);
		}
		expect(facts?.bands).toHaveLength(3);
	});

	it('keeps a band within the span the filter already asks for', () => {
		const asked = { ...march, firstResponse: { from: 8, below: 20 } };
		expect(inBand(asked, byWall, { from: 5, below: 15 }).firstResponse).toEqual({
			from: 8,
			below: 15
		});
		expect(inBand(asked, byWall, { from: 15, below: null }).firstResponse).toEqual({
			from: 15,
			below: 20
		});
	});

	it('does not split by a dimension the filter has narrowed to one value', async () => {
		const narrowed = { ...march, dimensions: { priority: ['P1'] } };
		const facts = await satisfactionFacts(await scope(narrowed), choice);
		// The log speaks of no other dimension: the narrowed one is all there is.
		expect(facts?.stratumChoices).toEqual(['priority']);
		expect(facts?.strata).toHaveLength(1);
	});
});
