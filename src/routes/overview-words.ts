import { isRunning, monthOf, shiftMonth, daysBetween, type LogSpan } from '#lib/filter/period.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { OverviewFacts, SpanFacts } from '#lib/server/questions/overview-page.ts';
import * as m from '#lib/messages/generated/messages.js';

type Comparison = { readonly kind: 'year' | 'previous'; readonly days: DayRange } | null;

/** The page's title: how many, and how many more or fewer. */
export function overviewTitle(
	f: Formats,
	days: DayRange,
	comparison: Comparison,
	now: number,
	before: number | null
): string {
	const facts = { days: f.dayRange(days), count: f.count(now) };
	if (comparison === null || before === null) return m.overview_title_none(facts);
	const difference = f.count(Math.abs(now - before));
	const direction = now > before ? 'more' : now < before ? 'fewer' : 'same';
	return m[`overview_title_${direction}_${comparison.kind}`]({ ...facts, difference });
}

/** "307 more than a year before (+20.4 %)", for counts. */
export function countChange(
	f: Formats,
	kind: 'year' | 'previous',
	now: number,
	before: number
): string {
	const difference = f.count(Math.abs(now - before));
	const direction = now >= before ? 'more' : 'fewer';
	return m[`overview_${direction}_${kind}`]({
		difference,
		change: f.change(before > 0 ? now / before - 1 : Number.NaN)
	});
}

/** "a year before: 48 min (−5.8 %)", for everything else. */
export function was(kind: 'year' | 'previous', value: string, change: string): string {
	return m[`overview_was_${kind}`]({ value, change });
}

/**
 * Days gone and days there are of a period inside the running month. A longer period is whole but for
 * its end, which its comparison shares: its numbers are not marked.
 */
export function runningMonth(
	days: DayRange,
	log: LogSpan
): { readonly days: number; readonly of: number } | undefined {
	const month = monthOf(log.asOfDay);
	if (!isRunning(days, log) || days.since < month) return undefined;
	return {
		days: daysBetween(month, days.until),
		of: daysBetween(month, shiftMonth(month, 1))
	};
}

/** One sentence more: complaints against orders, else speed and satisfaction; and what is compared. */
export function overviewLead(
	f: Formats,
	{ now, before }: Pick<OverviewFacts, 'now' | 'before'>,
	comparison: Comparison
): string {
	const compared = comparison && m.overview_lead_compared({ days: f.dayRange(comparison.days) });
	return f.sentences(main(f, now, before), compared);
}

function main(f: Formats, now: SpanFacts, before: SpanFacts | null): string | null {
	if (before && now.rate !== null && before.rate !== null && now.orders && before.orders)
		return m.overview_lead_rate({
			complaints: f.change(now.sums.cases / before.sums.cases - 1),
			orders: f.change(now.orders / before.orders - 1),
			before: f.number(before.rate, 1, 1),
			now: f.number(now.rate, 1, 1)
		});
	const { first_response_median: median, rated, satisfied } = now.sums;
	if (median === null || rated === 0) return null;
	return m.overview_lead_plain({
		median: f.duration(median),
		share: f.percent(satisfied / rated),
		rated: f.count(rated)
	});
}
