import * as m from '#lib/messages/generated/messages.js';
import type { SigningProblem } from '#lib/review/signing.ts';
import type { MinutesProblem } from '#lib/server/review/minutes.ts';

const words: Partial<Record<MinutesProblem | SigningProblem, () => string>> = {
	frozen: m.monthly_problem_frozen,
	changed_meanwhile: m.monthly_problem_changed_meanwhile,
	text_missing: m.monthly_problem_text_missing,
	owner_missing: m.monthly_problem_owner_missing,
	day_unreadable: m.monthly_problem_day_unreadable,
	reason_missing: m.monthly_problem_reason_missing,
	name_missing: m.monthly_sign_nobody,
	month_runs: m.monthly_sign_partial
};

/** Why an act was refused. */
export function problemText(problem: MinutesProblem | SigningProblem): string {
	return (words[problem] ?? m.monthly_problem_other)();
}
