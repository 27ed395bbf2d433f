import { limitStageName } from '#lib/messages/limit-words.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { FormProblem } from '#lib/server/policy/form-problem.ts';

export const weekdayNames = {
	mon: m.weekday_mon,
	tue: m.weekday_tue,
	wed: m.weekday_wed,
	thu: m.weekday_thu,
	fri: m.weekday_fri,
	sat: m.weekday_sat,
	sun: m.weekday_sun
} as const;

const lists: Readonly<Record<string, () => string>> = {
	holidays: m.limits_holidays_short,
	make_up: m.limits_make_up_short
};

/** Why a policy or calendar was not saved, and at which place of the form. */
export function problemText({ problem, field, row, stage }: FormProblem): string {
	switch (problem) {
		case 'name':
			return m.limits_problem_name();
		case 'date':
			return m.limits_problem_date();
		case 'zone':
			return m.limits_problem_zone();
		case 'file':
			return m.limits_problem_file();
		case 'changed':
			return m.limits_problem_changed();
		case 'windows': {
			const weekday = Object.entries(weekdayNames).find(([name]) => name === field)?.[1];
			return at(weekday?.() ?? '', m.limits_problem_windows());
		}
		case 'days':
			return at(
				field !== null && row !== null
					? m.limits_problem_line({ list: lists[field]?.() ?? '', row })
					: '',
				m.limits_problem_days()
			);
		case 'limits':
			return at(row === null ? '' : m.limits_problem_row({ row }), m.limits_problem_limits());
		case 'starts':
			return at(
				row === null ? '' : m.limits_problem_row({ row }),
				m.limits_problem_starts({ stage: stage === null ? '' : limitStageName(stage) })
			);
	}
}

function at(place: string, problem: string): string {
	return place === '' ? problem : m.limits_problem_at({ place, problem });
}
