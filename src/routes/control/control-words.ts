import type { Pattern } from '#lib/measures/control-rules.ts';
import { fewestJudged } from '#lib/measures/control-chart.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ShownChart } from '#lib/server/questions/control-shown.ts';
import {
	nameOf,
	spanText,
	stretchName,
	unitOf,
	valueWithUnit,
	type ControlView
} from './control-view.ts';

/** What a pattern is, in words: "9 months in a row below the centre". */
export function patternText(view: ControlView, chart: ShownChart, pattern: Pattern): string {
	const { kind, side, from, to } = pattern;
	const judged = chart.center.slice(from, to + 1).filter((center) => center !== null).length;
	const span = spanText(view, judged);
	const up = side === 1;
	switch (kind) {
		case 'beyond':
			return up ? m.control_pattern_beyond_up() : m.control_pattern_beyond_down();
		case 'run':
			return up ? m.control_pattern_run_up({ span }) : m.control_pattern_run_down({ span });
		case 'trend':
			return up ? m.control_pattern_trend_up({ span }) : m.control_pattern_trend_down({ span });
		case 'two_of_three':
			return up ? m.control_pattern_two_of_three_up() : m.control_pattern_two_of_three_down();
		case 'four_of_five':
			return up ? m.control_pattern_four_of_five_up() : m.control_pattern_four_of_five_down();
		case 'alternating':
			return m.control_pattern_alternating({ span });
		case 'within_one_sigma':
			return m.control_pattern_within_one_sigma({ span });
		case 'none_within_one_sigma':
			return m.control_pattern_none_within_one_sigma({ span });
		case 'few_crossings':
			return m.control_pattern_few_crossings();
	}
}

/** The page's answer: what the last whole period says, and whether anything was there before. */
export function controlTitle(view: ControlView): string {
	const { facts } = view;
	const { chart } = facts;
	const measure = nameOf(view);
	const { variation, pattern } = chart.verdict;
	if (chart.last === null) return m.control_title_short({ measure });
	if (!pattern)
		return chart.patterns.length > 0
			? m.control_title_past({ measure })
			: m.control_title_stable({ measure });
	const words = { measure, pattern: patternText(view, chart, pattern) };
	if (variation === 'improving') return m.control_title_improving(words);
	return variation === 'worsening'
		? m.control_title_worsening(words)
		: m.control_title_changing(words);
}

export function controlLead(view: ControlView): string {
	const { f, facts } = view;
	// Too few to judge any of them.
	const lead = facts.chart.last === null ? m.control_lead_short : m.control_lead;
	return lead({
		count: f.count(facts.chart.cases.reduce((sum, count) => sum + count, 0)),
		days: stretchName(view, { from: 0, to: facts.periods.length - 1 }),
		judged: spanText(view, facts.chart.judged)
	});
}

/** The answer of the main chart. */
export function mainAnswer(view: ControlView): string {
	const { facts, f } = view;
	const { chart } = facts;
	if (chart.last === null) return m.control_main_short({ fewest: f.count(fewestJudged) });
	const judged = spanText(view, chart.judged);
	const center = valueWithUnit(view, chart.center[chart.last] ?? null);
	const latest = chart.patterns[0];
	if (!latest) return m.control_main_none({ judged, center });
	const marked = new Set(chart.patterns.flatMap((pattern) => pattern.marked));
	return m.control_main_some({
		marked: spanText(view, marked.size),
		judged,
		when: stretchName(view, latest),
		pattern: patternText(view, chart, latest),
		center
	});
}

/** Why this chart, what was done about seasons, and what to be wary of. */
export function chartNotes(view: ControlView): string {
	const { f, facts } = view;
	const { chart } = facts;
	if (chart.last === null) return '';
	return f.sentences(
		whyKind(view),
		seasonNote(view),
		facts.periods.some(({ partial }) => partial) && m.control_note_partial(),
		facts.earlier?.some((value) => value !== null) && m.control_note_earlier()
	);
}

function whyKind(view: ControlView): string {
	const { f, facts } = view;
	const { chart, choices } = facts;
	const kind = kindName(chart);
	const { overdispersion } = chart;
	const sigma = f.list(chart.sigma.flatMap((one) => (one === null ? [] : [f.number(one, 2, 2)])));
	if (chart.inLogs) return m.control_why_xmr_logs({ kind });
	if (chart.kind === 'xmr' || !overdispersion) return m.control_why_xmr({ kind });
	const words = {
		kind,
		ratio: f.number(overdispersion.ratio, 1, 1),
		p: pText(view, overdispersion.pValue)
	};
	const over = overdispersion.pValue < 0.05;
	if (chart.kind === 'plain')
		return over ? m.control_why_plain_over(words) : m.control_why_plain(words);
	return choices.kind === 'prime' && !over
		? m.control_why_prime_chosen({ kind, sigma })
		: m.control_why_prime({ ...words, sigma });
}

export function kindName({ kind, family }: ShownChart): string {
	if (kind === 'xmr' || family === 'individual') return m.control_kind_xmr();
	if (kind === 'prime')
		return {
			rate: m.control_kind_prime_rate,
			count: m.control_kind_prime_count,
			share: m.control_kind_prime_share
		}[family]();
	return {
		rate: m.control_kind_plain_rate,
		count: m.control_kind_plain_count,
		share: m.control_kind_plain_share
	}[family]();
}

function seasonNote(view: ControlView): string {
	const { chart, choices } = view.facts;
	const { season } = chart;
	if (!season) return choices.step === 'month' ? m.control_season_short() : '';
	const p = pText(view, season.pValue ?? 1);
	if (season.taken)
		return choices.step === 'day' ? m.control_season_taken_day() : m.control_season_taken({ p });
	return choices.season === 'off' ? m.control_season_left() : m.control_season_unseen({ p });
}

/** A warning where neighbouring periods are not independent; empty where they are. */
export function autocorrelationNote(view: ControlView): string {
	const found = view.facts.chart.autocorrelation;
	if (!found || found.lag1 <= 0 || found.pValue >= 0.05) return '';
	return m.control_autocorrelation({
		lag: view.f.number(found.lag1, 2, 2),
		p: pText(view, found.pValue)
	});
}

export function pText({ f }: ControlView, p: number): string {
	return p < 0.001 ? m.control_p_small() : m.control_p({ p: f.number(p, p < 0.1 ? 3 : 2) });
}

export function ruleSetName({ facts }: ControlView): string {
	return m[`control_rules_${facts.choices.ruleSet}`]();
}

/** Floor of the axis: nothing that is counted can be negative. */
export function floorOf(view: ControlView): number | undefined {
	return unitOf(view) === 'score' ? undefined : 0;
}
