import { afterEach, beforeEach, expect, test } from 'vitest';
import { followed } from '#lib/improvement/ideas.ts';
import { localPerson, type Person } from '#lib/server/access/person.ts';
import { declineIdea, ideaOf, ideas, leaveIdea } from '#lib/server/improvement/ideas.ts';
import { closeRecord, eventsOf, holdRecordInMemory } from '#lib/server/record/record.ts';

beforeEach(() => holdRecordInMemory());
afterEach(() => closeRecord());

const chen: Person = { id: 'declared:陈静', name: '陈静', assurance: 'declared' };

async function left(text: string, where = ''): Promise<string> {
	const result = await leaveIdea(chen, { text, where });
	if (!('id' in result)) throw new Error(`${text} was not left`);
	return result.id;
}

test('an idea keeps what was said, where, by whom; the latest stands first', async () => {
	await left('退款单合并处理', '售后台');
	await left('  夜班多一人  ');
	const all = await ideas();
	expect(all.map(({ text, where, by }) => [text, where, by])).toEqual([
		['夜班多一人', '', '陈静'],
		['退款单合并处理', '售后台', '陈静']
	]);
});

test('the same form sent twice leaves one idea; gone back to and filled in otherwise it leaves another', async () => {
	const form = 'a3c7e0de-4a0b-4f53-9a52-0c1c2f6f0c11';
	const sent = (text: string) => leaveIdea(chen, { text, where: '售后台' }, form);
	const [first, again] = await Promise.all([sent('合并处理'), sent(' 合并处理 ')]);
	expect(first).toEqual({ id: form });
	expect(again).toEqual(first);
	const other = await sent('夜班多一人');
	expect(other).not.toEqual(first);
	expect((await ideas()).map(({ text }) => text)).toEqual(['夜班多一人', '合并处理']);
	expect(await eventsOf(['idea_left'])).toHaveLength(2);
});

test('an idea without text is not kept', async () => {
	expect(await leaveIdea(localPerson, { text: ' \n ', where: 'x' })).toEqual({
		problem: 'text_missing'
	});
	expect(await ideas()).toEqual([]);
});

test('declining needs a reason, an idea, and happens once', async () => {
	const id = await left('合并处理');
	expect(await declineIdea(localPerson, id, ' ')).toEqual({ problem: 'why_missing' });
	expect(await declineIdea(localPerson, 'none', 'why')).toEqual({ problem: 'no_such_idea' });
	expect(await declineIdea(localPerson, id, '已在做')).toEqual({ id });
	expect(await declineIdea(localPerson, id, '再说')).toEqual({ problem: 'already_declined' });
	expect((await ideaOf(id))?.declined?.why).toBe('已在做');
	expect(await eventsOf(['idea_left', 'idea_declined'])).toHaveLength(2);
});

test('an idea an improvement was started from is taken, even after it was declined', async () => {
	const taken = await left('a');
	const declined = await left('b');
	const fresh = await left('c');
	await declineIdea(localPerson, taken, 'later');
	await declineIdea(localPerson, declined, 'no');
	const improvement = { number: '2511-01', stage: 'plan', plan: {} } as never as Parameters<
		typeof followed
	>[1][number];
	const states = followed(await ideas(), [
		{ ...improvement, from: { kind: 'idea', id: taken } },
		{ ...improvement, from: { kind: 'finding', id: declined } },
		{ ...improvement, from: null }
	]);
	expect(states.map(({ id, state, improvements }) => [id, state, improvements.length])).toEqual([
		[fresh, 'new', 0],
		[declined, 'declined', 0],
		[taken, 'taken', 1]
	]);
});
