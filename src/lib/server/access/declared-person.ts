import type { Cookies } from '@sveltejs/kit';
import { localPerson, type Person } from './person.ts';

const personCookie = 'redress_person';

/** As whom the local user says they act. */
export function declaredPerson(cookies: Cookies): Person {
	const name = cookies.get(personCookie)?.trim().slice(0, 80);
	return name ? { id: `declared:${name}`, name, assurance: 'declared' } : localPerson;
}

/** Remembers as whom the local user acts; an empty name forgets it. */
export function declarePerson(cookies: Cookies, name: string): void {
	cookies.set(personCookie, name.trim().slice(0, 80), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		// Plain http on loopback.
		secure: false,
		maxAge: 60 * 60 * 24 * 365
	});
}
