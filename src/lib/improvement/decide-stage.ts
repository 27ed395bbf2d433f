import type { Command, Decision } from './commands.ts';
import { made, refused, type DecideContext } from './decision.ts';
import { gateTo } from './gates.ts';
import type { Improvement } from './improvement.ts';
import { stages } from './stages.ts';

type Asked<Do extends Command['do']> = Extract<Command, { readonly do: Do }>;

/** One step on where the gate is open, or one step back for a reason. */
export function move(
	improvement: Improvement,
	{ to, why }: Asked<'move'>,
	person: { readonly name: string },
	{ facts }: DecideContext
): Decision {
	const from = improvement.stage;
	const shut = gateTo(improvement, to, person, facts);
	if (shut.length > 0) return refused(...shut);
	if (stages.indexOf(to) < stages.indexOf(from) && !why.trim()) return refused('why_missing');
	return made({ kind: 'improvement_moved', body: { from, to, why } });
}

/** A gain was lost: there must have been one to lose, so a verdict of the current version. */
export function reopen(
	{ stage, verdict, gainLost }: Improvement,
	{ why }: Asked<'reopen'>
): Decision {
	if (stage !== 'act' && stage !== 'closed') return refused('stage_not_next');
	if (!verdict) return refused('verdict_missing');
	if (gainLost) return refused('gain_lost_undecided');
	if (!why.trim()) return refused('why_missing');
	return made({ kind: 'improvement_reopened', body: { why, days: null } });
}

export function cancel({ why }: Asked<'cancel'>): Decision {
	if (!why.trim()) return refused('why_missing');
	return made({ kind: 'improvement_cancelled', body: { why } });
}
