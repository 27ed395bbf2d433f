import { shiftDay } from '#lib/filter/codec.ts';
import { dutiesOf, type Duty } from './duties.ts';
import { sameName } from './gates.ts';
import type { Improvement } from './improvement.ts';
import { isLate } from './is-late.ts';

/** What the days of people and the days of the data are. */
export interface DueFacts {
	/** The business day it is: people's dates are judged by it. */
	readonly today: string;
	/** Last day the data tell of; null while there are none. */
	readonly asOfDay: string | null;
	/** Business day of an instant in epoch milliseconds. */
	readonly dayOf: (instant: number) => string;
}

/**
 * `ready`: it can be done, and nobody is late: the data have come to its day, or its day had passed when the
 * improvement was begun. `waiting`: its day has come, but the data have not reached it.
 */
export const dueStates = [
	'overdue',
	'today',
	'ready',
	'soon',
	'later',
	'waiting',
	'undated'
] as const;
export type DueState = (typeof dueStates)[number];

/** A duty as it stands today. */
export interface DueDuty extends Duty {
	readonly state: DueState;
	/** Days since its day; 0 where it is not overdue. */
	readonly daysLate: number;
}

/** So many days ahead count as soon. */
export const soonDays = 7;

/** What an improvement waits for, the most pressing first. */
export function dueOf(improvement: Improvement, facts: DueFacts): readonly DueDuty[] {
	const startedOn = facts.dayOf(improvement.startedAt);
	return dutiesOf(improvement, facts.dayOf)
		.map((duty): DueDuty => {
			const state = stateOf(duty, facts, startedOn);
			const daysLate = state === 'overdue' ? daysBetween(duty.day ?? facts.today, facts.today) : 0;
			return { ...duty, state, daysLate };
		})
		.sort(byUrgency);
}

function stateOf(
	{ kind, day, needsData }: Duty,
	{ today, asOfDay }: DueFacts,
	startedOn: string
): DueState {
	if (day === null) return 'undated';
	if (needsData && day <= today && (asOfDay === null || asOfDay < day)) return 'waiting';
	// Days of the data are no days of people: a log may have ended years before it is worked on.
	if (kind === 'sign_verdict' && day <= today) return 'ready';
	// It runs by itself: nobody is late.
	if (day < today && kind === 'sustain') return 'today';
	if (isLate(day, today, startedOn)) return 'overdue';
	if (day < today) return 'ready';
	if (day === today) return 'today';
	return day <= shiftDay(today, soonDays) ? 'soon' : 'later';
}

function byUrgency(one: DueDuty, other: DueDuty): number {
	const states = dueStates.indexOf(one.state) - dueStates.indexOf(other.state);
	return states || (one.day ?? '').localeCompare(other.day ?? '');
}

/** Whole days from one day to a later one. */
export function daysBetween(since: string, until: string): number {
	return Math.round((Date.parse(until) - Date.parse(since)) / 86_400_000);
}

/** Whether something is asked of a person. Nobody named: of everybody who may. */
export function concerns(duty: Duty, name: string): boolean {
	if (duty.notWho !== '' && sameName(duty.notWho, name)) return false;
	return duty.who.length === 0 || duty.who.some((asked) => sameName(asked, name));
}

/** An improvement with what it waits for. */
export interface DueImprovement {
	readonly improvement: Improvement;
	readonly due: readonly DueDuty[];
}

/** One line of a person's day. */
export interface DayLine {
	readonly improvement: Improvement;
	readonly duty: DueDuty;
}

/** What is due for a person: late, today or at any time, and within a week, each the earliest first. */
export interface MyDay {
	readonly overdue: readonly DayLine[];
	readonly today: readonly DayLine[];
	readonly soon: readonly DayLine[];
}

/** @param name who acts; empty: nobody has said, and everything is shown */
export function myDay(all: readonly DueImprovement[], name: string): MyDay {
	const lines = all
		.flatMap(({ improvement, due }) => due.map((duty) => ({ improvement, duty })))
		.filter(({ duty }) => name === '' || concerns(duty, name))
		.sort((one, other) => byUrgency(one.duty, other.duty));
	const of = (...states: readonly DueState[]) =>
		lines.filter(({ duty }) => states.includes(duty.state));
	return { overdue: of('overdue'), today: of('today', 'ready'), soon: of('soon') };
}

/** Something of it should have been done by now. */
export function isOverdue({ due }: DueImprovement): boolean {
	return due.some(({ state }) => state === 'overdue');
}
