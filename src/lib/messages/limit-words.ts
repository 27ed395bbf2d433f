import type { JudgedStage, LimitUnit, Outcome } from '#lib/calendar/policy.ts';
import * as m from './generated/messages.js';

const stageNames: Readonly<Record<JudgedStage, () => string>> = {
	registered: m.limit_stage_registered,
	first_response: m.limit_stage_first_response,
	dispatched: m.limit_stage_dispatched,
	accepted: m.limit_stage_accepted,
	investigated: m.limit_stage_investigated,
	proposed: m.limit_stage_proposed,
	communicated: m.limit_stage_communicated,
	resolved: m.limit_stage_resolved,
	closed: m.limit_stage_closed,
	followed_up: m.limit_stage_followed_up,
	own_target: m.limit_stage_own_target
};

/** A stage as a limit names it; `received` is the start of every case. */
export function limitStageName(stage: JudgedStage | 'received'): string {
	return stage === 'received' ? m.limit_stage_received() : stageNames[stage]();
}

const outcomeNames: Readonly<Record<Outcome, () => string>> = {
	met: m.limit_outcome_met,
	breached: m.limit_outcome_breached,
	open_late: m.limit_outcome_open_late,
	not_due: m.limit_outcome_not_due,
	no_time: m.limit_outcome_no_time
};

/** How a case stands to a limit, in words. */
export function outcomeName(outcome: Outcome): string {
	return outcomeNames[outcome]();
}

const unitNames: Readonly<Record<LimitUnit, () => string>> = {
	minutes: m.limit_unit_minutes,
	hours: m.limit_unit_hours,
	days: m.limit_unit_days,
	working_minutes: m.limit_unit_working_minutes,
	working_hours: m.limit_unit_working_hours,
	working_days: m.limit_unit_working_days
};

/** What a limit is counted in. */
export function limitUnitName(unit: LimitUnit): string {
	return unitNames[unit]();
}
