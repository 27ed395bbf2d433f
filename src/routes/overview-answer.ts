import type { Formats } from '#lib/format/formats.ts';
import { capitalised } from '#lib/format/sentence.ts';
import { satisfiedChange, satisfiedShare } from '#lib/measures/headline.ts';
import * as m from '#lib/messages/generated/messages.js';
import { sideOfZero } from '#lib/statistics/interval.ts';
import type { SpanFacts } from '#lib/server/questions/overview-page.ts';

/** How the times moved and whether satisfaction did, for the sentence over the tiles. */
export function measuresAnswer(f: Formats, now: SpanFacts, before: SpanFacts | null): string {
	if (before === null) return m.overview_measures_alone();
	const parts = [
		timeMoved(
			f,
			m.overview_first_response(),
			now.sums.first_response_median,
			before.sums.first_response_median
		),
		timeMoved(
			f,
			m.overview_resolution(),
			now.resolution?.resolution_median,
			before.resolution?.resolution_median
		),
		satisfactionMoved(f, now, before)
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

function satisfactionMoved(f: Formats, now: SpanFacts, before: SpanFacts): string | null {
	const { value: share } = satisfiedShare(now.sums);
	const change = satisfiedChange(now.sums, before.sums);
	if (share === null || change.value === null) return null;
	const side = sideOfZero(change.interval);
	const facts = { now: f.percent(share), change: f.points(change.value) };
	if (side === 0) return m.overview_measures_level(facts);
	return side > 0 ? m.overview_measures_better(facts) : m.overview_measures_worse(facts);
}
