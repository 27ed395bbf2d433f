import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventBodies } from '#lib/improvement/improvement.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { Outcome } from '#lib/improvement/verdict.ts';
import { appendEvents, closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { GET } from '../../src/routes/improvements/portfolio/list/+server.ts';
import { aVerdict } from '../improvement/an-improvement.ts';
import { wholePlan } from '../improvement/plans.ts';

const person = { id: 'declared:王敏', name: '王敏', assurance: 'declared' } as const;

/** An improvement with a signed verdict, or without any. */
async function judged(number: string, given: Partial<Plan>, outcome: Outcome | null) {
	const event = <Kind extends keyof EventBodies>(kind: Kind, body: EventBodies[Kind]) => ({
		kind,
		subject: number,
		body
	});
	const plan = { ...wholePlan, ...given };
	const verdict = outcome && {
		...aVerdict(outcome),
		casesAvoided: { value: 64.5, lower: -12, upper: 140 }
	};
	await appendEvents(person, [
		event('improvement_started', { theme: plan.theme, number, plan, evidence: [], from: null }),
		...(verdict
			? [
					event('improvement_approved', { version: 1, plan }),
					event('improvement_moved', { from: 'plan', to: 'check', why: '' }),
					event('improvement_verdict_signed', { verdict })
				]
			: [])
	]);
}

beforeAll(async () => {
	holdRecordInMemory();
	const service = { team: '=客服,"一"组', selection: 'category=售后&category=物流' };
	await judged('2501-01', { theme: '+1 退款', ...service }, 'effective');
	await judged('2501-02', { theme: '0012345678901234567890', team: '物流组' }, 'not_shown');
	await judged('2501-03', { theme: '第一行\n第二行' }, null);
});
afterAll(closeRecord);

async function asked(query: string) {
	const url = new URL(`/improvements/portfolio/list?${query}`, 'http://localhost');
	const response = await GET({ url } as unknown as Parameters<typeof GET>[0]);
	const bytes = new Uint8Array(await response.arrayBuffer());
	// Excel reads it as UTF-8.
	expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const text = new TextDecoder().decode(bytes);
	const { data, errors } = Papa.parse<Record<string, string>>(text, {
		header: true,
		skipEmptyLines: true
	});
	expect(errors).toEqual([]);
	const name = decodeURIComponent(response.headers.get('content-disposition') ?? '');
	const rows = data.sort((a, b) => (a.number ?? '').localeCompare(b.number ?? ''));
	return { rows, name, count: response.headers.get('x-row-count') };
}

test('the file of the portfolio is complete, a row an improvement, as another reader of CSV sees it', async () => {
	const { rows, count } = await asked('');
	expect(rows.map(({ number }) => number)).toEqual(['2501-01', '2501-02', '2501-03']);
	expect(count).toBe('3');
	expect(rows[0]).toMatchObject({
		categories: '售后; 物流',
		outcome: 'effective',
		computed: 'effective',
		cases_avoided: '64.5',
		// A loss stays a number.
		cases_avoided_lower: '-12',
		planned_cost: '20000'
	});
	expect(rows[2]).toMatchObject({ theme: '第一行\n第二行', outcome: 'none', computed: '' });
});

test('nothing in it runs as a formula, and figures that are names keep every digit', async () => {
	const { rows } = await asked('');
	expect(rows[0]).toMatchObject({ theme: "'+1 退款", team: '\'=客服,"一"组' });
	expect(rows[1]).toMatchObject({ theme: '0012345678901234567890' });
});

test('it holds what the number counted that it was taken from, and its name says which', async () => {
	const one = await asked('show=not_shown');
	expect(one.rows.map(({ number }) => number)).toEqual(['2501-02']);
	expect(one.name).toMatch(/improvements-not_shown-1-\d{4}-\d\d-\d\d\.csv$/);
	const group = await asked('show=judged&by=team&group=物流组');
	expect(group.rows.map(({ number }) => number)).toEqual(['2501-02']);
	expect(group.name).toMatch(/improvements-judged-team-物流组-1-/);
	const nothing = await asked('show=worse');
	expect([nothing.rows, nothing.count]).toEqual([[], '0']);
});
