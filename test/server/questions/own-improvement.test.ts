import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseImprove } from '#lib/filter/improve.ts';
import { methodsOf } from '#lib/improvement/check.ts';
import { planEdit } from '#lib/improvement/forms.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import {
	initialDesign,
	measureAlone,
	type OwnDesign,
	type OwnMeasure
} from '#lib/measures/own-measure.ts';
import { localPerson as person } from '#lib/server/access/person.ts';
import { ensureDemo } from '#lib/server/import/demo-load.ts';
import { improvementOf, submit } from '#lib/server/improvement/store.ts';
import { frozenEvidence, liveEvidence } from '#lib/server/questions/evidence.ts';
import { checkOf } from '#lib/server/questions/improvement-check.ts';
import { startFacts } from '#lib/server/questions/improvement-start.ts';
import { trendOf } from '#lib/server/questions/improvement-trends.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { ownMeasureOf, retireOwnMeasure, saveOwnMeasure } from '#lib/server/record/own-measures.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { openWarehouse, type DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { serve } from '../../fixtures/cases.ts';
import { wholePlan } from '../../improvement/plans.ts';

let folder: string;
let store: DuckDbWarehouse;
beforeAll(async () => {
	holdRecordInMemory();
	folder = mkdtempSync(join(tmpdir(), 'redress-own-'));
	store = await openWarehouse({ folder, inMemory: true });
	await ensureDemo(12_000, 13, store);
	serve(store);
}, 120_000);
afterAll(async () => {
	await store.close();
	await closeRecord();
	rmSync(folder, { recursive: true, force: true });
});

async function made(name: string, design: Partial<OwnDesign>): Promise<OwnMeasure> {
	const whole = { ...initialDesign, ...design };
	const result = await saveOwnMeasure(person, { name, design: whole, note: '', names: [] });
	if ('problem' in result) throw new Error(result.problem);
	return measureAlone((await ownMeasureOf(result.id))!);
}

const planOf = (measure: Plan['measure']): Plan => ({
	...wholePlan,
	measure,
	selection: '',
	method: methodsOf(measure)[0]!,
	target: null,
	baseline: { since: '2023-01-01', until: '2025-01-01' },
	excluded: [],
	effectiveOn: '2025-01-01',
	transitionDays: 0,
	checkOn: '2025-09-01'
});

const rated = 'has=satisfaction';
/** Own measures that are worked out as one that ships: what is told of both must be the same. */
const twins: readonly (readonly [ControlMeasureId, Partial<OwnDesign>])[] = [
	['satisfied_share', { kind: 'share', basis: rated, part: 'score=4&score=5', better: 'higher' }],
	['complaint_rate', { kind: 'rate', per: 'orders' }],
	['complaints', { kind: 'rate', per: 'day' }],
	['first_response_median', { kind: 'quantile', time: 'first_response' }],
	['resolution_median', { kind: 'quantile', time: 'resolution' }],
	['satisfaction_mean', { kind: 'mean', number: 'satisfaction', better: 'higher' }]
];

it.each(twins)('a plan of an own measure is judged as one of %s', async (shipped, design) => {
	const own = await made(`like ${shipped}`, design);
	const [one, other] = await Promise.all(
		[own, shipped].map((measure) => checkOf(person, planOf(measure), 1))
	);
	expect(one!.problem).toBeNull();
	const [found, expected] = [one!.verdict!, other!.verdict!];
	expect(found.primary.method).toBe(expected.primary.method);
	expect(found.outcome).toBe(expected.outcome);
	for (const name of ['estimate', 'lower', 'upper'] as const)
		expect(found.primary.effect?.[name]).toBeCloseTo(expected.primary.effect![name], 9);
	// Complaints are shown a month or week, cases a day a day.
	const times = shipped === 'complaints' ? 30.4375 : 1;
	expect(found.primary.values.before! * times).toBeCloseTo(expected.primary.values.before!, 6);
	expect(found.primary.values.after! * times).toBeCloseTo(expected.primary.values.after!, 6);
	expect(found.casesAvoided?.value).toEqual(expected.casesAvoided?.value);
	expect(found.costAvoided?.value).toEqual(expected.costAvoided?.value);
	// And drawn on a card as its chart has it.
	const [trend] = await trendOf(person, [planOf(own)]);
	expect(trend?.values.at(-2)).toBe(one!.values.at(-2));
});

