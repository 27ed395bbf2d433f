import type { Fields } from '#lib/improvement/forms.ts';

const nameOf = (page: string, form: string): string => `draft ${page}#${form}`;

/** Keeps what a form holds while its page is left, in this tab alone. */
export function keepDraft(page: string, form: string, data: FormData): void {
	const fields = Object.fromEntries([...data].filter(([, value]) => typeof value === 'string'));
	try {
		sessionStorage.setItem(nameOf(page, form), JSON.stringify(fields));
	} catch {
		// A browser told to keep nothing keeps nothing.
	}
}

/** What was kept of a form; it is given out once. */
export function takeDraft(page: string, form: string): Fields | null {
	try {
		const kept = sessionStorage.getItem(nameOf(page, form));
		sessionStorage.removeItem(nameOf(page, form));
		return kept === null ? null : (JSON.parse(kept) as Fields);
	} catch {
		return null;
	}
}
