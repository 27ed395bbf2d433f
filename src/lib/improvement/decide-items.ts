import type { Command, Conflict, Decision, Refusal } from './commands.ts';
import { inConflict, lastWriter, made, refused, type DecideContext } from './decision.ts';
import type { Improvement, ImprovementEvent } from './improvement.ts';
import { progressFields, type Action, type ListItems, type ListName } from './plan.ts';
import { sameValue } from './same-value.ts';

type Row = ListItems[ListName];

/**
 * Writes a row. Where somebody else changed other fields of it since it was seen, both changes stand;
 * where they changed the same field otherwise, theirs stands and is shown beside what was wanted. What an
 * approval locked is changed in the next version only.
 */
export function setItem(
	improvement: Improvement,
	{ list, old, new: wanted }: Extract<Command, { readonly do: 'set_item' }>,
	context: DecideContext
): Decision {
	const present = rowOf(improvement, list, wanted.id);
	const by = () => lastWriter(context, (event) => concerns(event, list, wanted.id));
	if (!present) {
		if (!old) {
			if (isLocked(improvement, list)) return refused('plan_locked');
			return made({ kind: 'improvement_item_set', body: { list, old: null, new: wanted } });
		}
		// Taken away meanwhile: nothing is made of it in silence, and what was written is given back.
		return inConflict(
			{ what: `${list}.${wanted.id}`, yours: wanted, theirs: null, by: by() },
			'item_gone'
		);
	}
	const [was, is, will] = [fieldsOf(old), fieldsOf(present), fieldsOf(wanted)];
	const merged: Record<string, unknown> = { ...is };
	const conflicts: Conflict[] = [];
	for (const [field, yours] of Object.entries(will)) {
		const theirs = is[field];
		if ((old && sameValue(yours, was[field])) || sameValue(yours, theirs)) continue;
		if (isLocked(improvement, list, field)) return refused('plan_locked');
		if (old && sameValue(was[field], theirs)) merged[field] = yours;
		else conflicts.push({ what: `${list}.${wanted.id}.${field}`, yours, theirs, by: by() });
	}
	const undoes = list === 'actions' && undoing(improvement, merged as unknown as Action);
	if (undoes) return refused(undoes);
	const events = sameValue(merged, is)
		? []
		: [
				{
					kind: 'improvement_item_set',
					body: { list, old: present, new: merged as unknown as Row }
				} as const
			];
	return { events, refused: [], conflicts };
}

export function removeItem(
	improvement: Improvement,
	{ list, id, old }: Extract<Command, { readonly do: 'remove_item' }>,
	context: DecideContext
): Decision {
	const present = rowOf(improvement, list, id);
	if (!present) return refused('item_gone');
	if (isLocked(improvement, list)) return refused('plan_locked');
	if (old && !sameValue(old, present)) {
		const by = lastWriter(context, (event) => concerns(event, list, id));
		return inConflict({ what: `${list}.${id}`, yours: null, theirs: present, by });
	}
	return made({ kind: 'improvement_item_removed', body: { list, old: present } });
}

/** Causes and countermeasures are part of what was approved; how an action gets on is not. */
function isLocked({ locked }: Improvement, list: ListName, field?: string): boolean {
	if (!locked || list === 'trainings' || list === 'recoveries') return false;
	return list !== 'actions' || !progressFields.some((name) => name === field);
}

/** What is checked, or acted on, was carried out: who finds it was not goes back to Do for a reason. */
function undoing({ stage }: Improvement, { state, note }: Action): Refusal | null {
	if (stage !== 'check' && stage !== 'act') return null;
	if (state !== 'done' && state !== 'waived') return 'action_not_reopened';
	return state === 'waived' && !note.trim() ? 'why_missing' : null;
}

function rowOf(improvement: Improvement, list: ListName, id: string): Row | undefined {
	const rows: readonly Row[] = improvement[list];
	return rows.find((row) => row.id === id);
}

function fieldsOf(row: Row | null): Readonly<Record<string, unknown>> {
	return { ...row };
}

function concerns(event: ImprovementEvent, list: ListName, id: string): boolean {
	if (event.kind === 'improvement_item_set')
		return event.body.list === list && event.body.new.id === id;
	return (
		event.kind === 'improvement_item_removed' &&
		event.body.list === list &&
		event.body.old.id === id
	);
}
