import * as m from '#lib/messages/generated/messages.js';
import type { Actor } from '#lib/server/import/ledger-entry.ts';

/** Who acted, and whether they only said so. */
export function personText(actor: Actor | null): string {
	if (!actor) return '';
	const name = actor.name || m.imports_person_local();
	return actor.assurance === 'declared' && actor.id !== 'redress'
		? m.imports_person_declared({ name })
		: name;
}
