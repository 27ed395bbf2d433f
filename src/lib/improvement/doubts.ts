/** Why there is no effect, or what weakens it: each has words `improvement_doubt_*`. */
export const doubts = [
	/** Fewer whole periods after than tell anything. */
	'after_short',
	/** Fewer baseline periods than tell anything; fewer than limits want. */
	'baseline_too_short',
	'baseline_short',
	'none_before',
	'none_after',
	/** The baseline spans no two years, or the measure is not held against seasons: none were taken out. */
	'no_seasons',
	/** Fewer than five cases a period. */
	'sparse',
	/** The measure was on its way already before. */
	'baseline_drifts',
	/** Own and comparison group were drifting apart before: the comparison does not say what would have happened. */
	'pre_trends_differ',
	/** Periods without orders for all their days were left out. */
	'orders_missing',
	/** Cases still open count as longer than all that ended. */
	'open_cases',
	'comparison_missing',
	'comparison_empty',
	'comparison_same',
	/** The method gives no answer for this measure or these numbers. */
	'not_computable'
] as const;
export type Doubt = (typeof doubts)[number];
