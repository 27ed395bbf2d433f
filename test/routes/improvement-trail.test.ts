import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventHash } from '#lib/server/record/chain.ts';
import { attach, attachment } from '#lib/server/improvement/files.ts';
import { submit } from '#lib/server/improvement/store.ts';
import { holdRecordInMemory } from '#lib/server/record/record.ts';
import { eventOfLine } from '#lib/server/record/trail.ts';
import { GET as trail } from '../../src/routes/api/trail/+server.ts';
import { GET as file } from '../../src/routes/improvements/[id]/files/[file]/+server.ts';
import { wholePlan } from '../improvement/plans.ts';
import { beginState, endState } from '../fixtures/state-folder.ts';

const wang = { id: 'declared:王敏', name: '王敏', assurance: 'declared' } as const;
let number: string;
let other: string;

beforeAll(async () => {
	beginState();
	holdRecordInMemory();
	const start = { do: 'start', plan: wholePlan, evidence: [], from: null } as const;
	({ number } = await submit(wang, null, start));
	({ number: other } = await submit(wang, null, start));
	await submit(wang, number, { do: 'comment', text: '=1+1, "好"', mentions: [] });
});
afterAll(endState);

function asked(query: string): Promise<Response> {
	const url = new URL(`/api/trail?${query}`, 'http://localhost');
	return Promise.resolve(trail({ url } as unknown as Parameters<typeof trail>[0]));
}

test('the trail of one improvement is its events alone, each with a hash anybody can work out', async () => {
	const response = await asked(`improvement=${number}`);
	const events = (await response.text()).trim().split('\n').map(eventOfLine);
	expect(events.map((event) => [event?.number, event?.kind])).toEqual([
		[1, 'improvement_started'],
		[3, 'improvement_commented']
	]);
	for (const event of events)
		expect(event?.hash).toBe(eventHash(event?.previousHash ?? '', event!));
	expect(response.headers.get('content-disposition')).toContain(`${number}-trail-`);
});

test('as CSV it opens in a spreadsheet', async () => {
	const lines = (await (await asked(`improvement=${number}&format=csv`)).text()).split('\r\n');
	expect(lines[0]).toContain('number,happened_at,person_id,person_name');
	expect(lines).toHaveLength(4);
	// What somebody wrote stands within the body, which begins no formula, and is told whole.
	expect(lines[2]).toContain('=1+1');
	expect(lines[2]).toContain('好');
	for (const line of lines.slice(1, 3)) expect(line).not.toMatch(/(^|,)"?[=+@]/);
});

test('what there is not is a problem with its code', async () => {
	expect((await asked('improvement=9901-01')).status).toBe(404);
	expect((await asked('')).status).toBe(404);
	expect(await (await asked(`improvement=${number}&format=pdf`)).json()).toMatchObject({
		code: 'unknown_format'
	});
});

test('an attached file comes as a download and never as a page', async () => {
	const kept = await attach(wang, number, new File(['a,b'], '数据 "1".csv'));
	if ('problem' in kept) throw new Error(kept.problem);
	const get = (id: string, name: string) =>
		Promise.resolve(file({ params: { id, file: name } } as unknown as Parameters<typeof file>[0]));
	const response = await get(number, kept.file.id);
	expect(await response.text()).toBe('a,b');
	expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="file\.csv"/);
	expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	// Not by the id of another improvement, and not once its bytes are gone.
	expect((await get(other, kept.file.id)).status).toBe(404);
	rmSync((await attachment(number, kept.file.id))!.path);
	expect((await get(number, kept.file.id)).status).toBe(410);
});
