import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { satisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { kendallTauB } from '#lib/statistics/association/kendall.ts';
import { pearson } from '#lib/statistics/association/pearson.ts';
import { spearman } from '#lib/statistics/association/spearman.ts';
import type { LedgerEntry } from '#lib/server/import/ledger-entry.ts';
import { confirmSuspicion, withdrawSuspicion } from '#lib/server/import/suspicions.ts';
import { undo } from '#lib/server/import/undo.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openEmpty } from '../fixtures/canonical.ts';
import { serve } from '../fixtures/cases.ts';
import { asked, hasRealLogs, imported, realLog, tester, warned } from './logs.ts';

const log = realLog('shopzilla-csat', 'shopzilla_support_test20.csv');
const repeated = 'repeated_time:first_response_at:2023-08-28 00:00';

describe.skipIf(!hasRealLogs)('the shopzilla log', () => {
	let store: DuckDbWarehouse;
	let entry: LedgerEntry;
	beforeAll(async () => {
		store = await openEmpty();
		entry = await imported(store, log, { source: 'shopzilla' });
	});
	afterAll(() => store.close());

	test('loads every row with the proposed mapping', () => {
		expect(entry).toMatchObject({
			rowsRead: 17_182,
			loaded: 17_182,
			updated: 0,
			unchanged: 0,
			quarantined: 0,
			encoding: 'utf-8'
		});
	});

	test('counts the negative times and the default value somebody filled in', async () => {
		expect(warned(entry)).toMatchObject({ 'negative_first_response in issue_responded': 635 });
		const [both] = await asked<{ negative: number; repeated: number; both: number }>(
			store,
			`select count(*) filter (where list_contains(warnings, 'negative_first_response')) as negative,
				count(*) filter (where list_contains(warnings, '${repeated}')) as repeated,
				count(*) filter (where list_has_all(warnings, ['negative_first_response', '${repeated}'])) as both
			from complaint`
		);
		const suspicion = entry.warnings.find(({ rows }) => rows === repeated);
		expect(both).toEqual({ negative: 635, repeated: suspicion?.count, both: 633 });
	});

	test('has the channels, categories and scores its publisher counted', async () => {
		expect(
			await asked(store, 'select channel, count(*) as n from complaint group by 1 order by 2 desc')
		).toEqual([
			{ channel: 'Inbound', n: 13_644 },
			{ channel: 'Outcall', n: 2_943 },
			{ channel: 'Email', n: 595 }
		]);
		expect(
			await asked(
				store,
				`select count(distinct category) as categories, count(distinct subcategory) as subcategories,
					count(*) filter (where category = 'Returns') as returns,
					count(*) filter (where category = 'Order Related') as orders,
					count(*) filter (where category = 'Refund Related') as refunds
				from complaint`
			)
		).toEqual([{ categories: 12, subcategories: 54, returns: 8_834, orders: 4_629, refunds: 915 }]);
		const scores = await asked<{ n: number }>(
			store,
			'select satisfaction, count(*) as n from complaint group by 1 order by 1'
		);
		expect(scores.map(({ n }) => n)).toEqual([2_241, 227, 503, 2_277, 11_934]);
	});

	test('gives the correlations of response time and score to eight digits', async () => {
		const pairs = await asked<{ minutes: number; score: number; n: number }>(
			store,
			`select first_response_minutes as minutes, satisfaction as score, count(*) as n
			from complaint
			where first_response_minutes is not null and satisfaction is not null
			group by 1, 2`
		);
		const columns = {
			x: pairs.map(({ minutes }) => minutes),
			y: pairs.map(({ score }) => score),
			n: pairs.map(({ n }) => n)
		};
		expect(columns.n.reduce((sum, n) => sum + n, 0)).toBe(16_547);
		expect(pearson(columns).r).toBeCloseTo(-0.15779136, 8);
		expect(spearman(columns).rho).toBeCloseTo(-0.19179031, 8);
		serve(store);
		const scope = await scopeOf(localPerson, { ...emptyFilter, period: 'all' });
		const facts = await satisfactionFacts(scope, {
			clock: 'first_response',
			time: 'wall',
			stratum: null,
			measure: 'share',
			weights: false
		});
		expect(facts?.pooled.spearman.n).toBe(16_547);
		expect(facts?.pooled.pearson.value).toBeCloseTo(-0.15779136, 8);
		expect(facts?.pooled.spearman.value).toBeCloseTo(-0.19179031, 8);
		// By sums of the engine and by walking the pairs: the same coefficient.
		expect(facts?.pooled.kendall.value).toBeCloseTo(kendallTauB(columns).tau ?? NaN, 12);
		const [means] = await asked<{ median: number; quick: number; slow: number }>(
			store,
			`select median(first_response_minutes) as median,
				avg(satisfaction) filter (where first_response_minutes < 5) as quick,
				avg(satisfaction) filter (where first_response_minutes > 1440) as slow
			from complaint`
		);
		expect(means?.median).toBe(6);
		expect(means?.quick).toBeCloseTo(4.505449, 5);
		expect(means?.slow).toBeCloseTo(3.31338, 5);
	});

	test('changes nothing when the same file comes again, and undoing either leaves every case', async () => {
		const digest =
			'select count(*) as n, bit_xor(hash(columns(* exclude (load_id)))) from complaint';
		const before = await asked(store, digest);
		const again = await imported(store, log, { source: 'shopzilla' });
		expect(again).toMatchObject({ rowsRead: 17_182, unchanged: 17_182, loaded: 0, updated: 0 });
		expect(await asked(store, digest)).toEqual(before);
		expect(await undo(store, entry.loadId, tester)).toEqual({ removed: 0, restored: 17_182 });
		expect(await asked(store, digest)).toEqual(before);
		expect(await undo(store, again.loadId, tester)).toEqual({ removed: 17_182, restored: 0 });
		expect(await asked(store, 'select count(*) as n from complaint')).toEqual([{ n: 0 }]);
		entry = await imported(store, log, { source: 'shopzilla' });
		expect(await asked(store, digest)).toEqual(before);
	});

	test('leaves the durations of a confirmed suspicion out, also after the log came again', async () => {
		const counted =
			'select count(first_response_minutes) as n, count(first_response_at) as at_kept from complaint';
		const suspicion = entry.warnings.find(({ rows }) => rows === repeated);
		const confirmed = await confirmSuspicion(store, entry.loadId, repeated, tester);
		expect(confirmed).toEqual({ cases: suspicion?.count });
		// Of the rows with the default value 633 are negative anyway.
		const left = 16_547 - ((suspicion?.count ?? 0) - 633);
		expect(await asked(store, counted)).toEqual([{ n: left, at_kept: 17_182 }]);
		await undo(store, entry.loadId, tester);
		entry = await imported(store, log, { source: 'shopzilla' });
		expect(await asked(store, counted)).toEqual([{ n: left, at_kept: 17_182 }]);
		await withdrawSuspicion(store, entry.loadId, repeated, tester);
		expect(await asked(store, counted)).toEqual([{ n: 16_547, at_kept: 17_182 }]);
	});
});
