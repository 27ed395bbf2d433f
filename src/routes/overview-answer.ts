import type { Formats } from '#lib/format/formats.ts';
import { capitalised } from '#lib/format/sentence.ts';
import type { Measured } from '#lib/measures/headline.ts';
import * as m from '#lib/messages/generated/messages.js';
import { sideOfZero } from '#lib/statistics/interval.ts';
import type { OverviewFacts } from '#lib/server/questions/overview-page.ts';

/** How the times moved and whether satisfaction did, for the sentence over the tiles. */
export function measuresAnswer(
	f: Formats,
	facts: Pick<OverviewFacts, 'now' | 'before' | 'satisfiedChange'>
): string {
	const { now, before, satisfiedChange } = facts;
	if (before === null) return m.overview_measures_alone();
	const parts = [
		timeMoved(
			f,
			m.overview_time_response(),
			now.sums.first_response_median,
			before.sums.first_response_median
		),
		timeMoved(
			f,
			m.overview_time_resolution(),
			now.resolution?.resolution_median,
			before.resolution?.resolution_median
		),
		satisfactionMoved(f, now.satisfied, satisfiedChange)
	].filter((part) => part !== null);
	if (parts.length === 0) return '';
	const text = parts.join(f.locale === 'en' ? '; ' : '；');
	return m.overview_sentence({ parts: capitalised(text) });
}

function timeMoved(
	f: Formats,
	measure: string,
	now: number | null | undefined,
	before: number | null | undefined
): string | null {
	if (now == null || before == null || f.duration(now) === f.duration(before)) return null;
	return m.overview_measures_time({
		measure,
		direction: now < before ? m.overview_measures_shorter() : m.overview_measures_longer(),
		before: f.duration(before),
		now: f.duration(now)
	});
}

function satisfactionMoved(
	f: Formats,
	{ value: share }: Measured,
	change: Measured | null
): string | null {
	if (share === null || change === null || change.value === null) return null;
	const side = sideOfZero(change.interval);
	const words = { now: f.percent(share), change: f.points(change.value) };
	if (side === 0) return m.overview_measures_level(words);
	return side > 0 ? m.overview_measures_better(words) : m.overview_measures_worse(words);
}
