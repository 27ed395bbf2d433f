import { afterAll, beforeAll, expect, it } from 'vitest';
import { formats } from '#lib/format/formats.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { initialDesign, type OwnDesign } from '#lib/measures/own-measure.ts';
import { boardOf } from '#lib/server/questions/board.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { ownUses } from '#lib/server/questions/own-uses.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { targetsPageFacts } from '#lib/server/questions/targets-page.ts';
import { arrangeBoard, boardArrangement } from '#lib/server/record/board-arrangements.ts';
import { ownMeasureOf, retireOwnMeasure, saveOwnMeasure } from '#lib/server/record/own-measures.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { setTarget } from '#lib/server/record/targets.ts';
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

// The same in the fourth quarter: every month of it is alike, only the days and orders are 92 of 31 or 310 a month.
const quarters: Readonly<Record<string, number>> = {
	share: 5 / 20,
	'rate by orders': (36 / 920) * 10_000,
	'rate a day': 36 / 92,
	quantile: 15.5,
	mean: 5.5,
	ratio: 12 / 8
};

it.each(designs)(
	'an own %s is a tile as its chart has it, and reaches or misses a target',
	async (name, design, december) => {
		const result = await saveOwnMeasure(person, {
			name: `${name} on the board`,
			design: { ...initialDesign, ...design },
			note: '',
			names: []
		});
		if ('problem' in result) throw new Error(result.problem);
		const quarter = quarters[name]!;
		const place = { measure: result.id, scope: null, since: '2024-10-01' } as const;
		await setTarget(person, { ...place, span: 'quarter', value: quarter * 1.001 });
		const of = { dimension: 'channel', value: 'Web' } as const;
		await setTarget(person, { ...place, span: 'year', scope: of, value: 100_000 });
		await arrangeBoard(person, [result.id, 'complaints']);
		const { measures } = await boardArrangement(person);
		const board = await boardOf(person, { month: '2024-12-01', sources: [], measures });
		const [tile, complaints] = board?.tiles ?? [];
		expect(complaints?.measure).toBe('complaints');
		expect(tile?.measure).toMatchObject({ id: result.id, name: `${name} on the board` });
		expect(tile?.value).toBeCloseTo(december, 3);
		expect(tile?.spark.values.filter((value) => value !== null)).toHaveLength(24);
		expect(tile?.target).toBeCloseTo(quarter * 1.001, 6);
		// What the page of its chart says.
		const scope = await scopeOf(person, { ...emptyFilter, period: tile!.filter.period });
		const asked = new Map([['measure', result.id]]);
		const choices = controlChoices((parameter) => asked.get(parameter) ?? null);
		const verdict = (await controlPageFacts(scope, choices))?.chart.verdict;
		expect([tile?.variation, tile?.assurance]).toEqual([verdict?.variation, verdict?.assurance]);
		// The number opens the cases it counts.
		const { log } = await scopeOf(person, tile!.filter);
		expect(log).not.toBeNull();
		const { targets } = await targetsPageFacts(await scopeOf(person, emptyFilter));
		const found = targets.find(({ id }) => id.includes(result.id) && id.includes('quarter'));
		expect(found?.now).toBeCloseTo(quarter, 6);
		expect(found?.attainment).toBe('met');
		const web = targets.find(({ id }) => id.includes(result.id) && id.includes('Web'));
		expect(web?.scope).toEqual(of);
	}
);

it('a tile of a measure taken out of use goes, its target is told as unmeasured, nothing else changes', async () => {
	const result = await saveOwnMeasure(person, {
		name: 'short-lived',
		design: { ...initialDesign, part: 'score=1' },
		note: '',
		names: []
	});
	if ('problem' in result) throw new Error(result.problem);
	const { id } = result;
	await setTarget(person, {
		...{ measure: id, scope: null, span: 'month', since: '2024-12-01' },
		value: 0.3
	});
	await arrangeBoard(person, [id, 'complaints']);
	expect(await ownUses(id)).toEqual({ boards: 1, targets: 1, improvements: [] });
	await retireOwnMeasure(person, id, 'not used');
	const { shown, measures, owns } = await boardArrangement(person);
	expect(shown).toEqual(['complaints']);
	expect(owns.some((own) => own.id === id)).toBe(false);
	const board = await boardOf(person, { month: null, sources: [], measures });
	expect(board?.tiles.map(({ measure }) => measure)).toEqual(['complaints']);
	const facts = await targetsPageFacts(await scopeOf(person, emptyFilter));
	expect(
		facts.targets.some(({ measure }) => typeof measure !== 'string' && measure.id === id)
	).toBe(false);
	expect(facts.unknown.map(({ measure }) => measure)).toContain(id);
	expect(facts.retired.find((own) => own.id === id)?.name).toBe('short-lived');
	expect((await ownMeasureOf(id))?.retired?.why).toBe('not used');
	// A board of nothing else shows the usual tiles again.
	await arrangeBoard(person, [id]);
	expect((await boardArrangement(person)).by).not.toBe('own');
});

function exists(day: string): boolean {
	return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
