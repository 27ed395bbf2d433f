import type { Command, Decision } from './commands.ts';
import { decideAct, sustain, acceptLoss } from './decide-act.ts';
import { removeItem, setItem } from './decide-items.ts';
import { addEvidence, addFile, comment } from './decide-notes.ts';
import { approve, changePlan, revise, start } from './decide-plan.ts';
import { cancel, move, reopen } from './decide-stage.ts';
import { askOverride, confirmOverride, signVerdict } from './decide-verdict.ts';
import { refused, type DecideContext } from './decision.ts';
import type { Improvement } from './improvement.ts';
import { isReadable } from './shapes.ts';

/**
 * What follows from a person's command on an improvement as it stands: events to be kept, or why not.
 * A command that changes nothing gives no event.
 *
 * @param improvement null where none has the id: only `start` finds that right
 */
export function decide(
	improvement: Improvement | null,
	command: Command,
	person: { readonly id: string; readonly name: string },
	context: DecideContext
): Decision {
	if (!isReadable(command)) return refused('value_unreadable');
	if (command.do === 'start') return start(improvement, command, context);
	if (!improvement) return refused('no_such_improvement');
	switch (command.do) {
		case 'comment':
			return comment(command);
		case 'add_file':
			return addFile(improvement, command);
		case 'reopen':
			return reopen(improvement, command);
	}
	if (improvement.stage === 'closed') return refused('already_closed');
	switch (command.do) {
		case 'add_evidence':
			return addEvidence(improvement, command);
		case 'change_plan':
			return changePlan(improvement, command, context);
		case 'set_item':
			return setItem(improvement, command, context);
		case 'remove_item':
			return removeItem(improvement, command, context);
		case 'approve':
			return approve(improvement, command, person, context);
		case 'revise':
			return revise(improvement, command);
		case 'move':
			return move(improvement, command, person, context);
		case 'sign_verdict':
			return signVerdict(improvement, command, context);
		case 'ask_override':
			return askOverride(improvement, command, person);
		case 'confirm_override':
			return confirmOverride(improvement, command, person);
		case 'decide_act':
			return decideAct(improvement, command);
		case 'sustain':
			return sustain(improvement, command);
		case 'accept_loss':
			return acceptLoss(improvement, command);
		case 'cancel':
			return cancel(command);
	}
}
