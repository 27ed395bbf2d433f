/** A stretch of time over which a zone keeps its offset; milliseconds since 1970, half-open. */
interface OffsetPiece {
	readonly from: number;
	readonly to: number;
	/** local minus UTC, milliseconds */
	readonly offset: number;
}

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/**
 * The offset of an IANA zone at any instant, in milliseconds.
 * @throws RangeError when the zone is unknown
 */
export function zoneOffsets(timeZone: string): (instant: number) => number {
	const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit'
	});
	const exactly = (instant: number) => {
		const whole = Math.floor(instant / 1000) * 1000;
		const part: Record<string, number> = {};
		for (const { type, value } of format.formatToParts(whole)) part[type] = Number(value);
		const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
		return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
	};
	// Asking the formatter is dear. No zone changes its clock twice within half a day, so where both ends
	// of one agree the offset holds in between.
	const atHalfDays = new Map<number, number>();
	const atHalfDay = (count: number) => {
		const known = atHalfDays.get(count) ?? exactly(count * 12 * HOUR);
		atHalfDays.set(count, known);
		return known;
	};
	return (instant) => {
		const before = Math.floor(instant / (12 * HOUR));
		const offset = atHalfDay(before);
		return atHalfDay(before + 1) === offset ? offset : exactly(instant);
	};
}

/**
 * The pieces of constant offset that cover a local day with room on both sides. A day has one
 * piece, or two where the clock changes nearby; the change is found to the millisecond.
 */
export function offsetPieces(
	offsetAt: (instant: number) => number,
	day: number
): readonly OffsetPiece[] {
	// Offsets reach from −12 h to +14 h; an hour more on each side.
	const from = day * DAY - 15 * HOUR;
	const to = (day + 1) * DAY + 13 * HOUR;
	const pieces: OffsetPiece[] = [];
	let start = from;
	for (let probe = from; probe < to;) {
		const next = Math.min(to, probe + 13 * HOUR);
		const offset = offsetAt(probe);
		if (offsetAt(next) !== offset) {
			const change = firstChange(offsetAt, probe, next);
			pieces.push({ from: start, to: change, offset });
			start = change;
		}
		probe = next;
	}
	pieces.push({ from: start, to, offset: offsetAt(to) });
	return pieces;
}

function firstChange(offsetAt: (instant: number) => number, from: number, to: number): number {
	const before = offsetAt(from);
	let [low, high] = [from, to];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (offsetAt(middle) === before) low = middle;
		else high = middle;
	}
	return high;
}
