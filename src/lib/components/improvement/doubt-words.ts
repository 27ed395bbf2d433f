import type { Doubt } from '#lib/improvement/doubts.ts';
import * as m from '#lib/messages/generated/messages.js';

/** Why there is no effect, or what weakens it, in half a sentence. */
export const doubtWords: Readonly<Record<Doubt, () => string>> = {
	after_short: m.improvement_doubt_after_short,
	baseline_too_short: m.improvement_doubt_baseline_too_short,
	baseline_short: m.improvement_doubt_baseline_short,
	none_before: m.improvement_doubt_none_before,
	none_after: m.improvement_doubt_none_after,
	no_seasons: m.improvement_doubt_no_seasons,
	sparse: m.improvement_doubt_sparse,
	baseline_drifts: m.improvement_doubt_baseline_drifts,
	pre_trends_differ: m.improvement_doubt_pre_trends_differ,
	orders_missing: m.improvement_doubt_orders_missing,
	open_cases: m.improvement_doubt_open_cases,
	comparison_missing: m.improvement_doubt_comparison_missing,
	comparison_empty: m.improvement_doubt_comparison_empty,
	comparison_same: m.improvement_doubt_comparison_same,
	not_computable: m.improvement_doubt_not_computable
};
