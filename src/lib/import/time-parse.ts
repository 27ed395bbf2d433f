import { instant, quickTime } from './quick-time.ts';
import { foldTimeText } from './time-text.ts';

const monthsShort = [
	'jan',
	'feb',
	'mar',
	'apr',
	'may',
	'jun',
	'jul',
	'aug',
	'sep',
	'oct',
	'nov',
	'dec'
];
const monthsLong = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
];

interface Pattern {
	readonly expression: RegExp;
	readonly codes: readonly string[];
}
const compiled = new Map<string, Pattern>();
const digits: Readonly<Record<string, string>> = {
	Y: '(\\d{1,4})',
	y: '(\\d{1,2})',
	m: '(\\d{1,2})',
	d: '(\\d{1,2})',
	H: '(\\d{1,2})',
	I: '(\\d{1,2})',
	M: '(\\d{1,2})',
	S: '(\\d{1,2})',
	f: '(\\d{1,9})',
	p: '(am|pm)',
	b: `(${monthsShort.join('|')})`,
	B: `(${monthsLong.join('|')})`
};

function compile(format: string): Pattern {
	const known = compiled.get(format);
	if (known) return known;
	const codes: string[] = [];
	const source = format.replace(/%([A-Za-z])|[\s\S]/g, (part: string, code?: string) => {
		if (code === undefined)
			return part === ' ' ? '\\s+' : part.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
		codes.push(code);
		return digits[code] ?? '(?!)';
	});
	const pattern = { expression: new RegExp(`^${source}$`, 'i'), codes };
	compiled.set(format, pattern);
	return pattern;
}

const day = 86_400_000;

/**
 * Local time of a text by the first format that fits, in milliseconds since 1970 as if it were UTC
 * (times with an offset: true UTC); null if none fits. Agrees with DuckDB's `try_strptime` on the
 * patterns `timeShape` makes, so that a preview counts what the load will count.
 */
export function parseTime(text: string, formats: readonly string[]): number | null {
	const quick = quickTime(text, formats[0] ?? '');
	if (quick !== null) return quick;
	const folded = foldTimeText(text);
	for (const format of formats) {
		const time = parseOne(folded, format);
		if (time !== null) return time;
	}
	return null;
}

function parseOne(text: string, format: string): number | null {
	switch (format) {
		case 'iso-offset': {
			const time = /^\d{4}-\d{2}-\d{2}[T ]/.test(text) ? Date.parse(isoText(text)) : NaN;
			return Number.isNaN(time) ? null : time;
		}
		case 'excel-1900':
			return serial(text, Date.UTC(1899, 11, 30));
		case 'excel-1904':
			return serial(text, Date.UTC(1904, 0, 1));
		case 'epoch-seconds':
			return /^\d+$/.test(text) ? Number(text) * 1000 : null;
		case 'epoch-milliseconds':
			return /^\d+$/.test(text) ? Number(text) : null;
		default:
			return byPattern(text, compile(format));
	}
}

const isoText = (text: string): string =>
	text
		.replace(' ', 'T')
		.replace(/ /g, '')
		.replace(/([+-]\d{2})(\d{2})?$/, '$1:$2')
		.replace(/:$/, ':00');

function serial(text: string, origin: number): number | null {
	if (!/^\d+(\.\d+)?$/.test(text)) return null;
	return origin + Math.round(Number(text) * 86_400) * 1000;
}

function byPattern(text: string, { expression, codes }: Pattern): number | null {
	const found = expression.exec(text);
	if (!found) return null;
	let year = 1900;
	let month = 1;
	let date = 1;
	let hour = 0;
	let minute = 0;
	let second = 0;
	let milliseconds = 0;
	let afternoon: boolean | null = null;
	codes.forEach((code, at) => {
		const part = found[at + 1] as string;
		const number = Number(part);
		if (code === 'Y') year = number;
		else if (code === 'y') year = number + (number < 69 ? 2000 : 1900);
		else if (code === 'm') month = number;
		else if (code === 'b') month = monthsShort.indexOf(part.toLowerCase()) + 1;
		else if (code === 'B') month = monthsLong.indexOf(part.toLowerCase()) + 1;
		else if (code === 'd') date = number;
		else if (code === 'H' || code === 'I') hour = number;
		else if (code === 'M') minute = number;
		else if (code === 'S') second = number;
		else if (code === 'f') milliseconds = Number(`0.${part}`) * 1000;
		else if (code === 'p') afternoon = part.toLowerCase() === 'pm';
	});
	if (afternoon !== null) {
		if (hour < 1 || hour > 12) return null;
		hour = (hour % 12) + (afternoon ? 12 : 0);
	}
	const time = instant(year, month, date, hour, minute, second);
	return time === null ? null : time + milliseconds;
}

/** `2024-05-01` of a local time in milliseconds. */
export function dayText(time: number): string {
	return new Date(Math.floor(time / day) * day).toISOString().slice(0, 10);
}
