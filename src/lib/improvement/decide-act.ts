import type { Command, Decision } from './commands.ts';
import { made, refused } from './decision.ts';
import type { Improvement } from './improvement.ts';

type Asked<Do extends Command['do']> = Extract<Command, { readonly do: Do }>;

export function decideAct({ stage }: Improvement, { decision }: Asked<'decide_act'>): Decision {
	if (stage !== 'act') return refused('stage_not_next');
	const standard = decision.decision === 'standardise';
	if (standard && !decision.document.trim()) return refused('standard_missing');
	if (!standard && !decision.why.trim()) return refused('why_missing');
	return made({ kind: 'improvement_act_decided', body: decision });
}

/** One check a term. A gain that did not hold opens the cycle again by itself. */
export function sustain(
	{ stage, verdict: signed, sustain: done, gainLost }: Improvement,
	{ days, verdict, held }: Asked<'sustain'>
): Decision {
	if (stage !== 'act') return refused('stage_not_next');
	if (!signed) return refused('verdict_missing');
	if (done.some((check) => check.days === days)) return made();
	const checked = { kind: 'improvement_sustain_checked', body: { days, verdict, held } } as const;
	if (held || gainLost) return made(checked);
	return made(checked, { kind: 'improvement_reopened', body: { why: '', days } });
}

export function acceptLoss({ gainLost }: Improvement, { why }: Asked<'accept_loss'>): Decision {
	if (!gainLost) return refused('gain_not_lost');
	if (!why.trim()) return refused('why_missing');
	return made({ kind: 'improvement_gain_accepted', body: { why } });
}
