import { valueText } from '#lib/components/filter/criteria.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { OwnProblem, OwnWarning } from '#lib/measures/own-trial.ts';
import * as m from '#lib/messages/generated/messages.js';
import { ownNumberName, ownTimeWords } from '#lib/messages/own-words.ts';
import type { OwnTrial } from '#lib/server/questions/own-trial.ts';

/** Why it is refused, with the numbers that say so. */
export function problemText(trial: OwnTrial, problem: OwnProblem, f: Formats): string {
	const { design, counts, unknown } = trial;
	const { basis = 0, part = 0, shared = 0 } = counts ?? {};
	switch (problem) {
		case 'unreadable':
			return m.own_problem_unreadable();
		case 'fixed_days':
			return m.own_problem_fixed_days();
		case 'other_logs':
			return m.own_problem_other_logs();
		case 'unknown_values':
			return m.own_problem_unknown_values({ values: f.list(unknown.map(valueText)) });
		case 'no_cases':
			return m.own_problem_no_cases();
		case 'part_empty':
			return m.own_problem_part_empty();
		case 'not_a_part':
			return m.own_problem_not_a_part({ outside: f.count(part - shared), part: f.count(part) });
		case 'same_cases':
			return m.own_problem_same_cases({
				basis: f.count(basis),
				always: design.kind === 'share' ? f.percent(1) : f.count(1)
			});
		case 'column_missing':
			return m.own_problem_column_missing({
				field:
					design.kind === 'mean' ? ownNumberName(design.number, f) : ownTimeWords[design.time]()
			});
		case 'never_reached':
			return m.own_problem_never_reached();
		case 'orders_missing':
			return m.own_problem_orders_missing();
	}
}

export function warningText(trial: OwnTrial, warning: OwnWarning, f: Formats): string {
	const { counts, twin } = trial;
	switch (warning) {
		case 'few_cases':
			return m.own_warning_few_cases();
		case 'mostly_empty':
			return m.own_warning_mostly_empty();
		case 'partly_told':
			return m.own_warning_partly_told({
				share: f.percent((counts?.counted ?? 0) / (counts?.basis || 1))
			});
		case 'short_history':
			return m.own_warning_short_history();
		case 'cut_by_itself':
			return m.own_warning_cut_by_itself();
		case 'same_design':
			return m.own_warning_same_design({ name: twin?.name ?? '' });
	}
}
