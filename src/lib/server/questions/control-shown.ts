import type { Measure } from '#lib/measures/measure.ts';
import type { Drift } from '#lib/measures/control-drift.ts';
import type { ControlFacts } from '#lib/measures/control-facts.ts';
import type { Pattern } from '#lib/measures/control-rules.ts';
import type { ChartKind, ControlSeries } from '#lib/measures/control-series.ts';
import { standingTarget } from '#lib/measures/target.ts';
import { controlVerdict, type ControlVerdict } from '#lib/measures/control-verdict.ts';

type Line = readonly (number | null)[];

/** A chart as a page takes it: what it draws and says, in as many digits as can be seen. */
export interface ShownChart {
	readonly kind: ChartKind;
	readonly family: ControlSeries['family'];
	readonly inLogs: boolean;
	readonly values: Line;
	readonly center: Line;
	readonly lower: Line;
	readonly upper: Line;
	/** What each period is to reach; null where no target is in force. */
	readonly target: Line;
	/** Cases each point stands on; what they are counted in (orders, days, cases). */
	readonly cases: readonly number[];
	readonly sizes: readonly number[];
	readonly patterns: readonly Pattern[];
	readonly verdict: ControlVerdict;
	readonly sigma: Line;
	/** Whether seasons are taken out, and how sure they are. */
	readonly season: { readonly taken: boolean; readonly pValue: number | null } | null;
	readonly overdispersion: ControlFacts['overdispersion'];
	readonly autocorrelation: ControlFacts['autocorrelation'];
	/** Cumulative sums, where they were asked for. */
	readonly drift: Drift | null;
	/** Place of the last judged period. */
	readonly last: number | null;
	/** Periods that are judged. */
	readonly judged: number;
}

export function shownChart(
	facts: ControlFacts & { readonly series: ControlSeries },
	better: Measure['better'],
	target: Line,
	sums: Drift | null = null
): ShownChart {
	const { judged, series, seasonFound } = facts;
	return {
		kind: facts.kind,
		family: series.family,
		inLogs: facts.inLogs,
		values: rounded(judged.values),
		center: judged.enough ? rounded(judged.center) : none(judged.center),
		lower: judged.enough ? rounded(judged.lower) : none(judged.center),
		upper: judged.enough ? rounded(judged.upper) : none(judged.center),
		target: rounded(target),
		cases: series.cases,
		sizes: series.sizes,
		patterns: facts.patterns,
		verdict: controlVerdict(facts, better, standingTarget(target, facts.last)),
		sigma: rounded(judged.sigma),
		season: seasonFound && { taken: facts.season !== null, pValue: seasonFound.pValue },
		overdispersion: facts.overdispersion,
		autocorrelation: facts.autocorrelation,
		drift: sums && { ...sums, above: rounded(sums.above), below: rounded(sums.below) },
		last: facts.last,
		judged: judged.phases.flat().length
	};
}

function rounded(line: Line): Line {
	return line.map((value) => (value === null ? null : Number(value.toPrecision(7))));
}

function none(line: Line): Line {
	return line.map(() => null);
}
