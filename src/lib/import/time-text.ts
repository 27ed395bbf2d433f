/** What `foldTimeText` replaces, character by character; the SQL of the load folds the same. */
const foldedFrom = '０１２３４５６７８９：／－．，　';
const foldedTo = '0123456789:/-., ';
/** Words for the half of the day and what they become, in this order. */
const dayHalves = [
	['上午', 'AM'],
	['早上', 'AM'],
	['凌晨', 'AM'],
	['下午', 'PM'],
	['晚上', 'PM'],
	['中午', 'PM'],
	['a.m.', 'AM'],
	['p.m.', 'PM']
] as const;

/** A time as every format expects it: full-width forms folded, 上午/下午 as AM/PM, single blanks. */
export function foldTimeText(text: string): string {
	if (plainAscii.test(text)) return text;
	let folded = '';
	for (const character of text) {
		const at = foldedFrom.indexOf(character);
		folded += at < 0 ? character : (foldedTo[at] as string);
	}
	for (const [word, half] of dayHalves) folded = folded.replaceAll(word, half);
	return folded.trim().replace(/\s+/g, ' ');
}

/** Nothing to fold: ASCII without outer or double blanks and without a dotted half of the day. */
const plainAscii = /^(?!.*(?: {2}|[ap]\.m\.))[!-~](?:[ -~]*[!-~])?$/;

/** The part of a format that is the same for both orders, and how day and month stand in it. */
export interface TimeShape {
	/** With `%d` first where both orders are possible. */
	readonly format: string;
	/** The two numbers that may be day and month; absent where the text fixes the order. */
	readonly pair?: readonly [number, number];
	/** Only a time of day, no date. */
	readonly timeOnly?: boolean;
}

const clock =
	/^(?<lead>T| ?)(?:(?<before>AM|PM) ?)?(?<hour>\d{1,2})(?<mark>:|时|時|点|點)(?:(?<minute>\d{1,2})(?<minuteMark>分)?)?(?:(?::|(?<=分))(?<second>\d{1,2})(?<secondMark>秒)?(?<fraction>\.\d{1,9})?)?(?:(?<blank> ?)(?<after>AM|PM))?$/i;
const offset = /(?<=\d) ?(?:Z|[+-]\d{2}:?\d{2}|[+-]\d{2})$/;

/**
 * The `strptime` pattern of one folded text, or one of the words for what `strptime` cannot read; null
 * when it is no time. Numbers alone are times only as YYYYMMDD, Excel serials and epochs.
 */
export function timeShape(text: string): TimeShape | null {
	if (/^\d+(\.\d+)?$/.test(text)) return numberShape(text);
	const date = dateShape(text);
	if (!date) {
		const time = clockFormat(text);
		return time === null ? null : { format: time, timeOnly: true };
	}
	const rest = text.slice(date.length);
	const plain = { ...(date.pair ? { pair: date.pair } : {}) };
	if (rest === '') return { format: date.format, ...plain };
	if (offset.test(rest)) {
		return date.format === '%Y-%m-%d' && clockFormat(rest.replace(offset, '')) !== null
			? { format: 'iso-offset' }
			: null;
	}
	const time = clockFormat(rest);
	return time === null ? null : { format: date.format + time, ...plain };
}

function numberShape(text: string): TimeShape | null {
	if (/^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(text)) return { format: '%Y%m%d' };
	if (/^1\d{9}$/.test(text)) return { format: 'epoch-seconds' };
	if (/^1\d{12}$/.test(text)) return { format: 'epoch-milliseconds' };
	const number = Number(text);
	return number >= 20_000 && number < 80_000 ? { format: 'excel-1900' } : null;
}

interface DateShape {
	readonly format: string;
	readonly length: number;
	readonly pair?: readonly [number, number];
}

function dateShape(text: string): DateShape | null {
	const yearFirst = /^(\d{4})([-/.]|年)(\d{1,2})([-/.]|月)(\d{1,2})(日|号|號)?/.exec(text);
	if (yearFirst && (yearFirst[2] === yearFirst[4] || yearFirst[4] === '月')) {
		const [all, , first, , second, , day = ''] = yearFirst;
		return { format: `%Y${first}%m${second}%d${day}`, length: all.length };
	}
	const named = /^(\d{1,2})([-/ ])([A-Za-z]{3,9})([-/ ]|, ?)(\d{4}|\d{2})(?!\d)/.exec(text);
	if (named) {
		const [all, , one, month = '', two, year = ''] = named;
		return { format: `%d${one}${monthCode(month)}${two}${yearCode(year)}`, length: all.length };
	}
	const american = /^([A-Za-z]{3,9}) (\d{1,2})(, ?| )(\d{4})(?!\d)/.exec(text);
	if (american) {
		const [all, month = '', , mark = ''] = american;
		return { format: `${monthCode(month)} %d${mark}%Y`, length: all.length };
	}
	const numeric = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
	if (numeric) {
		const [all, one = '', mark, two = '', year = ''] = numeric;
		const format = `%d${mark}%m${mark}${yearCode(year)}`;
		return { format, length: all.length, pair: [Number(one), Number(two)] };
	}
	return null;
}

const yearCode = (year: string): string => (year.length === 4 ? '%Y' : '%y');
const monthCode = (month: string): string => (month.length === 3 ? '%b' : '%B');

/** Pattern of a time of day with the blank or `T` before it; null if the text is none. */
function clockFormat(text: string): string | null {
	const parts = clock.exec(text)?.groups;
	if (!parts) return null;
	const half = parts.before ?? parts.after;
	let format = parts.lead ?? '';
	if (parts.before !== undefined) {
		const spaced = /(AM|PM) /i.test(text);
		format += spaced ? '%p ' : '%p';
	}
	format += `${half ? '%I' : '%H'}${parts.mark}`;
	if (parts.minute !== undefined) format += `%M${parts.minuteMark ?? ''}`;
	else if (parts.mark === ':') return null;
	if (parts.second !== undefined) {
		format += `${parts.minuteMark ? '' : ':'}%S${parts.fraction ? '.%f' : ''}${parts.secondMark ?? ''}`;
	}
	if (parts.after !== undefined && parts.before === undefined) format += `${parts.blank}%p`;
	return format;
}
