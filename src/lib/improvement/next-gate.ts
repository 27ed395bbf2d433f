import type { Refusal } from './commands.ts';
import { gateTo, sameName } from './gates.ts';
import type { Improvement } from './improvement.ts';
import { planGaps, type GateFacts } from './plan-gaps.ts';
import type { Stage } from './stages.ts';

/** The one act that takes an improvement further. */
export type GateAct =
	| { readonly act: 'approve' | 'sign' | 'decide' }
	| { readonly act: 'move'; readonly to: Exclude<Stage, 'plan'> };
export type NextGate = GateAct & {
	/** Why it is shut; empty: it is open. */
	readonly shut: readonly Refusal[];
};

/** What a page knows besides the improvement. */
export interface GateState {
	readonly person: { readonly name: string };
	readonly facts: GateFacts;
	/** The data reach the check date, and the plan says something of them. */
	readonly verdictDue: boolean;
}

/** The next act on an improvement and why it may not be done yet; null where it has ended. */
export function nextGate(improvement: Improvement, state: GateState): NextGate | null {
	const { stage, locked, verdict, act } = improvement;
	const move = (to: Exclude<Stage, 'plan'>): NextGate => ({
		act: 'move',
		to,
		shut: gateTo(improvement, to, state.person, state.facts)
	});
	switch (stage) {
		case 'plan':
			return locked ? move('do') : { act: 'approve', shut: approvalGaps(improvement, state) };
		case 'do':
			return move('check');
		case 'check':
			if (verdict && !state.facts.verdictOutdated) return move('act');
			return { act: 'sign', shut: state.verdictDue ? [] : ['data_not_there_yet'] };
		case 'act':
			return act ? move('closed') : { act: 'decide', shut: [] };
		default:
			return null;
	}
}

function approvalGaps(improvement: Improvement, { person, facts }: GateState): Refusal[] {
	const gaps = planGaps(improvement, facts);
	if (person.name.trim() === '') return [...gaps, 'name_missing'];
	return sameName(person.name, improvement.plan.owner) ? [...gaps, 'approver_is_owner'] : gaps;
}
