import type { ActDecision } from '#lib/improvement/improvement.ts';
import * as m from '#lib/messages/generated/messages.js';
import { choices, type Input } from './inputs.ts';

export const decisionWords: Readonly<Record<ActDecision['decision'], () => string>> = {
	standardise: m.improvement_decision_standardise,
	next_cycle: m.improvement_decision_next_cycle,
	stop: m.improvement_decision_stop
};

/** What is asked of the decision how it ends. */
export function actInputs(act: ActDecision | null): readonly Input[] {
	return [
		{
			name: 'decision',
			label: m.improvement_standard_decision(),
			kind: 'choice',
			value: act?.decision ?? 'standardise',
			options: choices(['standardise', 'next_cycle', 'stop'], decisionWords)
		},
		{
			name: 'document',
			label: m.improvement_standard_document(),
			kind: 'line',
			value: act?.document ?? ''
		},
		{ name: 'link', label: m.improvement_standard_link(), kind: 'line', value: act?.link ?? '' },
		{
			name: 'inForceOn',
			label: m.improvement_standard_in_force(),
			kind: 'day',
			value: act?.inForceOn ?? ''
		},
		{ name: 'why', label: m.improvement_reason(), kind: 'line', value: act?.why ?? '' },
		{
			name: 'phase',
			label: m.improvement_standard_phase(),
			kind: 'check',
			value: act === null || act.phase ? 'on' : ''
		}
	];
}
