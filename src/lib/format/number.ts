import type { InEach, Locale } from './locale.ts';

/** Typographic minus: as wide as a plus, never broken from its number. */
const minus = '\u2212';

/** A value and its unit apart, for places that set them in different sizes. */
export interface Measured {
	readonly value: string;
	readonly unit: string;
}

/** Digits grouped, U+2212 for minus. `digits` is the most that follow the point, `fixed` the least. */
export function number(value: number, locale: Locale, digits = 0, fixed = 0): string {
	if (!Number.isFinite(value)) return '–';
	const text = formatter(locale, digits, fixed).format(Math.abs(value));
	return isZero(text) || value >= 0 ? text : minus + text;
}

/** As `number`, with the sign always shown; zero is ±0. */
export function signed(value: number, locale: Locale, digits = 0, fixed = digits): string {
	if (!Number.isFinite(value)) return '–';
	const text = formatter(locale, digits, fixed).format(Math.abs(value));
	return (isZero(text) ? '±' : value > 0 ? '+' : minus) + text;
}

/** A count in full: 1,811. */
export function count(value: number, locale: Locale): string {
	return number(value, locale);
}

/** A count in few characters: 1.4M and 60k, 140.8 万 and 1.2 亿. Below ten thousand in full. */
export function compactCount(value: number, locale: Locale): string {
	const size = Math.abs(value);
	const step = compactSteps[locale].find(({ from, per }) => size >= from && size / per >= 0.9995);
	if (!step) return count(value, locale);
	const scaled = value / step.per;
	return number(scaled, locale, Math.abs(scaled) < 1000 ? 1 : 0) + step.word;
}

/** A share 0–1 as a percentage: 80.2%. */
export function percent(share: number, locale: Locale, digits = 1): string {
	return Number.isFinite(share) ? number(share * 100, locale, digits, digits) + '%' : '–';
}

/** A share at an axis: whole per cent, with a digit more only where the step has it (2.5%). */
export function shareTick(share: number, locale: Locale): string {
	return Number.isFinite(share) ? number(share * 100, locale, 1) + '%' : '–';
}

/** A difference of two shares in percentage points: +1.7 pp. */
export function points(difference: number, locale: Locale, digits = 1): string {
	return Number.isFinite(difference)
		? `${signed(difference * 100, locale, digits)} ${pointWords[locale]}`
		: '–';
}

/** A ratio less one, as a signed percentage: +20.4%. */
export function change(ratioLessOne: number, locale: Locale, digits = 1): string {
	return Number.isFinite(ratioLessOne) ? signed(ratioLessOne * 100, locale, digits) + '%' : '–';
}

/** A mean score of 1–5: 4.21. */
export function score(value: number, locale: Locale, digits = 2): string {
	return number(value, locale, digits, digits);
}

/** An amount of money. Cents are left out of whole amounts and of amounts of ten thousand and more. */
export function money(amount: number, locale: Locale, currency = 'CNY'): string {
	if (!Number.isFinite(amount)) return '–';
	const digits = Number.isInteger(amount) || Math.abs(amount) >= 10_000 ? 0 : 2;
	const text = new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		currencyDisplay: 'narrowSymbol',
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	}).format(Math.abs(amount));
	return amount < 0 ? minus + text : text;
}

/** Items joined as a sentence does: A, B and C; 甲、乙和丙. Chinese stands off from Latin: A 和 B. */
export function list(items: readonly string[], locale: Locale): string {
	const [last = '', ...before] = [...items].reverse();
	if (before.length === 0) return last;
	const { comma, and } = listWords[locale];
	const head = before.reverse().join(comma);
	if (locale === 'en') return head + and + last;
	return head + (latinEnd.test(head) ? ' ' : '') + and + (latinStart.test(last) ? ' ' : '') + last;
}

/** Where a text ends or begins in Latin letters or digits. */
const latinEnd = /[\p{Script=Latin}\d%]$/u;
const latinStart = /^[\p{Script=Latin}\d]/u;

const compactSteps = {
	en: [
		{ from: 999_950_000, per: 1e9, word: 'B' },
		{ from: 999_950, per: 1e6, word: 'M' },
		{ from: 10_000, per: 1e3, word: 'k' }
	],
	'zh-CN': [
		{ from: 99_995_000, per: 1e8, word: ' 亿' },
		{ from: 10_000, per: 1e4, word: ' 万' }
	],
	'zh-TW': [
		{ from: 99_995_000, per: 1e8, word: ' 億' },
		{ from: 10_000, per: 1e4, word: ' 萬' }
	]
} as const;

const pointWords: InEach = { en: 'pp', 'zh-CN': '个百分点', 'zh-TW': '個百分點' };

const listWords = {
	en: { comma: ', ', and: ' and ' },
	'zh-CN': { comma: '、', and: '和' },
	'zh-TW': { comma: '、', and: '和' }
} as const;

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, digits: number, fixed: number): Intl.NumberFormat {
	const key = `${locale} ${digits} ${fixed}`;
	let found = formatters.get(key);
	if (!found) {
		found = new Intl.NumberFormat(locale, {
			maximumFractionDigits: Math.max(digits, fixed),
			minimumFractionDigits: fixed
		});
		formatters.set(key, found);
	}
	return found;
}

function isZero(text: string): boolean {
	return !/[1-9]/.test(text);
}
