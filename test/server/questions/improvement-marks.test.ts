import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import type { EventBodies } from '#lib/improvement/improvement.ts';
import { annotationsOf } from '#lib/server/improvement/marks.ts';
import { limitsOf } from '#lib/server/questions/control-limits.ts';
import { annotate } from '#lib/server/record/annotations.ts';
import { startPhase } from '#lib/server/record/control-limits.ts';
import { appendEvents, closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { wholePlan } from '../../improvement/plans.ts';

const person = { id: 'declared:Lin', name: 'Lin', assurance: 'declared' } as const;
const filter = { ...emptyFilter, dimensions: { subcategory: ['派送延误'] } };
const plan = { ...wholePlan, measure: 'complaint_rate', selection: selectionKey(filter) } as const;

beforeEach(holdRecordInMemory);
afterEach(closeRecord);

async function closed(subject: string, phase: boolean, end: 'moved' | 'cancelled' = 'moved') {
	const event = <Kind extends keyof EventBodies>(kind: Kind, body: EventBodies[Kind]) => ({
		kind,
		subject,
		body
	});
	await appendEvents(person, [
		event('improvement_started', {
			theme: plan.theme,
			number: `2511-0${subject}`,
			plan,
			evidence: [],
			from: null
		}),
		event('improvement_act_decided', {
			decision: 'standardise',
			document: 'AS-12',
			link: '',
			inForceOn: null,
			why: '',
			phase
		}),
		end === 'moved'
			? event('improvement_moved', { from: 'act', to: 'closed', why: '' })
			: event('improvement_cancelled', { why: 'no longer' })
	]);
}

it('puts a closed improvement beside what people wrote, on the day it began to work', async () => {
	await annotate(person, {
		kind: 'release',
		label: 'App 5',
		day: '2025-05-01',
		lastDay: '',
		selection: ''
	});
	await closed('1', false);
	await closed('2', false, 'cancelled');
	expect((await annotationsOf(emptyFilter)).map(({ day, label }) => [day, label])).toEqual([
		['2025-05-01', 'App 5'],
		['2025-03-01', '2511-01 降低派送延误投诉']
	]);
});

it('puts what concerns some cases on the charts that may hold such cases only', async () => {
	const given = { kind: 'release', day: '2025-05-01', lastDay: '' };
	const orderOf = (shop: string) => ({ ...emptyFilter, dimensions: { shop: [shop] } });
	await annotate(person, { ...given, label: 'all', selection: '' });
	await annotate(person, { ...given, label: 'shop A', selection: selectionKey(orderOf('A')) });
	await closed('1', false);
	const labels = async (shown: Filter) => (await annotationsOf(shown)).map(({ label }) => label);
	expect(await labels(emptyFilter)).toEqual(['all', 'shop A', '2511-01 降低派送延误投诉']);
	expect(await labels(orderOf('B'))).toEqual(['all', '2511-01 降低派送延误投诉']);
	expect(await labels({ ...emptyFilter, dimensions: { subcategory: ['破损'] } })).toEqual([
		'all',
		'shop A'
	]);
});

it('begins a phase on its own charts, where that was asked for, and on no others', async () => {
	await closed('1', true);
	await closed('2', false);
	const chart = { measure: plan.measure, selection: plan.selection };
	await startPhase(person, chart, { day: '2025-01-01', reason: 'new scale' });
	const limits = await limitsOf(plan.measure);
	expect(limits(filter).phases.map(({ day, reason }) => [day, reason])).toEqual([
		['2025-01-01', 'new scale'],
		['2025-03-01', '2511-01 降低派送延误投诉']
	]);
	expect(limits(emptyFilter).phases).toEqual([]);
	expect((await limitsOf('complaints'))(filter).phases).toEqual([]);
});

it('takes both off again when the improvement is opened again', async () => {
	await closed('1', true);
	await appendEvents(person, [
		{ kind: 'improvement_reopened', subject: '1', body: { why: 'it rose', days: null } }
	]);
	expect(await annotationsOf(emptyFilter)).toEqual([]);
	expect((await limitsOf(plan.measure))(filter).phases).toEqual([]);
});
