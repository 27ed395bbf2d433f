import { chiSquareUpperTail } from '../distributions/chi-square.ts';
import { mean, sum } from '../sum.ts';

/**
 * Whether counts scatter more than their distribution allows: sample variance over the theoretical
 * one (Poisson: the mean; binomial, when `sizes` are given: mean size × p̄(1 − p̄)).
 * Source: Wetherill & Brown (1991), Statistical Process Control, ch. 9; qcc.overdispersion.test.
 * @returns ratio and below null for fewer than two counts or when the theoretical variance is 0
 */
export function overdispersionTest(counts: readonly number[], sizes?: readonly number[]) {
	const df = counts.length - 1;
	const center = mean(counts);
	const share = sizes ? sum(counts) / sum(sizes) : NaN;
	const theoretical = sizes ? mean(sizes) * share * (1 - share) : center;
	if (df < 1 || !(theoretical > 0)) return { ratio: null, statistic: null, df, pValue: null };
	const squares = counts.reduce((total, count) => total + (count - center) ** 2, 0);
	const statistic = squares / theoretical;
	return { ratio: statistic / df, statistic, df, pValue: chiSquareUpperTail(statistic, df) };
}

/**
 * The same question for counts of unequal sizes: Pearson's Σ(y − μ)²/variance over its degrees of
 * freedom, with μ = size × the rate or share of its stretch. Equals the ratio above where sizes are equal.
 * Source: McCullagh & Nelder (1989), § 4.5 and § 6.2.
 * @param stretches each with a rate of its own
 * @param lost parameters estimated besides the rates
 * @returns null where there is nothing to test
 */
export function dispersionTest(
	stretches: readonly { readonly counts: readonly number[]; readonly sizes: readonly number[] }[],
	kind: 'poisson' | 'binomial',
	lost = 0
): { readonly ratio: number; readonly pValue: number } | null {
	const df = sum(stretches.map(({ counts }) => counts.length - 1)) - lost;
	const statistic = sum(
		stretches.map(({ counts, sizes }) => {
			const rate = sum(counts) / sum(sizes);
			const spread = kind === 'binomial' ? rate * (1 - rate) : rate;
			return spread > 0
				? sum(counts.map((count, i) => (count - sizes[i]! * rate) ** 2 / (sizes[i]! * spread)))
				: 0;
		})
	);
	if (df < 1 || !(statistic > 0)) return null;
	return { ratio: statistic / df, pValue: chiSquareUpperTail(statistic, df) };
}
