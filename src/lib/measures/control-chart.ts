import {
	scoredIndividuals,
	scoredRates,
	scoredShares,
	type ScoredChart
} from '#lib/statistics/control/scored.ts';
import { skewAdjustedPChart, skewAdjustedUChart } from '#lib/statistics/control/skew-adjusted.ts';
import type { ChartDesign, ControlSeries, JudgedSeries } from './control-series.ts';

/** With fewer whole periods limits say nothing (Wheeler: useful from 6, firm from 12 on). */
export const fewestJudged = 8;

/** Periods that are judged: whole ones with a value and something it is counted in. */
export function judgedPlaces({ periods, amounts, sizes }: ControlSeries): readonly number[] {
	return periods.flatMap(({ partial }, at) =>
		partial || amounts[at] === null || !(sizes[at]! > 0) ? [] : [at]
	);
}

/** Judged periods, a list a phase; phases without any are left out. */
export function byPhase(
	series: ControlSeries,
	phases: readonly string[]
): readonly (readonly number[])[] {
	const lists = [...phases, null].map((): number[] => []);
	for (const at of judgedPlaces(series))
		lists[phases.filter((day) => day <= series.periods[at]!.since).length]!.push(at);
	return lists.filter((places) => places.length > 0);
}

/** The value a period shows: a count as such, a rate per so many, a share 0–1, a mean. */
export function shownValue(series: ControlSeries, at: number): number | null {
	const amount = series.amounts[at] ?? null;
	const size = series.sizes[at] ?? 0;
	if (amount === null) return null;
	switch (series.family) {
		case 'count':
		case 'individual':
			return amount;
		default:
			return size > 0 ? (amount / size) * series.multiplier : null;
	}
}

/**
 * Centre, limits and scores of a series. Periods the log knows only a part of, and those without a
 * value, are shown and neither judged nor used; months of different length count by their days, rates
 * by their orders. With a season the centre moves: rates and counts are held against what is usual for
 * that time of year (their size times the season's factor), shares and values less the season's difference.
 */
export function judged(series: ControlSeries, design: ChartDesign): JudgedSeries {
	const { periods, amounts, sizes, family, multiplier } = series;
	const places = judgedPlaces(series);
	const multiplies = family === 'rate' || family === 'count';
	const effects = places.map((at) => design.season?.effects[at] ?? (multiplies ? 1 : 0));
	const cuts = (design.phases ?? []).map(
		(day) => places.filter((at) => periods[at]!.since < day).length
	);
	const outsideBaseline = places.flatMap((at, position) =>
		isInBaseline(periods[at]!, design) ? [] : [position + 1]
	);
	const options = {
		splitAfter: cuts.filter((cut) => cut > 0 && cut < places.length),
		exclude: outsideBaseline,
		lostFreedom: design.season?.parameters ?? 0
	};
	const chart = chartOf(series, places, effects, design, options);
	const spread = <T>(of: (position: number, at: number) => T | null): (T | null)[] => {
		const row: (T | null)[] = periods.map(() => null);
		places.forEach((at, position) => (row[at] = of(position, at)));
		return row;
	};
	/** From the scale of the chart to what is shown: the season back in, days and multiplier too. */
	const shown = (line: readonly (number | null)[]) =>
		spread((position, at) => {
			const value = line[position] ?? null;
			if (value === null) return null;
			const effect = effects[position]!;
			if (family === 'rate') return value * effect * multiplier;
			if (family === 'count') return value * effect * sizes[at]!;
			const back = value + effect;
			return family === 'share' ? Math.min(1, Math.max(0, back)) : back;
		});
	const values = periods.map((_, at) => shownValue(series, at));
	const bounds = [0, ...options.splitAfter, places.length];
	return {
		values,
		center: shown(chart.center),
		lower: shown(chart.lower),
		upper: shown(chart.upper),
		scores: spread((position) => chart.scores[position] ?? null),
		deviations: spread((position, at) => {
			const amount = amounts[at]!;
			if (multiplies) return amount / (sizes[at]! * effects[position]!);
			return (family === 'share' ? amount / sizes[at]! : amount) - effects[position]!;
		}),
		phases: bounds.slice(1).map((end, phase) => places.slice(bounds[phase], end)),
		sigma: chart.sigma,
		enough: places.length >= fewestJudged
	};
}

function chartOf(
	series: ControlSeries,
	places: readonly number[],
	effects: readonly number[],
	{ kind }: ChartDesign,
	options: {
		readonly splitAfter: readonly number[];
		readonly exclude: readonly number[];
		readonly lostFreedom: number;
	}
): ScoredChart {
	const amounts = places.map((at) => series.amounts[at]!);
	const sizes = places.map((at) => series.sizes[at]!);
	const screened = { ...options, screenMovingRanges: true };
	switch (series.family) {
		case 'rate':
		case 'count': {
			const denominators = sizes.map((size, position) => size * effects[position]!);
			if (kind === 'xmr')
				return scoredIndividuals(
					amounts.map((amount, position) => amount / denominators[position]!),
					screened
				);
			return kind === 'plain'
				? scoredRates({ counts: amounts, denominators }, { ...options, overdispersed: false })
				: skewAdjustedUChart({ counts: amounts, denominators }, options);
		}
		case 'share': {
			const counts = amounts.map(
				(amount, position) => amount - effects[position]! * sizes[position]!
			);
			if (kind === 'xmr')
				return scoredIndividuals(
					counts.map((count, position) => count / sizes[position]!),
					screened
				);
			return kind === 'plain'
				? scoredShares({ counts, denominators: sizes }, { ...options, overdispersed: false })
				: skewAdjustedPChart({ counts, denominators: sizes }, options);
		}
		case 'individual':
			return scoredIndividuals(
				amounts.map((amount, position) => amount - effects[position]!),
				screened
			);
	}
}

/** A baseline holds for the phase it lies in; other phases make limits of all their periods. */
function isInBaseline(
	period: { readonly since: string; readonly until: string },
	{ baseline, phases = [] }: ChartDesign
): boolean {
	if (!baseline) return true;
	const phaseOf = (day: string): number => phases.filter((begins) => begins <= day).length;
	if (phaseOf(period.since) !== phaseOf(baseline.since)) return true;
	return period.since >= baseline.since && period.until <= baseline.until;
}
