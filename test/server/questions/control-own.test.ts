import { afterAll, beforeAll, expect, it } from 'vitest';
import { formats } from '#lib/format/formats.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { initialDesign, type OwnDesign } from '#lib/measures/own-measure.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { saveOwnMeasure } from '#lib/server/record/own-measures.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { chartColumns } from '../../../src/routes/control/control-columns.ts';
import { controlTitle, mainAnswer } from '../../../src/routes/control/control-words.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

const person = { id: 'me', name: 'Me', assurance: 'declared' } as const;
const f = formats('en', 'Asia/Shanghai');
let store: DuckDbWarehouse;

// The months of three years, in each 20 cases: 12 from the app, 5 of these rated 1, answered in 10 to 29 minutes.
beforeAll(async () => {
	const months = [...Array(36).keys()].map((month) =>
		new Date(Date.UTC(2022, month, 1)).toISOString().slice(0, 7)
	);
	const cases = months.flatMap((month) =>
		[...Array(20).keys()].map((at) => {
			const day = `${month}-${String(at + 1).padStart(2, '0')}`;
			return {
				received: `${day} 09:00`,
				responded: `${day} 09:${10 + at}`,
				channel: at < 12 ? 'App' : 'Web',
				satisfaction: at < 5 ? 1 : 4,
				amount: at
			};
		})
	);
	const orders = months.flatMap((month) =>
		[...Array(31).keys()].map((at) => ({
			day: `${month}-${String(at + 1).padStart(2, '0')}`,
			orders: 10
		}))
	);
	const real = orders.filter(({ day }) => !Number.isNaN(Date.parse(day)) && exists(day));
	store = await openFixture(cases, { asOf: '2025-01-01', orders: real });
	serve(store);
	holdRecordInMemory();
});
afterAll(async () => {
	await closeRecord();
	await store.close();
});

const app = 'channel=App';
const designs: readonly [string, Partial<OwnDesign>, number, string][] = [
	['share', { kind: 'share', part: 'score=1' }, 5 / 20, 'share'],
	['rate by orders', { kind: 'rate', per: 'orders', basis: app }, (12 / 310) * 10_000, 'rate'],
	['rate a day', { kind: 'rate', per: 'day', basis: app }, 12 / 31, 'rate'],
	['quantile', { kind: 'quantile', basis: app }, 15.5, 'individual'],
	['mean', { kind: 'mean', number: 'amount', basis: app }, 5.5, 'individual'],
	['ratio', { kind: 'ratio', basis: 'channel=Web', part: app }, 12 / 8, 'rate']
];

it.each(designs)(
	'an own %s has a control chart of its family, whole and by channel',
	async (name, design, december, family) => {
		const result = await saveOwnMeasure(person, {
			name,
			design: { ...initialDesign, ...design },
			note: '',
			names: []
		});
		if ('problem' in result) throw new Error(result.problem);
		const scope = await scopeOf(person, emptyFilter);
		const asked = new Map([
			['measure', result.id],
			['by', 'channel']
		]);
		const facts = await controlPageFacts(
			scope,
			controlChoices((parameter) => asked.get(parameter) ?? null)
		);
		expect(facts?.own?.name).toBe(name);
		expect(facts?.chart.family).toBe(family);
		expect(facts?.chart.values.at(-1)).toBeCloseTo(december, 3);
		expect(facts?.chart.judged).toBe(36);
		// What the page draws and says of it.
		const view = { f, facts: facts!, filter: emptyFilter, dataVersion: 1 };
		expect(chartColumns(view, facts!.chart).value.length).toBe(36);
		expect(controlTitle(view)).toContain(name);
		expect(mainAnswer(view)).not.toContain('undefined');
	}
);

function exists(day: string): boolean {
	return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
