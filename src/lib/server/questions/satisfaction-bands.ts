import {
	meanScore,
	responseRate,
	satisfiedShare,
	type Measured,
	type SatisfactionSums
} from '#lib/measures/headline.ts';
import type { ScoreMeasure, WaitingBand } from '#lib/measures/waiting-time.ts';
import type { RowOf } from './question.ts';
import type * as satisfaction from './satisfaction.ts';

type BandRow = RowOf<typeof satisfaction.bands.columns>;

/** What cases of one band of waiting time add up to. */
type BandSums = WaitingBand & SatisfactionSums;

/** Cases of a band, and their scores by the measure of the page. */
export interface ScoredBand {
	readonly cases: number;
	readonly rated: number;
	readonly score: Measured;
}

/** A band of all strata together. */
export interface BandFacts extends WaitingBand, ScoredBand {
	readonly satisfied: number;
	/** Satisfied of the rated, 0–1. */
	readonly share: Measured;
	/** Mean score, 1–5. */
	readonly mean: Measured;
	/** Rated of all, 0–1. */
	readonly rate: Measured;
}

/** The bands of all strata together, shortest first. */
export function allStrata(rows: readonly BandRow[]): BandSums[] {
	const bands = new Map<number, BandSums>();
	for (const row of rows) {
		const sums = bandSums(row);
		const before = bands.get(sums.from);
		bands.set(sums.from, before ? added(before, sums) : sums);
	}
	return [...bands.values()].sort((a, b) => a.from - b.from);
}

function added(a: BandSums, b: BandSums): BandSums {
	return {
		from: a.from,
		below: a.below,
		cases: a.cases + b.cases,
		rated: a.rated + b.rated,
		satisfied: a.satisfied + b.satisfied,
		score_sum: a.score_sum + b.score_sum,
		score_square_sum: a.score_square_sum + b.score_square_sum
	};
}

function bandSums(row: BandRow): BandSums {
	const { from_minutes: from, below_minutes: below } = row;
	const { cases, rated, satisfied, score_sum, score_square_sum } = row;
	return { from, below, cases, rated, satisfied, score_sum, score_square_sum };
}

/** Scores of a stratum's band. */
export function scored(sums: SatisfactionSums, measure: ScoreMeasure): ScoredBand {
	const { cases, rated } = sums;
	return { cases, rated, score: measure === 'share' ? satisfiedShare(sums) : meanScore(sums) };
}

/** Everything the page says of a band. */
export function bandFacts(sums: BandSums, measure: ScoreMeasure): BandFacts {
	const { from, below, cases, rated, satisfied } = sums;
	const [share, mean, rate] = [satisfiedShare(sums), meanScore(sums), responseRate(sums)];
	const score = measure === 'share' ? share : mean;
	return { from, below, cases, rated, satisfied, share, mean, rate, score };
}