it.each(twins.filter(([name]) => name !== 'complaints'))(
	'what was pointed at is frozen of an own measure as of %s',
	async (shipped, design) => {
		const own = await made(`seen as ${shipped}`, design);
		const asked = parseImprove(
			new URLSearchParams('category=产品质量&since=2025-03-01&until=2025-05-31')
		);
		const scope = await scopeOf(person, asked.filter);
		const pointed = { href: '/control', title: 'x' };
		const [one, other] = await Promise.all(
			[own, shipped].map((measure) => frozenEvidence(scope, { ...pointed, measure }))
		);
		expect(other!.values.length).toBeGreaterThan(2);
		for (const [at, { value, ...said }] of one!.values.entries()) {
			const { value: expected, ...rest } = other!.values[at]!;
			expect(said).toEqual(rest);
			if (expected === null) expect(value).toBeNull();
			else expect(value).toBeCloseTo(expected, 6);
		}
		const live = await liveEvidence(person, one!);
		expect(live?.values.map(({ label }) => label)).toEqual(one!.values.map(({ label }) => label));
	}
);

it('a rate of one shop is told by the orders of that shop, on a page of all', async () => {
	const own = await made('of a shop', {
		kind: 'rate',
		per: 'orders',
		basis: 'shop=青岚服饰旗舰店'
	});
	const days = 'category=产品质量&since=2025-03-01&until=2025-05-31';
	const valuesOf = async (query: string, measure: ChartedMeasure) => {
		const scope = await scopeOf(person, parseImprove(new URLSearchParams(query)).filter);
		const frozen = await frozenEvidence(scope, {
			href: '/control',
			title: 'x',
			measure,
			by: 'category'
		});
		return frozen!.values.map(({ value }) => value);
	};
	const values = await valuesOf(days, own);
	expect(values.length).toBeGreaterThan(2);
	expect(values).toEqual(await valuesOf(`shop=青岚服饰旗舰店&${days}`, 'complaint_rate'));
});

it('more of what is good avoids no complaint', async () => {
	const own = await made('praise', {
		kind: 'rate',
		per: 'day',
		basis: 'score=5',
		better: 'higher'
	});
	const { verdict } = await checkOf(person, planOf(own), 1);
	expect(verdict!.primary.effect).not.toBeNull();
	expect([verdict!.casesAvoided, verdict!.costAvoided]).toEqual([null, null]);
});

it('nine of ten times are told by the nine of ten, not by the half of them', async () => {
	const half = await made('half', { kind: 'quantile', time: 'resolution_working' });
	const most = await made('most', {
		kind: 'quantile',
		time: 'resolution_working',
		quantile: '0.9'
	});
	const [one, other] = await Promise.all(
		[half, most].map(async (own) => (await checkOf(person, planOf(own), 1)).verdict!.primary)
	);
	expect(other!.values.before!).toBeGreaterThan(1.5 * one!.values.before!);
	// The shift of all cases is one and the same.
	expect(other!.effect).toEqual(one!.effect);
});

it('a plan keeps the definition it was made with, whatever becomes of the measure', async () => {
	const own = await made('Rated badly', { kind: 'share', basis: rated, part: 'score=1' });
	const address = `measure=${own.id}&category=产品质量`;
	const asked = parseImprove(new URLSearchParams(address));
	const facts = await startFacts(await scopeOf(person, asked.filter), asked, 'badly rated');
	if ('problem' in facts) throw new Error(facts.problem);
	expect(facts.measure).toEqual(own);
	expect(facts.proposal.method).toBe('share_difference');
	const plan = { ...planOf(facts.measure), selection: facts.selection };
	const { id, refused } = await submit(person, null, {
		do: 'start',
		plan,
		evidence: [facts.evidence],
		from: null
	});
	expect(refused).toEqual([]);
	const before = (await checkOf(person, plan, 1)).verdict!;
	const [version] = (await ownMeasureOf(own.id))!.versions;
	const edited = { kind: 'share', basis: rated, part: 'score=1&score=2' } as const;
	await saveOwnMeasure(person, {
		...{ id: own.id, seen: version!.number, name: 'Rated badly or poorly' },
		...{ design: { ...initialDesign, ...edited }, note: '', names: [] }
	});
	const kept = (await improvementOf(id))!.improvement.plan;
	expect(kept.measure).toEqual(own);
	const after = (await checkOf(person, kept, 1)).verdict!;
	expect(after.fingerprint).toBe(before.fingerprint);
	// A form that does not touch the measure leaves it as the plan holds it.
	const changed = measureAlone((await ownMeasureOf(own.id))!);
	const fields = Object.fromEntries(
		Object.entries(kept).map(([name, value]) => [`old.${name}`, JSON.stringify(value)])
	);
	const edit = planEdit(
		'measure',
		{ ...fields, in: own.id, 'new.measure': own.id, 'new.step': 'week', 'new.method': kept.method },
		[own, changed]
	);
	expect(edit.unreadable).toEqual([]);
	const change = edit.changes.find(({ field }) => field === 'measure');
	expect(change?.new).toEqual(own);
	await retireOwnMeasure(person, own.id, 'not used');
	expect((await checkOf(person, kept, 1)).verdict!.fingerprint).toBe(before.fingerprint);
});
