import { shiftDay } from '#lib/filter/codec.ts';
import { wallTime } from '#lib/format/instant.ts';

/** Logs are rarely exported on the same day: for so many days after its last one a log's word stands. */
const daysItStands = 31;

/**
 * Until which day each log is counted in what is open. A log that ended long before a day says nothing
 * about it: its open cases would stay open for ever. Null: it names no end.
 *
 * @param sources as-of instants, epoch milliseconds
 * @param zone business zone
 */
export function toldUntil(
	sources: readonly { readonly source: string; readonly as_of: number | null }[],
	zone: string
): ReadonlyMap<string, string | null> {
	return new Map(
		sources.map(({ source, as_of }) => [
			source,
			// An as-of of midnight closes the day before.
			as_of === null ? null : shiftDay(wallTime(as_of - 1, zone).day, daysItStands)
		])
	);
}

/** Logs whose word does not reach this day. */
export function silentOn(told: ReadonlyMap<string, string | null>, day: string): string[] {
	return [...told].flatMap(([source, until]) => (until !== null && until < day ? [source] : []));
}
