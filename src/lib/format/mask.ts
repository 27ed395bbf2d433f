/**
 * Masks what could identify a person inside free text: e-mail addresses, mobile and landline numbers of
 * the mainland and Taiwan, identity cards of both, bank cards. What is left tells the kind and lets
 * two mentions be told apart (`138****5678`), not the person. Numbers that fail the check digit of an
 * identity or bank card are left alone, so that order numbers stay readable.
 */
export function maskText(text: string): string {
	if (!/[@\d]/.test(halfWidth(text))) return text;
	// Patterns are looked for in half-width digits, but only what is masked is rewritten.
	let masked = text;
	for (const { pattern, mask } of kinds) masked = replaceFolded(masked, pattern, mask);
	return masked;
}

interface Kind {
	readonly pattern: RegExp;
	/** The masked form, or the match itself where it is something else. */
	readonly mask: (match: string) => string;
}

/** Longest first: a bank card holds what looks like a mobile number. */
const kinds: readonly Kind[] = [
	{
		pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
		mask: (match) => `${match[0]}***@${'*'.repeat(3)}`
	},
	// Mainland identity card: 6 digits of place, birthday, 3 of order, check digit.
	{
		pattern:
			/(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g,
		mask: (match) => (isIdentityNumber(match) ? kept(match, 3, 2) : match)
	},
	// Taiwan identity card: a letter and nine digits, the first 1, 2, 8 or 9.
	{ pattern: /(?<![A-Za-z\d])[A-Z][1289]\d{8}(?![A-Za-z\d])/g, mask: (match) => kept(match, 2, 2) },
	// Bank card, 16 to 19 digits, in groups of four or in one.
	{
		pattern: /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g,
		mask: (match) => (isCardNumber(match) ? kept(match, 4, 4) : match)
	},
	// Mainland mobile, with or without +86, in one or as 3-4-4.
	{
		pattern: /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
		mask: (match) => kept(match, match.length - 8 - separators(match.slice(-10)), 4)
	},
	// Taiwan mobile, 09 and eight digits, with or without +886.
	{
		pattern: /(?<!\d)(?:(?:\+|00)?886[ -]?9|09)\d{2}[ -]?\d{3}[ -]?\d{3}(?!\d)/g,
		mask: (match) => kept(match, match.length - 6 - separators(match.slice(-8)), 2)
	},
	// Landlines with an area code, mainland (0xx-xxxxxxxx) and Taiwan ((0x) xxxx-xxxx).
	{
		pattern: /(?<!\d)(?:\(0\d{1,3}\) ?|（0\d{1,3}） ?|0\d{1,3}[ -])\d{3,4}[ -]?\d{4}(?!\d)/g,
		mask: (match) => kept(match, /^\D?0\d+/.exec(match)?.[0].length ?? 2, 2)
	},
	{ pattern: /(?<!\d)0(?:10|2\d|[3-9]\d{2})\d{7,8}(?!\d)/g, mask: (match) => kept(match, 3, 2) }
];

/** The match with its digits starred but for the first and last few characters. */
function kept(match: string, first: number, last: number): string {
	const middle = match.slice(first, match.length - last).replace(/[\dA-Za-z]/g, '*');
	return match.slice(0, first) + middle + match.slice(match.length - last);
}

function separators(text: string): number {
	return text.replace(/[^ -]/g, '').length;
}

/** Check digit of ISO 7064 MOD 11-2, as on mainland identity cards. */
function isIdentityNumber(text: string): boolean {
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
	return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** Luhn's check, as on payment cards. */
function isCardNumber(text: string): boolean {
	const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
	const sum = digits.reduce((total, digit, index) => {
		const doubled = index % 2 === 1 ? digit * 2 : digit;
		return total + (doubled > 9 ? doubled - 9 : doubled);
	}, 0);
	return sum % 10 === 0;
}

/** Full-width digits, signs and letters as half-width ones; every character stays in its place. */
function halfWidth(text: string): string {
	return text.replace(/[\uff01-\uff5e]/g, (sign) =>
		String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
	);
}

function replaceFolded(text: string, pattern: RegExp, mask: (match: string) => string): string {
	let result = '';
	let position = 0;
	for (const match of halfWidth(text).matchAll(pattern)) {
		const [found] = match;
		const masked = mask(found);
		if (masked === found) continue;
		result += text.slice(position, match.index) + masked;
		position = match.index + found.length;
	}
	return position === 0 ? text : result + text.slice(position);
}
