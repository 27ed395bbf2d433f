import { nextDay } from '#lib/filter/codec.ts';
import { emptyFilter, type Day } from '#lib/filter/filter.ts';
import { monthOf, shiftMonth } from '#lib/filter/period.ts';
import { emptyMinutes, type Signature } from '#lib/review/minutes.ts';
import { reviewState, type ReviewState } from '#lib/review/signing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { allMinutes } from '#lib/server/review/minutes.ts';
import { scopeOf } from './scope.ts';

/** A month of the log and how far its review is. */
export interface ListedMonth {
	readonly month: Day;
	/** The log does not tell all of it: it begins within, or the month runs. */
	readonly partial: 'begins' | 'runs' | null;
	readonly state: ReviewState;
	readonly signatures: readonly Signature[];
	readonly decisions: number;
	readonly open: number;
	/** Signals it was signed with; null while nobody signed. */
	readonly signals: number | null;
}

/** Every month the log knows anything of, the latest first; signed ones also where the log has gone. */
export async function monthsOfReviews(
	person: Person,
	signal: AbortSignal
): Promise<readonly ListedMonth[]> {
	const [{ log }, minutes] = await Promise.all([
		scopeOf(person, emptyFilter, signal),
		allMinutes()
	]);
	const months = new Set(
		[...minutes.values()].filter((one) => one.signatures.length > 0).map(({ month }) => month)
	);
	if (log)
		for (
			let month = monthOf(log.firstDay);
			month <= monthOf(log.asOfDay);
			month = shiftMonth(month, 1)
		)
			months.add(month);
	return [...months]
		.sort()
		.reverse()
		.map((month): ListedMonth => {
			const own = minutes.get(month) ?? emptyMinutes(month);
			return {
				month,
				partial:
					log !== null && shiftMonth(month, 1) > nextDay(log.asOfDay)
						? 'runs'
						: log !== null && month < log.firstDay
							? 'begins'
							: null,
				state: reviewState(own),
				signatures: own.signatures,
				decisions: own.decisions.length,
				open: own.decisions.filter(({ state }) => state === 'open' || state === 'started').length,
				signals: own.signatures[0]?.signals ?? null
			};
		});
}
