import { countedCases } from '#lib/filter/counted-cases.ts';
import { nextDay, previousDay } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { daysBetween } from '#lib/filter/period.ts';
import { spanOf, type MeasuredTarget } from '#lib/measures/target.ts';
import type { Scope } from './scope.ts';
import { onlyPeriod } from './target-outlooks.ts';
import { filterOfTarget, seriesOfTargets } from './target-series.ts';

/** What a measure was in the last whole month, quarter or year: nobody sets a target blindly. */
export interface TargetRecent {
	/** First day of the span. */
	readonly since: string;
	/** As a target of the span is meant; null where no case tells it. */
	readonly value: number | null;
	/** The cases it counts. */
	readonly filter: Filter;
}

/** Null where the log tells of no whole span of this length. */
export async function targetRecent(
	scope: Scope,
	{ measure, scope: of, span }: Pick<MeasuredTarget, 'measure' | 'scope' | 'span'>
): Promise<TargetRecent | null> {
	const { log } = scope;
	if (!log) return null;
	const running = spanOf(span, log.asOfDay);
	const isWhole = running.until <= nextDay(log.asOfDay);
	const { since, until } = isWhole ? running : spanOf(span, previousDay(running.since));
	if (since < log.firstDay) return null;
	const period = { since, until, days: daysBetween(since, until), partial: false };
	const series = await seriesOfTargets(scope)(measure, of, span, [period]);
	return {
		since,
		value: onlyPeriod(series, measure).value,
		filter: countedCases(filterOfTarget(of, { since, until }), measure)
	};
}
