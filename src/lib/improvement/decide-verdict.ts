import type { Command, Decision } from './commands.ts';
import { made, refused, type DecideContext } from './decision.ts';
import { sameName } from './gates.ts';
import type { Improvement } from './improvement.ts';

type Asked<Do extends Command['do']> = Extract<Command, { readonly do: Do }>;
interface Acting {
	readonly id: string;
	readonly name: string;
}

/**
 * A preview is no verdict, and one on another version of the plan is none of this one. One signature decides
 * a version: signed anew after every load, chance alone would make it "effective" one day. Only where data
 * it rests on were removed is it signed again.
 */
export function signVerdict(
	{ stage, version, verdict: signed }: Improvement,
	{ verdict }: Asked<'sign_verdict'>,
	{ facts }: DecideContext
): Decision {
	if (stage !== 'check') return refused('stage_not_next');
	if (!verdict.due) return refused('data_not_there_yet');
	if (verdict.planVersion !== version) return refused('verdict_outdated');
	if (signed && !facts?.verdictOutdated) return refused('verdict_signed');
	return made({ kind: 'improvement_verdict_signed', body: { verdict } });
}

export function askOverride(
	{ stage, verdict }: Improvement,
	{ outcome, why }: Asked<'ask_override'>,
	person: Acting
): Decision {
	if (stage !== 'check' && stage !== 'act') return refused('stage_not_next');
	if (!verdict) return refused('verdict_missing');
	if (!why.trim()) return refused('why_missing');
	if (!person.name.trim()) return refused('name_missing');
	return made({ kind: 'improvement_override_asked', body: { outcome, why } });
}

/** Holds only once somebody else agrees, to the request they read and to no other. */
export function confirmOverride(
	{ stage, verdict }: Improvement,
	{ request }: Asked<'confirm_override'>,
	person: Acting
): Decision {
	if (stage !== 'check' && stage !== 'act') return refused('stage_not_next');
	const asked = verdict?.override;
	if (!asked || asked.confirmedBy) return refused('no_override_asked');
	if (asked.request !== request) return refused('override_replaced');
	if (!person.name.trim()) return refused('name_missing');
	if (person.id === asked.askedBy.id || sameName(person.name, asked.askedBy.name))
		return refused('second_person_needed');
	const body = { outcome: asked.outcome, request };
	return made({ kind: 'improvement_override_confirmed', body });
}
