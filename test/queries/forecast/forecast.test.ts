import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { forecastChoices } from '#lib/server/questions/forecast-choices.ts';
import { forecastPageFacts } from '#lib/server/questions/forecast-page.ts';
import * as forecast from '#lib/server/questions/forecast.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { forecastTitle, refusal } from '../../../src/routes/forecast/forecast-words.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

// Wednesday 1 January to Saturday 15 March 2025: two whole months and a running one.
const cases: readonly CaseValues[] = [
	{ received: '2025-01-01 00:00', category: '物流' },
	{ received: '2025-01-05 23:59', category: '物流' },
	{ received: '2025-01-06 00:00', category: null },
	{ received: '2025-02-28 09:00', category: '售后', channel: 'App' },
	{ received: '2025-03-01 09:00', category: '售后' },
	{ received: '2025-03-01 10:00', category: '物流' }
];

let store: DuckDbWarehouse;
beforeAll(async () => {
	overwriteGetLocale(() => 'en');
	store = await openFixture(cases, { asOf: '2025-03-16' });
	serve(store);
});
afterAll(() => store.close());

const scope = (filter: Filter = emptyFilter) => scopeOf(localPerson, filter);

describe('forecast/periods', () => {
	it('counts by month and value over all days, whatever period is chosen; blanks are a value', async () => {
		const march = { ...emptyFilter, period: { since: '2025-03-01', until: '2025-03-16' } };
		const rows = await ask(await scope(march), forecast.periods, { dimension: 'category' });
		expect(rows).toEqual([
			{ since: '2025-01-01', value: '物流', cases: 2 },
			{ since: '2025-01-01', value: null, cases: 1 },
			{ since: '2025-02-01', value: '售后', cases: 1 },
			{ since: '2025-03-01', value: '售后', cases: 1 },
			{ since: '2025-03-01', value: '物流', cases: 1 }
		]);
	});

	it('counts by week from Monday', async () => {
		const rows = await ask(await scope(), forecast.periods, { step: 'week' });
		expect(rows).toEqual([
			{ since: '2024-12-30', value: null, cases: 2 },
			{ since: '2025-01-06', value: null, cases: 1 },
			{ since: '2025-02-24', value: null, cases: 3 }
		]);
	});

	it('takes the rest of the filter', async () => {
		const app = { ...emptyFilter, dimensions: { channel: ['App'] } };
		const rows = await ask(await scope(app), forecast.periods);
		expect(rows).toEqual([{ since: '2025-02-01', value: null, cases: 1 }]);
	});
});

describe('forecast/days', () => {
	it('counts the days that have cases', async () => {
		expect(await ask(await scope(), forecast.days)).toEqual([
			{ since: '2025-01-01', cases: 1 },
			{ since: '2025-01-05', cases: 1 },
			{ since: '2025-01-06', cases: 1 },
			{ since: '2025-02-28', cases: 1 },
			{ since: '2025-03-01', cases: 2 }
		]);
	});
});

describe('a log of two months', () => {
	it('is refused a forecast in words that say how much is missing, and its counts are shown', async () => {
		const facts = (await forecastPageFacts(
			await scope(),
			forecastChoices(() => null)
		))!;
		expect(facts.total.counts).toEqual([3, 1]);
		expect(facts.total.seen).toBe(2);
		expect(facts.total.coming).toBeNull();
		expect(facts.groups).toEqual([]);
		const f = formats('en', 'Asia/Shanghai');
		const view = { f, filter: emptyFilter, facts, dataVersion: 1, asOf: 0 };
		expect(forecastTitle(view)).toBe('Too little history for a forecast');
		expect(refusal(view)).toContain('24 whole months are needed, the log tells of 2.');
	});
});
