import type { Locale } from './locale.ts';

/** Sentences one after the other, as the language sets them; those there are. */
export function sentences(
	parts: readonly (string | null | undefined | false)[],
	locale: Locale
): string {
	return parts.filter(Boolean).join(locale === 'en' ? ' ' : '');
}

/** Words put at the head of a sentence. */
export function capitalised(words: string): string {
	return words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
}
