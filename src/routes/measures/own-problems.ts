import * as m from '#lib/messages/generated/messages.js';

/** Why the record did not take what somebody entered. */
export const ownProblemWords = {
	name_missing: m.own_problem_name_missing,
	name_taken: m.own_problem_name_taken,
	unchanged: m.own_problem_unchanged,
	changed: m.own_problem_changed,
	targets_stand: m.own_problem_targets_stand,
	no_such_measure: m.own_problem_no_such_measure,
	why_missing: m.own_problem_why_missing,
	no_such_person: m.own_problem_no_such_person
} as const;
export type SaveProblem = keyof typeof ownProblemWords;
