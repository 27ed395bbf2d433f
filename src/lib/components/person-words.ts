import * as m from '#lib/messages/generated/messages.js';

/** Name of the person behind an act; who has said no name is the user of this machine. */
export function personName(name: string): string {
	return name === '' ? m.shell_person_local() : name;
}

/** How sure it is that it was them. */
export function assuranceWords(assurance: 'declared' | 'authenticated'): string {
	return assurance === 'declared' ? m.case_declared() : m.case_authenticated();
}
