import type { Refusal } from '#lib/improvement/commands.ts';
import * as m from '#lib/messages/generated/messages.js';

/** Why a gate is shut or an act refused, as a sentence. */
export const refusalWords: Readonly<Record<Refusal, () => string>> = {
	no_such_improvement: m.improvement_refused_no_such_improvement,
	plan_locked: m.improvement_refused_plan_locked,
	plan_changed_since: m.improvement_refused_plan_changed_since,
	plan_not_locked: m.improvement_refused_plan_not_locked,
	theme_missing: m.improvement_refused_theme_missing,
	owner_missing: m.improvement_refused_owner_missing,
	measure_missing: m.improvement_refused_measure_missing,
	baseline_missing: m.improvement_refused_baseline_missing,
	baseline_short: m.improvement_refused_baseline_short,
	baseline_too_short: m.improvement_refused_baseline_too_short,
	baseline_after_effect: m.improvement_refused_baseline_after_effect,
	target_missing: m.improvement_refused_target_missing,
	target_wrong_side: m.improvement_refused_target_wrong_side,
	smallest_change_missing: m.improvement_refused_smallest_change_missing,
	effective_missing: m.improvement_refused_effective_missing,
	check_missing: m.improvement_refused_check_missing,
	dates_reversed: m.improvement_refused_dates_reversed,
	actions_missing: m.improvement_refused_actions_missing,
	action_without_owner: m.improvement_refused_action_without_owner,
	action_without_due: m.improvement_refused_action_without_due,
	cause_not_confirmed: m.improvement_refused_cause_not_confirmed,
	comparison_missing: m.improvement_refused_comparison_missing,
	comparison_same: m.improvement_refused_comparison_same,
	approver_is_owner: m.improvement_refused_approver_is_owner,
	name_missing: m.improvement_refused_name_missing,
	actions_open: m.improvement_refused_actions_open,
	action_not_reopened: m.improvement_refused_action_not_reopened,
	data_not_there_yet: m.improvement_refused_data_not_there_yet,
	verdict_missing: m.improvement_refused_verdict_missing,
	verdict_outdated: m.improvement_refused_verdict_outdated,
	verdict_signed: m.improvement_refused_verdict_signed,
	why_missing: m.improvement_refused_why_missing,
	second_person_needed: m.improvement_refused_second_person_needed,
	no_override_asked: m.improvement_refused_no_override_asked,
	override_replaced: m.improvement_refused_override_replaced,
	act_undecided: m.improvement_refused_act_undecided,
	standard_missing: m.improvement_refused_standard_missing,
	trainings_open: m.improvement_refused_trainings_open,
	recovery_missing: m.improvement_refused_recovery_missing,
	sustain_checks_open: m.improvement_refused_sustain_checks_open,
	gain_lost_undecided: m.improvement_refused_gain_lost_undecided,
	gain_not_lost: m.improvement_refused_gain_not_lost,
	stage_not_next: m.improvement_refused_stage_not_next,
	already_closed: m.improvement_refused_already_closed,
	text_missing: m.improvement_refused_text_missing,
	item_gone: m.improvement_refused_item_gone,
	value_unreadable: m.improvement_refused_value_unreadable
};

/** Part of the improvement's page where it can be mended. */
const places: Partial<Record<Refusal, string>> = {
	plan_changed_since: 'plan',
	plan_not_locked: 'gate',
	theme_missing: 'edit-who',
	owner_missing: 'edit-who',
	measure_missing: 'edit-measure',
	comparison_missing: 'edit-measure',
	comparison_same: 'edit-measure',
	baseline_missing: 'edit-baseline',
	baseline_short: 'edit-baseline',
	baseline_too_short: 'edit-baseline',
	baseline_after_effect: 'edit-baseline',
	target_missing: 'edit-target',
	target_wrong_side: 'edit-target',
	smallest_change_missing: 'edit-target',
	effective_missing: 'edit-dates',
	check_missing: 'edit-dates',
	dates_reversed: 'edit-dates',
	data_not_there_yet: 'edit-dates',
	actions_missing: 'actions',
	action_without_owner: 'actions',
	action_without_due: 'actions',
	actions_open: 'actions',
	cause_not_confirmed: 'causes',
	verdict_missing: 'verdict',
	verdict_outdated: 'verdict',
	verdict_signed: 'revise',
	no_override_asked: 'verdict',
	override_replaced: 'verdict',
	action_not_reopened: 'back',
	act_undecided: 'standard',
	standard_missing: 'standard',
	trainings_open: 'trainings',
	recovery_missing: 'recovery',
	sustain_checks_open: 'sustain',
	gain_lost_undecided: 'sustain'
};

/** What somebody else must do, or somebody with a name. */
const ofPeople: ReadonlySet<Refusal> = new Set<Refusal>([
	'approver_is_owner',
	'name_missing',
	'second_person_needed'
]);

/**
 * Where a refusal is mended: a part of the improvement's page, or where people say who they are, from which
 * a way leads back; undefined where nothing helps.
 *
 * @param page address of the improvement
 */
export function refusalHref(refusal: Refusal, page: string): string | undefined {
	if (ofPeople.has(refusal)) return `/settings?${new URLSearchParams({ back: page }).toString()}`;
	const place = places[refusal];
	return place && `${page}#${place}`;
}
