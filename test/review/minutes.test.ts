import { expect, test } from 'vitest';
import { minutesOf, type DecisionBody, type ReviewAct, type Signer } from '#lib/review/minutes.ts';
import {
	decisionStanding,
	followedDecisions,
	isFrozen,
	nextRole,
	reviewState,
	signingProblem
} from '#lib/review/signing.ts';

const chen: Signer = { id: 'declared:陈静', name: '陈静', assurance: 'declared' };
const lin: Signer = { id: 'declared:林涛', name: '林涛', assurance: 'declared' };

const october = '2025-10-01';
let number = 0;
function act<Kind extends ReviewAct['kind']>(
	kind: Kind,
	body: Extract<ReviewAct, { kind: Kind }>['body'],
	{ person = chen, month = october } = {}
): ReviewAct {
	number += 1;
	return { number, happenedAt: number * 1000, person, subject: month, kind, body } as ReviewAct;
}

const decision: DecisionBody = {
	id: 'd1',
	what: '虚假宣传：立项查明原因',
	about: '',
	evidence: '信号 1',
	owner: '赵一鸣',
	due: '2025-11-24',
	state: 'open',
	result: ''
};

test('the last comment of a section stands, and a decision keeps its place while it changes', () => {
	const minutes = minutesOf([
		act('review_commented', { section: 'signals', text: '先查预售描述' }),
		act('review_decided', decision),
		act('review_decided', { ...decision, id: 'd2', what: '夜班' }),
		act('review_decided', { ...decision, state: 'done', result: '已立项' }, { person: lin }),
		act('review_commented', { section: 'signals', text: '已查' }, { person: lin })
	]).get(october)!;
	expect(minutes.comments.signals).toMatchObject({ text: '已查', by: lin });
	expect(minutes.decisions.map(({ id, place, state, by }) => [id, place, state, by.name])).toEqual([
		['d1', 1, 'done', '陈静'],
		['d2', 2, 'open', '陈静']
	]);
});

test('three roles sign in turn, each somebody else; a reopened month begins its next version', () => {
	const sign = (role: 'prepared' | 'reviewed', person: Signer): ReviewAct =>
		act('review_signed', { role, version: 1, hash: 'h', signals: 0 }, { person });
	const prepared = minutesOf([sign('prepared', chen)]).get(october)!;
	expect([reviewState(prepared), isFrozen(prepared), nextRole(prepared)]).toEqual([
		'prepared',
		true,
		'reviewed'
	]);
	expect(signingProblem(prepared, 'reviewed', chen)).toBe('same_person');
	expect(signingProblem(prepared, 'approved', lin)).toBe('not_your_turn');
	expect(signingProblem(prepared, 'reviewed', { id: 'local', name: '' })).toBe('name_missing');
	expect(signingProblem(prepared, 'reviewed', lin)).toBeNull();
	const reopened = minutesOf([
		sign('prepared', chen),
		sign('reviewed', lin),
		act('review_reopened', { version: 1, reason: '漏了一个来源' }, { person: lin })
	]).get(october)!;
	expect([reviewState(reopened), reopened.version, nextRole(reopened)]).toEqual([
		'open',
		2,
		'prepared'
	]);
	expect(reopened.reopened[0]?.signatures.map(({ role }) => role)).toEqual([
		'prepared',
		'reviewed'
	]);
});

test('a month follows up the month before, and whatever older is not over', () => {
	const all = minutesOf([
		act('review_decided', { ...decision, id: 'old-done', state: 'done' }, { month: '2025-08-01' }),
		act('review_decided', { ...decision, id: 'old-open' }, { month: '2025-08-01' }),
		act('review_decided', { ...decision, id: 'last-done', state: 'done' }, { month: '2025-09-01' }),
		act('review_decided', { ...decision, id: 'own' })
	]).values();
	expect(followedDecisions([...all], october).map(({ id, month }) => [id, month])).toEqual([
		['old-open', '2025-08-01'],
		['last-done', '2025-09-01']
	]);
});

test('a decision is overdue the day after it was due, and soon within a week', () => {
	const on = (today: string) => decisionStanding(decision, today);
	expect(on('2025-11-25')).toEqual({ standing: 'overdue', days: 1 });
	expect(on('2025-11-24')).toEqual({ standing: 'due_soon', days: 0 });
	expect(on('2025-11-16')).toEqual({ standing: 'open', days: 8 });
	expect(decisionStanding({ ...decision, state: 'done' }, '2026-01-01').standing).toBe('done');
});
