import * as m from '#lib/messages/generated/messages.js';
import type { ComingCount, ForecastTotal } from '#lib/server/questions/forecast-page.ts';
import { casesText, periodName, roughly, type ForecastView } from './forecast-view.ts';

export const methodNames = {
	seasonal_naive: m.forecast_method_seasonal_naive,
	seasonal_drift: m.forecast_method_seasonal_drift,
	holt_winters: m.forecast_method_holt_winters,
	mstl_ets: m.forecast_method_mstl_ets,
	season_ets: m.forecast_method_season_ets
} as const;

/** The page's answer: what the first period that is not over will bring. */
export function forecastTitle(view: ForecastView): string {
	const { facts } = view;
	const next = facts.total.coming?.[0];
	const period = facts.coming[0];
	if (!next || !period)
		return facts.past.length < 2 * facts.season ? m.forecast_title_short() : m.forecast_title_few();
	return m.forecast_title({
		period: periodName(view, period.since),
		median: roughly(view, next.median),
		low: roughly(view, next.lower80),
		high: roughly(view, next.upper80)
	});
}

export function forecastLead(view: ForecastView): string {
	const { f, facts, asOf } = view;
	const words = { count: f.count(facts.cases), end: f.asOf(asOf) };
	const first = facts.past[0] ?? facts.coming[0]!;
	const last = facts.coming[facts.running ? 0 : -1] ?? facts.past.at(-1) ?? first;
	return (facts.total.coming ? m.forecast_lead : m.forecast_lead_short)({
		...words,
		first: periodName(view, first.since),
		last: periodName(view, last.since)
	});
}

/** Why there is no forecast, or nothing. */
export function refusal({ f, facts }: ForecastView): string {
	if (facts.total.coming) return '';
	const { step } = facts.choices;
	if (facts.past.length >= 2 * facts.season)
		return m.forecast_few({ unit: m[`forecast_unit_one_${step}`]() });
	return m.forecast_short({
		needed: f.count(2 * facts.season),
		known: f.count(facts.past.length),
		unit: m[`forecast_unit_${step}`]()
	});
}

export function mainAnswer(view: ForecastView): string {
	const { f, facts } = view;
	const next = facts.total.coming?.[0];
	const period = facts.coming[0];
	if (!next || !period) return refusal(view);
	return f.sentences(
		m.forecast_main_answer({
			period: periodName(view, period.since),
			median: roughly(view, next.median),
			low80: roughly(view, next.lower80),
			high80: roughly(view, next.upper80),
			low95: roughly(view, next.lower95),
			high95: roughly(view, next.upper95)
		}),
		seenText(view),
		next.lastYear !== null &&
			next.above !== null &&
			m.forecast_main_year({ count: f.count(next.lastYear), share: chanceText(view, next.above) })
	);
}

/** What the running month has brought so far, and how well its end can be told from that. */
function seenText({ f, facts }: ForecastView): string {
	const { pace, total } = facts;
	if (total.seen === null) return '';
	const seen = f.count(total.seen);
	if (!pace) return m.forecast_main_seen({ seen });
	return m.forecast_main_pace({
		seen,
		days: f.count(pace.days),
		months: f.count(pace.months),
		off: f.percent(pace.off),
		alone: f.percent(pace.offForecast)
	});
}

/** Which method is shown and how it did in the backtest, beside repeating last year. */
export function backtestNote({ f }: ForecastView, series: ForecastTotal): string {
	if (series.method === null) return '';
	const [best, second] = series.scores;
	const naive = series.scores.find(({ method }) => method === 'seasonal_naive');
	const method = methodNames[series.method]();
	if (!best || !naive) return m.forecast_note_untested({ method });
	const shared = {
		mase: f.number(best.mase, 2, 2),
		origins: f.count(best.origins),
		held: f.count(best.held),
		cover80: f.percent(best.coverage80, 0),
		cover95: f.percent(best.coverage95, 0)
	};
	return best.method === 'seasonal_naive' && second
		? m.forecast_note_naive({
				...shared,
				method: methodNames[second.method](),
				other: f.number(second.mase, 2, 2)
			})
		: m.forecast_note_best({ ...shared, method, naive: f.number(naive.mase, 2, 2) });
}

/** A probability as a number; never certain, unless it has happened. */
export function chanceText({ f }: ForecastView, share: number): string {
	if (share === 1) return f.percent(1, 0);
	// Not rounded up to the mark from which the sentence counts it.
	const shown = share < likely ? Math.min(share, likely - 0.01) : share;
	return f.percent(Math.min(0.99, Math.max(0.01, shown)), 0);
}

export function chanceWords(share: number): string {
	if (share === 1) return m.forecast_chance_passed();
	if (share >= 0.95) return m.forecast_chance_almost();
	if (share >= likely) return m.forecast_chance_likely();
	if (share > 0.2) return m.forecast_chance_open();
	return share > 0.05 ? m.forecast_chance_unlikely() : m.forecast_chance_hardly();
}

/** So wide a range, mostly after a jump of the past, that nothing should be made of its middle. */
export function isVague({ lower80, upper80 }: ComingCount): boolean {
	return upper80 > 4 * Math.max(lower80, 1);
}

/** From here on the early warning names a value. */
export const likely = 0.8;

/** A point in words: what came or what is expected. */
export function pointTip(view: ForecastView, at: number): [string, ...string[]] {
	const { f, facts } = view;
	const past = facts.past[at];
	if (past)
		return [
			`${periodName(view, past.since)}${m.clause_separator()}${casesText(view, facts.total.counts[at] ?? 0)}`,
			...facts.total.changes
				.filter((change) => change.at === at)
				.map(({ factor }) => m.forecast_tip_change({ share: f.percent(factor, 0) }))
		];
	const ahead = at - facts.past.length;
	const coming = facts.coming[ahead];
	const expected = facts.total.coming?.[ahead];
	if (!coming || !expected) return [''];
	return [
		`${periodName(view, coming.since)}${m.clause_separator()}${m.forecast_tip_expected({ median: roughly(view, expected.median) })}`,
		m.forecast_tip_interval({
			low80: roughly(view, expected.lower80),
			high80: roughly(view, expected.upper80),
			low95: roughly(view, expected.lower95),
			high95: roughly(view, expected.upper95)
		}),
		...(ahead === 0 && facts.total.seen !== null
			? [m.forecast_tip_seen({ seen: f.count(facts.total.seen) })]
			: []),
		...(expected.lastYear === null
			? []
			: [m.forecast_tip_year({ count: f.count(expected.lastYear) })])
	];
}
