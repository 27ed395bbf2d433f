import * as m from '#lib/messages/generated/messages.js';

const problems = {
	name: m.limits_problem_name,
	date: m.limits_problem_date,
	zone: m.limits_problem_zone,
	windows: m.limits_problem_windows,
	days: m.limits_problem_days,
	limits: m.limits_problem_limits,
	file: m.limits_problem_file
} as const;

/** Why a policy or calendar was not saved. */
export function problemText(problem: keyof typeof problems): string {
	return problems[problem]();
}
