import { randomUUID } from 'node:crypto';
import type { SavedView } from '#lib/filter/saved-view.ts';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvent, eventsOf } from './record.ts';

interface ViewBody {
	readonly name: string;
	readonly address: string;
	readonly shared: boolean;
}

export type ViewResult =
	{ readonly id: string } | { readonly problem: 'name_missing' | 'no_such_view' };

/** Views this person saved and those others share, in the order they were saved. */
export async function savedViews(person: Person): Promise<SavedView[]> {
	const standing = new Map<string, SavedView>();
	let home: string | null = null;
	const kinds = ['view_saved', 'view_removed', 'view_made_home'] as const;
	for (const { kind, subject: id, body, person: by } of await eventsOf<ViewBody>(kinds)) {
		const own = by.id === person.id;
		if (kind === 'view_removed') standing.delete(id);
		else if (kind === 'view_saved') {
			if (own || body.shared) standing.set(id, { id, ...body, own, home: false });
		} else if (own) home = home === id ? null : id;
	}
	return [...standing.values()].map((view) => ({ ...view, home: view.id === home }));
}

/** Keeps a page as it is set up now; its address is one of this app. Texts are as a form sends them. */
export async function saveView(person: Person, given: ViewBody): Promise<ViewResult> {
	const name = given.name.trim().slice(0, 60);
	if (name === '') return { problem: 'name_missing' };
	const { address, shared } = given;
	const id = randomUUID();
	await appendEvent(person, 'view_saved', id, { name, address, shared } satisfies ViewBody);
	return { id };
}

/** Takes a view out of the rail; only who saved it can. */
export async function removeView(person: Person, id: string): Promise<ViewResult> {
	if (!(await viewOf(person, id))?.own) return { problem: 'no_such_view' };
	await appendEvent(person, 'view_removed', id, {});
	return { id };
}

/** Lets the app open with a view; said of the home view again, with the overview as before. */
export async function toggleHome(person: Person, id: string): Promise<ViewResult> {
	if (!(await viewOf(person, id))) return { problem: 'no_such_view' };
	await appendEvent(person, 'view_made_home', id, {});
	return { id };
}

async function viewOf(person: Person, id: string): Promise<SavedView | undefined> {
	return (await savedViews(person)).find((view) => view.id === id);
}
