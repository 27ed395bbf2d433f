import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MonthMinutes } from '#lib/review/minutes.ts';
import { followedDecisions } from '#lib/review/signing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import {
	allMinutes,
	commentOn,
	decide,
	minutesOfMonth,
	reopen
} from '#lib/server/review/minutes.ts';
import {
	frozenReview,
	hashOf,
	seenHash,
	signFurther,
	signPrepared
} from '#lib/server/review/signatures.ts';
import { aReview } from '../../review/a-review.ts';

beforeEach(() => holdRecordInMemory());
afterEach(() => closeRecord());

const chen: Person = { id: 'declared:陈静', name: '陈静', assurance: 'declared' };
const lin: Person = { id: 'declared:林涛', name: '林涛', assurance: 'declared' };
const wu: Person = { id: 'declared:吴昊', name: '吴昊', assurance: 'declared' };
const month = '2025-10-01';
const today = '2025-11-10';
const review = aReview();

const made =
	(whole = true) =>
	(minutes: MonthMinutes) =>
		Promise.resolve({
			seen: seenHash(review, minutes, [], today),
			whole,
			frozen: {
				version: minutes.version,
				review,
				words: { 'zh-CN': { lead: '10 月受理 10 件' }, en: { lead: '10 cases' } },
				comments: minutes.comments,
				decisions: minutes.decisions,
				followed: []
			}
		});
const given = {
	id: '',
	seen: 0,
	what: '查明原因',
	about: '',
	evidence: '信号 1',
	owner: '赵一鸣',
	due: '2025-11-24',
	state: 'open',
	result: ''
};

async function seenNow(): Promise<string> {
	return seenHash(review, await minutesOfMonth(month), [], today);
}

test('the first signature freezes numbers and words; afterwards no word can be changed', async () => {
	await commentOn(chen, month, { section: 'signals', text: '先查预售描述', seen: 0 });
	await decide(chen, month, given);
	expect(await signPrepared(chen, month, await seenNow(), made())).toBeNull();
	const kept = await frozenReview<{ lead: string }>(month, 1);
	expect(kept?.frozen.words['zh-CN']?.lead).toBe('10 月受理 10 件');
	expect(kept?.frozen.review).toEqual(review);
	expect(kept?.frozen.comments.signals?.text).toBe('先查预售描述');
	expect(hashOf(kept?.frozen)).toBe(kept?.hash);

	expect(await commentOn(chen, month, { section: 'signals', text: '改', seen: 1 })).toBe('frozen');
	expect(await decide(chen, month, given)).toBe('frozen');
	const [one] = (await minutesOfMonth(month)).decisions;
	const changed = { ...given, id: one!.id, seen: one!.number, what: '别的', owner: '别人' };
	expect(await decide(lin, month, { ...changed, state: 'done', result: '已立项' })).toBeNull();
	expect((await minutesOfMonth(month)).decisions[0]).toMatchObject({
		what: '查明原因',
		owner: '赵一鸣',
		state: 'done',
		result: '已立项'
	});
});

test('nobody signs what they have not seen, nor a month that still runs, nor twice', async () => {
	const seen = await seenNow();
	await commentOn(lin, month, { section: 'summary', text: '快了一步', seen: 0 });
	expect(await signPrepared(chen, month, seen, made())).toBe('changed_meanwhile');
	expect(await signPrepared(chen, month, await seenNow(), made(false))).toBe('month_runs');
	expect(await signPrepared(chen, month, await seenNow(), made())).toBeNull();
	const hash = (await minutesOfMonth(month)).signatures[0]!.hash;
	expect(await signFurther(chen, month, 'reviewed', hash)).toBe('same_person');
	expect(await signFurther(lin, month, 'approved', hash)).toBe('not_your_turn');
	expect(await signFurther(lin, month, 'reviewed', 'another')).toBe('changed_meanwhile');
	expect(await signFurther(lin, month, 'reviewed', hash)).toBeNull();
	expect(await signFurther(wu, month, 'approved', hash)).toBeNull();
	expect((await minutesOfMonth(month)).signatures.map(({ role, by }) => [role, by.name])).toEqual([
		['prepared', '陈静'],
		['reviewed', '林涛'],
		['approved', '吴昊']
	]);
});

test('what became of a decision is told where its month is not signed, and nothing else changes', async () => {
	expect(await decide(chen, month, given)).toBeNull();
	const [one] = (await minutesOfMonth(month)).decisions;
	const bare = { what: '', about: '', evidence: '', owner: '', due: '' };
	const told = { ...bare, id: one!.id, seen: one!.number, state: 'done', result: '已立项' };
	expect(await decide(lin, month, told)).toBe('text_missing');
	expect(await decide(lin, month, { ...told, stateOnly: true })).toBeNull();
	expect((await minutesOfMonth(month)).decisions).toMatchObject([
		{ what: '查明原因', owner: '赵一鸣', due: '2025-11-24', state: 'done', result: '已立项' }
	]);
	expect(await decide(lin, month, { ...given, what: ' ', stateOnly: true })).toBe('text_missing');
});

test('what was seen has in it the decisions of other months and the day', async () => {
	await decide(chen, '2025-09-01', given);
	const minutes = await minutesOfMonth(month);
	const followed = followedDecisions((await allMinutes()).values(), month);
	expect(followed).toHaveLength(1);
	const done = followed.map((one) => ({ ...one, state: 'done' as const }));
	const seen = [
		seenHash(review, minutes, followed, today),
		seenHash(review, minutes, done, today),
		seenHash(review, minutes, followed, '2025-11-11')
	];
	expect(new Set(seen).size).toBe(3);
	expect(await signPrepared(chen, month, seen[0]!, made())).toBe('changed_meanwhile');
});

test('a month opened again asks a reason, keeps what was signed, and can be worked on', async () => {
	expect(await reopen(lin, month, { reason: '漏', version: 1 })).toBe('not_signed');
	await signPrepared(chen, month, await seenNow(), made());
	expect(await reopen(lin, month, { reason: ' ', version: 1 })).toBe('reason_missing');
	expect(await reopen(lin, month, { reason: '漏了一个来源', version: 1 })).toBeNull();
	expect(await reopen(lin, month, { reason: '再来', version: 1 })).toBe('changed_meanwhile');
	expect(await commentOn(chen, month, { section: 'signals', text: '补充', seen: 0 })).toBeNull();
	expect((await frozenReview(month, 1))?.frozen.version).toBe(1);
	expect(await frozenReview(month, 2)).toBeNull();
});

test('of two who write at once the second is told, and a decision needs what, who and when', async () => {
	expect(await commentOn(chen, month, { section: 'signals', text: '一', seen: 0 })).toBeNull();
	expect(await commentOn(lin, month, { section: 'signals', text: '二', seen: 0 })).toBe(
		'changed_meanwhile'
	);
	expect(await commentOn(lin, month, { section: 'weather', text: '二', seen: 0 })).toBe(
		'no_such_section'
	);
	expect(await decide(chen, month, { ...given, what: ' ' })).toBe('text_missing');
	expect(await decide(chen, month, { ...given, owner: '' })).toBe('owner_missing');
	expect(await decide(chen, month, { ...given, due: '2025-02-30' })).toBe('day_unreadable');
	expect(await decide(chen, month, { ...given, id: 'nowhere' })).toBe('no_such_decision');
});
