import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvent, eventsOf } from './record.ts';

/** Somebody work can be given to. The directory names people; it lets nobody in. */
export interface DirectoryPerson {
	readonly id: string;
	readonly name: string;
	readonly role: string;
	readonly department: string;
	/** Event that said so last. */
	readonly number: number;
}

interface PersonBody {
	readonly name: string;
	readonly role: string;
	readonly department: string;
}

/** Everybody who was entered and has not left, by name. */
export async function directory(): Promise<DirectoryPerson[]> {
	const people = new Map<string, DirectoryPerson>();
	for (const event of await eventsOf<PersonBody>(['person_entered', 'person_left'])) {
		if (event.kind === 'person_left') people.delete(event.subject);
		else people.set(event.subject, { id: event.subject, number: event.number, ...event.body });
	}
	return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

export type PersonResult =
	{ readonly id: string } | { readonly problem: 'name_missing' | 'no_such_person' };

/** Enters somebody, or says anew who `id` is. */
export async function enterPerson(
	by: Person,
	given: PersonBody & { readonly id?: string | undefined }
): Promise<PersonResult> {
	const body = {
		name: given.name.trim().slice(0, 80),
		role: given.role.trim().slice(0, 80),
		department: given.department.trim().slice(0, 80)
	};
	if (body.name === '') return { problem: 'name_missing' };
	if (given.id !== undefined && !(await isKnown(given.id))) return { problem: 'no_such_person' };
	const id = given.id ?? randomUUID();
	await appendEvent(by, 'person_entered', id, body);
	return { id };
}

/** Takes somebody out of the directory; what they did stays in the record. */
export async function removePerson(by: Person, id: string): Promise<PersonResult> {
	if (!(await isKnown(id))) return { problem: 'no_such_person' };
	await appendEvent(by, 'person_left', id, {});
	return { id };
}

async function isKnown(id: string): Promise<boolean> {
	return (await directory()).some((person) => person.id === id);
}
