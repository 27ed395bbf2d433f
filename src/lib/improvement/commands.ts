import type { Evidence } from './evidence.ts';
import type { ActDecision, EventBodies, Origin, StoredFile, SustainDays } from './improvement.ts';
import type { ListItems, ListName, Plan, PlanField } from './plan.ts';
import type { Stage } from './stages.ts';
import type { Outcome, Verdict } from './verdict.ts';

/**
 * What a person asks for. `old` of a change is what they saw: where the field says something else by now,
 * the change is not made and both are shown.
 */
export type Command =
	| {
			readonly do: 'start';
			readonly plan: Plan;
			readonly evidence: readonly Evidence[];
			readonly from: Origin | null;
	  }
	| { readonly do: 'add_evidence'; readonly evidence: Evidence }
	| {
			readonly do: 'change_plan';
			readonly changes: readonly {
				readonly field: PlanField;
				readonly old: unknown;
				readonly new: unknown;
			}[];
			readonly why: string;
	  }
	| {
			[List in ListName]: {
				readonly do: 'set_item';
				readonly list: List;
				/** As they saw it; null for a new one. */
				readonly old: ListItems[List] | null;
				readonly new: ListItems[List];
			};
	  }[ListName]
	| {
			readonly do: 'remove_item';
			readonly list: ListName;
			readonly id: string;
			/** As they saw it: a row changed since is not removed. Absent: whatever it says. */
			readonly old?: ListItems[ListName];
	  }
	| {
			readonly do: 'approve';
			/** Number of the last event they had seen: a plan changed since is not approved unseen. */
			readonly seen?: number;
	  }
	| { readonly do: 'revise'; readonly why: string }
	| { readonly do: 'move'; readonly to: Stage; readonly why: string }
	| { readonly do: 'sign_verdict'; readonly verdict: Verdict }
	| { readonly do: 'ask_override'; readonly outcome: Outcome; readonly why: string }
	/** `request`: number of the event that asked for it. */
	| { readonly do: 'confirm_override'; readonly request: number }
	| { readonly do: 'decide_act'; readonly decision: ActDecision }
	| {
			readonly do: 'sustain';
			readonly days: SustainDays;
			readonly verdict: Verdict;
			readonly held: boolean;
	  }
	| { readonly do: 'reopen'; readonly why: string }
	| { readonly do: 'accept_loss'; readonly why: string }
	| { readonly do: 'cancel'; readonly why: string }
	| { readonly do: 'comment'; readonly text: string; readonly mentions: readonly string[] }
	| { readonly do: 'add_file'; readonly file: StoredFile };

/** Why a gate is shut, or an act refused: each has words `improvement_refused_*`. */
export const refusals = [
	'no_such_improvement',
	'plan_locked',
	'plan_changed_since',
	'plan_not_locked',
	'theme_missing',
	'owner_missing',
	'measure_missing',
	'baseline_missing',
	'baseline_short',
	/** Even for trial limits, while the log tells of more. */
	'baseline_too_short',
	'baseline_after_effect',
	'target_missing',
	'target_wrong_side',
	'smallest_change_missing',
	'effective_missing',
	'check_missing',
	'dates_reversed',
	'actions_missing',
	'action_without_owner',
	'action_without_due',
	'cause_not_confirmed',
	'comparison_missing',
	/** It is the cases meant themselves: nothing could be told from it. */
	'comparison_same',
	'approver_is_owner',
	/** Who approves, or agrees as the second person, must be named. */
	'name_missing',
	'actions_open',
	/** Countermeasures are carried out in Do; one that is not leads back there. */
	'action_not_reopened',
	'data_not_there_yet',
	'verdict_missing',
	'verdict_outdated',
	/** One signed verdict decides a version of the plan. */
	'verdict_signed',
	'why_missing',
	'second_person_needed',
	'no_override_asked',
	/** Another request took the place of the one that was read. */
	'override_replaced',
	'act_undecided',
	'standard_missing',
	'trainings_open',
	'recovery_missing',
	'sustain_checks_open',
	'gain_lost_undecided',
	'gain_not_lost',
	'stage_not_next',
	'already_closed',
	'text_missing',
	'item_gone',
	/** A value that is none of its field: a day that does not exist, a number below nothing. */
	'value_unreadable'
] as const;
export type Refusal = (typeof refusals)[number];

/** A field or row that says something else than the person saw. */
export interface Conflict {
	/** Field of the plan, or `<list>.<id>.<field>`; `<list>.<id>` for a row as a whole. */
	readonly what: string;
	readonly yours: unknown;
	readonly theirs: unknown;
	/** Who wrote it. */
	readonly by: string;
}

export type NewEvent = {
	[Kind in keyof EventBodies]: { readonly kind: Kind; readonly body: EventBodies[Kind] };
}[keyof EventBodies];

/** What follows from a command: events, or why not. Changes without conflict are made beside those with one. */
export interface Decision {
	readonly events: readonly NewEvent[];
	readonly refused: readonly Refusal[];
	readonly conflicts: readonly Conflict[];
}
