import { patterns, ruleSets, type RuleSet } from '#lib/measures/control-rules.ts';
import type { JudgedSeries } from '#lib/measures/control-series.ts';

export type Judged = Pick<JudgedSeries, 'scores' | 'deviations' | 'phases' | 'enough'>;

/** Series made, and of each rule set how many of them signal, and how many points. */
export type Tally = { readonly made: number } & Record<RuleSet, { series: number; points: number }>;

export function tally(made: number, make: () => Judged): Tally {
	const found = empty(made);
	for (let round = 0; round < made; round++) {
		const chart = make();
		for (const set of ruleSets) {
			const marked = new Set(patterns(chart, set).flatMap((pattern) => pattern.marked));
			found[set].points += marked.size;
			found[set].series += marked.size > 0 ? 1 : 0;
		}
	}
	return found;
}

export function together(tallies: readonly Tally[]): Tally {
	const sum = empty(tallies.reduce((total, { made }) => total + made, 0));
	for (const set of ruleSets)
		for (const found of tallies) {
			sum[set].points += found[set].points;
			sum[set].series += found[set].series;
		}
	return sum;
}

export function ratio(found: Tally, usual: Tally, set: RuleSet) {
	const scale = usual.made / found.made;
	return {
		bySeries: (found[set].series / usual[set].series) * scale,
		byPoint: (found[set].points / usual[set].points) * scale
	};
}

/** Share of series and share of points that signal. */
export function shares(found: Tally, set: RuleSet, months: number): string {
	const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
	return `${set} ${percent(found[set].series, found.made)}, ${percent(found[set].points, found.made * months)}`;
}

function empty(made: number): Tally {
	const none = (): { series: number; points: number } => ({ series: 0, points: 0 });
	return { made, nhs: none(), western_electric: none(), nelson: none(), anhoej: none() };
}
