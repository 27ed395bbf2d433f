import { maskText } from './mask.ts';

const han = /^\p{Script=Han}/u;

/** A name by its first letter: 张三 as 张*, Li Lei as L***. */
export function maskName(name: string): string {
	const letters = [...name.trim()];
	const [first = ''] = letters;
	return han.test(first) ? first + '*'.repeat(Math.min(letters.length - 1, 3)) : `${first}***`;
}

/** A number by its ends, 138****1234; of a form nobody knows the last two digits. */
export function maskPhone(phone: string): string {
	const masked = maskText(phone);
	if (masked !== phone) return masked;
	const digits = [...phone].filter((sign) => /\d/.test(sign)).length;
	let seen = 0;
	return phone.replace(/\d/g, (digit) => (++seen > digits - 2 ? digit : '*'));
}

/** An address of mail by its first letter. */
export function maskEmail(address: string): string {
	const masked = maskText(address);
	return masked === address ? `${[...address][0] ?? ''}***` : masked;
}

/** A postal address by its province or city where it begins with one, else not at all. */
export function maskAddress(address: string): string {
	const text = address.trim();
	return han.test(text) ? `${[...text].slice(0, 3).join('')}***` : '***';
}
