import { afterAll, beforeAll, expect, it } from 'vitest';
import { localPerson } from '#lib/server/access/person.ts';
import { arrangement, saveCalendar, savePolicy } from '#lib/server/policy/arrangement.ts';
import { presetCalendars, presetPolicies } from '#lib/server/policy/presets.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';

beforeAll(() => holdRecordInMemory());
afterAll(() => closeRecord());

it('overwrites no calendar or policy that was saved since a form was made', async () => {
	const [calendar, policy] = [presetCalendars[0]!, presetPolicies[0]!];
	const renamed = (name: string) => ({ en: name, 'zh-CN': name, 'zh-TW': name });
	// Two windows show what ships; the first one saves.
	const first = await saveCalendar(localPerson, { ...calendar, names: renamed('first') }, null);
	expect(first).toBeTypeOf('number');
	expect(await saveCalendar(localPerson, { ...calendar, names: renamed('second') }, null)).toBe(
		'changed'
	);
	const standing = async () =>
		(await arrangement()).calendars.find(({ id }) => id === calendar.id)?.names.en;
	expect(await standing()).toBe('first');
	// Reloaded, the second one saves too.
	await saveCalendar(localPerson, { ...calendar, names: renamed('second') }, Number(first));
	expect(await standing()).toBe('second');

	expect(await savePolicy(localPerson, policy, null)).toBeTypeOf('number');
	expect(await savePolicy(localPerson, policy, null)).toBe('changed');
});
