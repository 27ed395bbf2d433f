import type { Action, Branch, Cause, Method } from '#lib/improvement/plan.ts';
import type { Stage } from '#lib/improvement/stages.ts';
import type { EffectView, Outcome } from '#lib/improvement/verdict.ts';
import * as m from '#lib/messages/generated/messages.js';

type WordsFor<Code extends string> = Readonly<Record<Code, () => string>>;

/** The closed lists of an improvement in the reader's words. */
export const stageWords: WordsFor<Stage> = {
	plan: m.improvement_stage_plan,
	do: m.improvement_stage_do,
	check: m.improvement_stage_check,
	act: m.improvement_stage_act,
	closed: m.improvement_stage_closed
};

export const outcomeWords: WordsFor<Outcome> = {
	effective: m.improvement_outcome_effective,
	worse: m.improvement_outcome_worse,
	not_shown: m.improvement_outcome_not_shown,
	cannot_tell: m.improvement_outcome_cannot_tell
};

export const methodWords: WordsFor<Method> = {
	rate_regression: m.improvement_method_rate_regression,
	share_difference: m.improvement_method_share_difference,
	time_shift: m.improvement_method_time_shift,
	mean_difference: m.improvement_method_mean_difference,
	difference_in_differences: m.improvement_method_difference_in_differences
};

export const viewWords: WordsFor<EffectView['view']> = {
	primary: m.improvement_view_primary,
	own_change: m.improvement_view_own_change,
	comparison_change: m.improvement_view_comparison_change,
	against_comparison: m.improvement_view_against_comparison,
	with_excluded: m.improvement_view_with_excluded,
	plain_before_after: m.improvement_view_plain_before_after,
	chart_phase: m.improvement_view_chart_phase,
	since_then: m.improvement_view_since_then
};

export const branchWords: WordsFor<Branch> = {
	people: m.improvement_branch_people,
	machine: m.improvement_branch_machine,
	material: m.improvement_branch_material,
	method: m.improvement_branch_method,
	environment: m.improvement_branch_environment,
	measurement: m.improvement_branch_measurement
};

export const causeWords: WordsFor<Cause['state']> = {
	open: m.improvement_cause_open,
	confirmed: m.improvement_cause_confirmed,
	ruled_out: m.improvement_cause_ruled_out
};

export const actionWords: WordsFor<Action['state']> = {
	open: m.improvement_action_open,
	started: m.improvement_action_started,
	done: m.improvement_action_done,
	waived: m.improvement_action_waived
};
