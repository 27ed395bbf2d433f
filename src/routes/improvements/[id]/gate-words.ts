import type { NextGate } from '#lib/improvement/next-gate.ts';
import type { Stage } from '#lib/improvement/stages.ts';
import * as m from '#lib/messages/generated/messages.js';

const moveWords: Readonly<Record<Exclude<Stage, 'plan'>, () => string>> = {
	do: m.improvement_gate_move_do,
	check: m.improvement_gate_move_check,
	act: m.improvement_gate_move_act,
	closed: m.improvement_gate_move_closed
};

/** What the next act is called. */
export function gateWords(gate: NextGate): string {
	switch (gate.act) {
		case 'approve':
			return m.improvement_gate_approve();
		case 'sign':
			return m.improvement_gate_sign();
		case 'decide':
			return m.improvement_gate_decide();
		case 'move':
			return moveWords[gate.to]();
	}
}

/** An act that needs nothing filled in: the action it is sent to; null: there is a form for it. */
export function singleAct(gate: NextGate): { readonly action: string; readonly to?: Stage } | null {
	switch (gate.act) {
		case 'approve':
			return { action: 'approve' };
		case 'sign':
			return { action: 'sign' };
		case 'move':
			return { action: 'move', to: gate.to };
		case 'decide':
			return null;
	}
}
