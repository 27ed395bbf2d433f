import { randomUUID } from 'node:crypto';
import {
	editedChecklist,
	type Checklist,
	type ChecklistVersion,
	type GivenChecklist,
	type TextLocale
} from '#lib/audit/checklist.ts';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';
import { inTurn } from './in-turn.ts';
import { shippedChecklists } from './shipped-checklists.ts';

interface SavedBody {
	readonly version: number;
	readonly checklist: Checklist;
}

/** Every checklist with all its versions, the one that stands last. */
export async function checklists(): Promise<ReadonlyMap<string, readonly ChecklistVersion[]>> {
	const all = new Map<string, readonly ChecklistVersion[]>(
		shippedChecklists.map((checklist) => [checklist.id, [{ version: 1, checklist, saved: null }]])
	);
	for (const event of await eventsOf<SavedBody>(['checklist_saved'])) {
		const { subject: id, body, person, happenedAt: at } = event;
		const saved = { ...body, saved: { by: person.name, at } };
		all.set(id, [...(all.get(id) ?? []), saved]);
	}
	return all;
}

/** The checklist an audit was drawn with. */
export async function checklistOf(id: string, version: number): Promise<Checklist | null> {
	const versions = (await checklists()).get(id);
	return versions?.find((one) => one.version === version)?.checklist ?? null;
}

export type ChecklistResult =
	| { readonly id: string; readonly version: number }
	| { readonly problem: 'text_missing' | 'no_such_checklist' | 'changed' };

/**
 * Saves a checklist as its next version; the ones before are kept.
 *
 * @param id null makes a new one
 * @param seen version the person edited: where another stands by now, nothing is saved
 */
export function saveChecklist(
	person: Person,
	id: string | null,
	given: GivenChecklist,
	{ seen, locale }: { readonly seen: number; readonly locale: TextLocale }
): Promise<ChecklistResult> {
	return inTurn(async () => {
		const standing = id === null ? null : (await checklists()).get(id)?.at(-1);
		if (standing === undefined) return { problem: 'no_such_checklist' };
		if (standing && standing.version !== seen) return { problem: 'changed' };
		const edited = editedChecklist(standing?.checklist ?? emptyChecklist(), given, locale);
		if (!edited) return { problem: 'text_missing' };
		const body: SavedBody = { version: (standing?.version ?? 0) + 1, checklist: edited };
		await appendEvent(person, 'checklist_saved', edited.id, body);
		return { id: edited.id, version: body.version };
	});
}

function emptyChecklist(): Checklist {
	return {
		id: randomUUID(),
		names: { en: '', 'zh-CN': '', 'zh-TW': '' },
		source: null,
		items: []
	};
}
