const longest: Readonly<Record<string, number>> = { Y: 4, y: 2, m: 2, d: 2, H: 2, M: 2, S: 2 };

interface Numbers {
	readonly code: string;
	readonly digits: number;
	/** The one character behind the number; −1 at the end. */
	readonly mark: number;
}

const known = new Map<string, readonly Numbers[] | null>();

/** A format of nothing but numbers with one mark between them; null for any other. */
function numbersOf(format: string): readonly Numbers[] | null {
	const cached = known.get(format);
	if (cached !== undefined) return cached;
	const simple = /^(?:%[YymdHMS][^%\d])*%[YymdHMS]$/.test(format);
	const numbers = [...format.matchAll(/%(.)(.)?/g)].map(([, code = '', mark]) => ({
		code,
		digits: longest[code] ?? 0,
		mark: mark === undefined ? -1 : mark.charCodeAt(0)
	}));
	known.set(format, simple ? numbers : null);
	return simple ? numbers : null;
}

/**
 * The time of a text that fits a format of plain numbers to the letter, without folding it and without
 * expressions; null says nothing (`parseTime` then looks closer).
 */
export function quickTime(text: string, format: string): number | null {
	const numbers = numbersOf(format);
	if (!numbers) return null;
	let year = 1900;
	let month = 1;
	let date = 1;
	let hour = 0;
	let minute = 0;
	let second = 0;
	let at = 0;
	for (const { code, digits, mark } of numbers) {
		const from = at;
		let number = 0;
		while (at - from < digits) {
			const digit = text.charCodeAt(at) - 48;
			if (!(digit >= 0 && digit <= 9)) break;
			number = number * 10 + digit;
			at++;
		}
		if (at === from) return null;
		if (mark < 0) {
			if (at !== text.length) return null;
		} else if (text.charCodeAt(at++) !== mark) return null;
		if (code === 'Y') year = number;
		else if (code === 'y') year = number + (number < 69 ? 2000 : 1900);
		else if (code === 'm') month = number;
		else if (code === 'd') date = number;
		else if (code === 'H') hour = number;
		else if (code === 'M') minute = number;
		else second = number;
	}
	return instant(year, month, date, hour, minute, second);
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Milliseconds since 1970 of a date and time of day, as if in UTC; null if there is no such. */
export function instant(
	year: number,
	month: number,
	date: number,
	hour: number,
	minute: number,
	second: number
): number | null {
	if (month < 1 || month > 12 || date < 1 || hour > 23 || minute > 59 || second > 59) return null;
	const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
	if (date > (monthLengths[month - 1] as number) + leap) return null;
	// Years from March, so that the leap day is the last; 400 of them have 146,097 days.
	const since = month > 2 ? year : year - 1;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
	const days =
		since * 365 + Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
	return (
		(days + dayOfYear - 719_468) * 86_400_000 + hour * 3_600_000 + minute * 60_000 + second * 1000
	);
}
