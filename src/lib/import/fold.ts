/**
 * The key a value is looked up by in every dictionary: full-width forms folded (NFKC), trimmed, inner
 * blanks to one, lower case. `Ｙｅｓ ` and `yes` are one.
 */
export function foldValue(text: string): string {
	return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * A header reduced to what carries meaning: folded, accents and everything but letters, digits and
 * `#` gone, so that `Issue_reported at`, `issue reported at` and `ISSUE-REPORTED-AT` are one.
 */
export function foldHeader(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}#]+/gu, ' ')
		.trim();
}
