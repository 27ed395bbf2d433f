import { autocorrelation, type Autocorrelation } from '#lib/statistics/control/autocorrelation.ts';
import { dispersionTest } from '#lib/statistics/control/overdispersion.ts';
import { byPhase, judged } from './control-chart.ts';
import { inLogs, isJudgedInLogs, outOfLogs } from './control-logs.ts';
import { patterns, type Pattern, type RuleSet } from './control-rules.ts';
import { seasonEffects } from './control-season.ts';
import type {
	ChartDesign,
	ChartKind,
	ControlSeries,
	JudgedSeries,
	SeasonEffects
} from './control-series.ts';

/** Seasons taken out where they show, always, or never. */
export const seasonChoices = ['auto', 'on', 'off'] as const;
export type SeasonChoice = (typeof seasonChoices)[number];

export interface ControlWishes {
	/** Undefined: the chart that fits. */
	readonly kind?: ChartKind | undefined;
	readonly ruleSet: RuleSet;
	readonly season: SeasonChoice;
	/** Columns that describe the time of year; null where the log is too short to know it. */
	readonly terms: readonly (readonly number[])[] | null;
	/** A longer series with the same end, from which seasons are learnt; its terms are `terms` then. */
	readonly history?: ControlSeries | undefined;
	readonly phases?: readonly string[];
	readonly baseline?: ChartDesign['baseline'];
}

/** Everything a chart shows and says. */
export interface ControlFacts {
	readonly kind: ChartKind;
	/** Centre and limits were made of the logarithms of the values. */
	readonly inLogs: boolean;
	readonly judged: JudgedSeries;
	readonly patterns: readonly Pattern[];
	/** What seasons were taken out; null where none were. */
	readonly season: SeasonEffects | null;
	/** The estimate, taken out or not; null where it cannot be made. */
	readonly seasonFound: SeasonEffects | null;
	/** Scatter of the counts against what chance alone gives; null for individuals. */
	readonly overdispersion: { readonly ratio: number; readonly pValue: number } | null;
	readonly autocorrelation: Autocorrelation | null;
	/** Place of the last judged period; null where none is. */
	readonly last: number | null;
}

/** Seasons are believed when they would come about by chance in fewer than one series of a hundred. */
const seasonLevel = 0.01;
const overdispersionLevel = 0.05;

/** The chart of a series as wished for: kind, seasons, phases, rules. */
export function controlFacts(series: ControlSeries, wishes: ControlWishes): ControlFacts {
	const { history } = wishes;
	if (!isJudgedInLogs(series) || (history && !isJudgedInLogs(history)))
		return factsOf(series, wishes);
	const facts = factsOf(inLogs(series), { ...wishes, history: history && inLogs(history) });
	return { ...facts, judged: outOfLogs(facts.judged, series), inLogs: true };
}

function factsOf(series: ControlSeries, wishes: ControlWishes): ControlFacts {
	const { terms, phases, baseline, ruleSet } = wishes;
	const seasonFound = terms && learnt(series, wishes.history ?? series, terms, phases);
	const shows = (seasonFound?.pValue ?? 1) < seasonLevel;
	const season = wishes.season === 'on' || (wishes.season === 'auto' && shows) ? seasonFound : null;
	const overdispersion = overdispersionOf(series, season, phases ?? []);
	const kind = kindFor(series, wishes.kind, overdispersion);
	const chart = judged(series, {
		kind,
		season,
		...(phases && { phases }),
		baseline: baseline ?? null
	});
	const places = chart.phases.flat();
	return {
		kind,
		inLogs: false,
		judged: chart,
		patterns: patterns(chart, ruleSet),
		season,
		seasonFound,
		overdispersion,
		autocorrelation: chart.enough
			? autocorrelation(
					chart.phases.map((phase) =>
						phase.map((at) => chart.scores[at]).filter((z) => z !== null && z !== undefined)
					)
				)
			: null,
		last: chart.enough ? (places.at(-1) ?? null) : null
	};
}

/** Seasons of a history, as far as the series reaches. */
function learnt(
	series: ControlSeries,
	history: ControlSeries,
	terms: readonly (readonly number[])[],
	phases: readonly string[] | undefined
): SeasonEffects | null {
	const found = seasonEffects(history, terms, phases);
	return found && { ...found, effects: found.effects.slice(-series.periods.length) };
}

/** Counts that scatter more than chance allows are charted by u′ or p′, the others by u or p, values by XmR. */
function kindFor(
	{ family }: ControlSeries,
	wanted: ChartKind | undefined,
	overdispersion: ControlFacts['overdispersion']
): ChartKind {
	if (family === 'individual') return 'xmr';
	return wanted ?? ((overdispersion?.pValue ?? 1) < overdispersionLevel ? 'prime' : 'plain');
}

function overdispersionOf(
	series: ControlSeries,
	season: SeasonEffects | null,
	phases: readonly string[]
): ControlFacts['overdispersion'] {
	if (series.family === 'individual') return null;
	const shares = series.family === 'share';
	const effect = (at: number): number => season?.effects[at] ?? (shares ? 0 : 1);
	const stretches = byPhase(series, phases).map((places) => ({
		counts: places.map((at) => series.amounts[at]! - (shares ? effect(at) * series.sizes[at]! : 0)),
		sizes: places.map((at) => series.sizes[at]! * (shares ? 1 : effect(at)))
	}));
	return dispersionTest(stretches, shares ? 'binomial' : 'poisson', season?.parameters ?? 0);
}
