/** Minutes a log axis of time may be labelled at: 1, 5, 15 min, 1, 4, 24 h, 3, 10, 30 days. */
const round = [1, 5, 15, 60, 240, 1440, 4320, 14400, 43200];

/** The log10 of those round minutes that lie on the axis, at most `most`, spread evenly. */
export function logTicks(low: number, high: number, most = 6): number[] {
	const inside = round.map(Math.log10).filter((power) => power >= low && power <= high);
	const every = Math.max(1, Math.ceil(inside.length / most));
	return inside.filter((_, at) => at % every === 0);
}
