import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EventBodies } from '#lib/improvement/improvement.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { Verdict } from '#lib/improvement/verdict.ts';
import { improvementOf } from '#lib/server/improvement/store.ts';
import { checkOf } from '#lib/server/questions/improvement-check.ts';
import { sustainGains } from '#lib/server/questions/improvement-sustain.ts';
import { appendEvents, closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { person, yearBefore } from './improvement-demo.ts';
import { openPlanted, type PlantedLog } from './planted-drivers.ts';

let log: PlantedLog;
beforeAll(async () => {
	log = await openPlanted(1);
}, 120_000);
afterAll(() => log.close());
beforeEach(holdRecordInMemory);
afterEach(closeRecord);

/** The verdict as it was signed with the data of a day. */
async function signedOn(
	plan: Plan,
	asOfDay: string,
	given: Partial<Verdict> = {}
): Promise<Verdict> {
	const { verdict } = await checkOf(person, plan, 1);
	if (!verdict) throw new Error('no verdict');
	return { ...verdict, asOfDay, ...given };
}

async function act(plan: Plan, verdict: Verdict): Promise<void> {
	const event = <Kind extends keyof EventBodies>(kind: Kind, body: EventBodies[Kind]) => ({
		kind,
		subject: 'one',
		body
	});
	await appendEvents(person, [
		event('improvement_started', { theme: '', number: '2511-01', plan, evidence: [], from: null }),
		event('improvement_approved', { version: 1, plan }),
		event('improvement_moved', { from: 'check', to: 'act', why: '' }),
		event('improvement_verdict_signed', { verdict })
	]);
}

const after = async () => {
	await sustainGains();
	return improvementOf('one');
};

const planted = (): Plan =>
	yearBefore(log.truth.improvement.from_day, {
		selection: new URLSearchParams({ subcategory: log.truth.improvement.subcategory }).toString()
	});

describe('sustain checks', () => {
	it('are made by themselves once the data reach their day, each once', async () => {
		await act(planted(), await signedOn(planted(), '2025-09-15'));
		// The data end on 18 November: 30 and 60 days after 15 September have passed, 90 have not.
		const one = await after();
		expect(one?.improvement.sustain.map(({ days, held }) => [days, held])).toEqual([
			[30, true],
			[60, true]
		]);
		expect(one?.events.at(-1)?.person.id).toBe('system');
		expect((await after())?.events).toHaveLength(one?.events.length ?? 0);
	}, 60_000);

	it('wait for the data', async () => {
		await act(planted(), await signedOn(planted(), '2025-11-01'));
		expect((await after())?.improvement.sustain).toEqual([]);
	}, 60_000);

	it('open an improvement again whose measure has risen', async () => {
		// Refunds came later and later from March on: of an effect claimed for them nothing is left.
		const plan = yearBefore('2025-02-03', {
			selection: new URLSearchParams({ subcategory: '退款延迟' }).toString()
		});
		await act(plan, await signedOn(plan, '2025-09-15', { outcome: 'effective' }));
		const { improvement, events } = (await after()) ?? {};
		expect(improvement?.sustain[0]).toMatchObject({ days: 30, held: false });
		expect(improvement?.sustain[0]?.verdict.outcome).toBe('worse');
		expect(improvement?.gainLost).toBe(true);
		expect(events?.filter(({ kind }) => kind === 'improvement_reopened')).toHaveLength(1);
	}, 60_000);
});
