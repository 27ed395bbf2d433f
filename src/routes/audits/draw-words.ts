import * as m from '#lib/messages/generated/messages.js';
import { mostDrawn } from './draw-form.ts';

type Problem = 'days' | 'size' | 'seed' | 'by' | 'checklist' | 'no_cases' | 'too_many_strata';

/** Why nothing was drawn. */
export function drawProblem(problem: Problem, strata: string): string {
	switch (problem) {
		case 'days':
			return m.audit_problem_days();
		case 'size':
			return m.audit_problem_size({ most: mostDrawn });
		case 'seed':
			return m.audit_problem_seed();
		case 'by':
			return m.audit_problem_by();
		case 'checklist':
			return m.audit_problem_checklist();
		case 'no_cases':
			return m.audit_problem_no_cases();
		case 'too_many_strata':
			return m.audit_problem_strata({ strata });
	}
}
