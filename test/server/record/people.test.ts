import { afterEach, beforeEach, expect, test } from 'vitest';
import { localPerson } from '#lib/server/access/person.ts';
import { directory, enterPerson, removePerson } from '#lib/server/record/people.ts';
import { closeRecord, eventsOf, holdRecordInMemory } from '#lib/server/record/record.ts';

beforeEach(() => holdRecordInMemory());
afterEach(() => closeRecord());

const seen = async () => (await directory()).map(({ name, role }) => `${name} ${role}`);

test('the directory shows what was said last of everybody who has not left', async () => {
	const li = await enterPerson(localPerson, { name: ' 李敏 ', role: '班长', department: '客服部' });
	await enterPerson(localPerson, { name: '阿强', role: '', department: '' });
	if (!('id' in li)) throw new Error('李敏 was not entered');
	await enterPerson(localPerson, { id: li.id, name: '李敏', role: '主管', department: '客服部' });
	expect(await seen()).toEqual(['阿强 ', '李敏 主管']);
	await removePerson(localPerson, li.id);
	expect(await seen()).toEqual(['阿强 ']);
	expect(await eventsOf(['person_entered', 'person_left'])).toHaveLength(4);
});

test('nobody is entered without a name, and nobody unknown is changed', async () => {
	expect(await enterPerson(localPerson, { name: '  ', role: 'x', department: '' })).toEqual({
		problem: 'name_missing'
	});
	const unknown = { problem: 'no_such_person' };
	expect(
		await enterPerson(localPerson, { id: 'nobody', name: 'x', role: '', department: '' })
	).toEqual(unknown);
	expect(await removePerson(localPerson, 'nobody')).toEqual(unknown);
	expect(await seen()).toEqual([]);
});
