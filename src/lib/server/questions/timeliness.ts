import { question } from './question.ts';

const clockChoice = { clock: { values: ['wall', 'working'], initial: 'wall' } } as const;

export const attainment = question('timeliness/attainment', {
	month: 'day',
	stage: 'text',
	met: 'cases',
	breached: 'cases',
	open_late: 'cases',
	judged: 'cases',
	not_due: 'cases',
	no_time: 'cases'
});

const stepColumns = {
	stage: 'text',
	department: 'text?',
	whole: 'flag',
	cases: 'cases',
	median_minutes: 'minutes',
	p90_minutes: 'minutes',
	total_minutes: 'minutes'
} as const;
export const stageMinutes = question('timeliness/stage_minutes', stepColumns);
export const stageMinutesWorking = question('timeliness/stage_minutes_working', stepColumns);

export const curve = question(
	'timeliness/curve',
	{
		bin: 'number',
		minutes: 'minutes',
		ended: 'cases',
		still_open: 'cases',
		surviving: 'share',
		log_variance: 'number?',
		half_minutes: 'minutes?',
		nine_tenths_minutes: 'minutes?'
	},
	clockChoice
);

export const backlogAge = question('timeliness/backlog_age', {
	from_days: 'number',
	below_days: 'number?',
	cases: 'cases',
	late: 'cases',
	late_by_target: 'cases',
	since: 'day?',
	until: 'day',
	open_on: 'day'
});

export const dueNext = question(
	'timeliness/due_next',
	{
		source: 'text',
		case_no: 'text',
		category: 'text?',
		subcategory: 'text?',
		department: 'text?',
		priority: 'text?',
		stage: 'text',
		due_at: 'instant',
		minutes_left: 'minutes',
		working_minutes_left: 'minutes?',
		waiting: 'cases',
		soon: 'cases'
	},
	{ ...clockChoice, limits: { values: ['policy', 'own'], initial: 'policy' } }
);

export const ownFlag = question('timeliness/own_flag', {
	targeted: 'cases',
	flagged: 'cases',
	judged: 'cases',
	dates_met: 'cases',
	flag_met: 'cases',
	contradicting: 'cases',
	ours_met: 'cases',
	ours_judged: 'cases'
});

export const contradictions = question('timeliness/contradictions', {
	source: 'text',
	case_no: 'text',
	received_at: 'instant',
	target_at: 'instant',
	ended_at: 'instant',
	on_time: 'flag',
	ours: 'text?'
});
