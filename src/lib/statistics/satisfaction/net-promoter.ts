import { twoSidedNormalQuantile } from '../distributions/normal.ts';

export interface NetPromoter {
	/** −100..100; null when nobody answered, as are the three after it */
	readonly nps: number | null;
	readonly standardError: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly promoters: number;
	readonly passives: number;
	readonly detractors: number;
}

/**
 * Net promoter score from scores 0–10 with its normal interval, cut to ±100.
 * Promoters score 9 or 10, detractors 0 to 6; variance (p₊ + p₋ − NPS²)/n.
 * Source: Reichheld (2003); Rocks (2016), American Statistician 70:365.
 */
export function netPromoter(scores: readonly number[], confidence = 0.95): NetPromoter {
	const promoters = scores.filter((score) => score >= 9).length;
	const detractors = scores.filter((score) => score <= 6).length;
	return netPromoterOfCounts(
		{ promoters, passives: scores.length - promoters - detractors, detractors },
		confidence
	);
}

/** The same from the three counts, as a query gives them. */
export function netPromoterOfCounts(
	groups: { readonly promoters: number; readonly passives: number; readonly detractors: number },
	confidence = 0.95
): NetPromoter {
	const { promoters, passives, detractors } = groups;
	const n = promoters + passives + detractors;
	if (n === 0) return { nps: null, standardError: null, lower: null, upper: null, ...groups };
	const net = (promoters - detractors) / n;
	const variance = Math.max(0, (promoters + detractors) / n - net * net) / n;
	const nps = 100 * net;
	const standardError = 100 * Math.sqrt(variance);
	const margin = twoSidedNormalQuantile(confidence) * standardError;
	return {
		nps,
		standardError,
		lower: Math.max(-100, nps - margin),
		upper: Math.min(100, nps + margin),
		promoters,
		passives,
		detractors
	};
}
