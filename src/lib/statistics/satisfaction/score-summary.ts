import { wilsonInterval } from '../proportion/wilson.ts';
import { meanInterval } from '../mean-interval.ts';

/** How many cases were given a score, one entry a distinct score. */
export interface ScoreCounts {
	readonly scores: readonly number[];
	readonly counts: readonly number[];
}

/**
 * Mean and share of the two best scores, each with its interval, from counts by score.
 * @param best the best score of the scale, so that 5 gives the share of 4 and 5
 * @returns top.proportion 0..1; mean and share null when nobody rated
 */
export function scoreSummary({ scores, counts }: ScoreCounts, best: number, confidence = 0.95) {
	let [n, sum, sumOfSquares, top] = [0, 0, 0, 0];
	scores.forEach((score, i) => {
		const count = counts[i]!;
		n += count;
		sum += count * score;
		sumOfSquares += count * score * score;
		if (score >= best - 1) top += count;
	});
	return {
		n,
		mean: meanInterval({ n, sum, sumOfSquares }, confidence),
		topTwo: { count: top, ...wilsonInterval(top, n, confidence) }
	};
}
