import type { Refusal } from './commands.ts';
import { sustainDays, type Improvement } from './improvement.ts';
import { planGaps, type GateFacts } from './plan-gaps.ts';
import { stages, type Stage } from './stages.ts';

/**
 * Why an improvement may not go on to a stage; empty: it may. One step back needs nothing but the reason
 * that is given with it, and back to the plan leads a revision only.
 *
 * @param person who would approve: the plan's owner may not
 */
export function gateTo(
	improvement: Improvement,
	to: Stage,
	person?: { readonly name: string },
	facts: GateFacts = {}
): Refusal[] {
	if (improvement.stage === 'closed') return ['already_closed'];
	const step = stages.indexOf(to) - stages.indexOf(improvement.stage);
	if (step === -1) return to === 'plan' ? ['plan_locked'] : [];
	if (step !== 1) return ['stage_not_next'];
	switch (to) {
		case 'do':
			return toDo(improvement, person, facts);
		case 'check':
			return toCheck(improvement);
		case 'act':
			return toAct(improvement, facts);
		default:
			return toClosed(improvement);
	}
}

function toDo(
	improvement: Improvement,
	person: { readonly name: string } | undefined,
	facts: GateFacts
): Refusal[] {
	const gaps = planGaps(improvement, facts);
	if (!improvement.locked) {
		const own = person !== undefined && sameName(person.name, improvement.plan.owner);
		return [...gaps, 'plan_not_locked', ...(own ? (['approver_is_owner'] as const) : [])];
	}
	const approved = improvement.versions.find(({ version }) => version === improvement.version);
	if (approved && sameName(approved.approvedBy.name, approved.plan.owner))
		return [...gaps, 'approver_is_owner'];
	return gaps;
}

function toCheck({ plan, actions }: Improvement): Refusal[] {
	const gaps: readonly (readonly [boolean, Refusal])[] = [
		[actions.length === 0, 'actions_missing'],
		[actions.some(({ state }) => state !== 'done' && state !== 'waived'), 'actions_open'],
		[actions.some(({ state, note }) => state === 'waived' && !note.trim()), 'why_missing'],
		[!plan.effectiveOn, 'effective_missing']
	];
	return lacking(gaps);
}

function toAct({ verdict, version }: Improvement, { verdictOutdated }: GateFacts): Refusal[] {
	if (!verdict) return ['verdict_missing'];
	return verdict.verdict.planVersion !== version || verdictOutdated ? ['verdict_outdated'] : [];
}

function toClosed({ act, trainings, recoveries, sustain, gainLost }: Improvement): Refusal[] {
	if (!act) return ['act_undecided'];
	const checked = sustainDays.every((days) => sustain.some((check) => check.days === days));
	const standard = act.decision === 'standardise';
	return lacking([
		[!standard && !act.why.trim(), 'why_missing'],
		[standard && !act.document.trim(), 'standard_missing'],
		[standard && trainings.some(({ tookOn }) => !tookOn), 'trainings_open'],
		[standard && recoveries.length === 0, 'recovery_missing'],
		[standard && !checked, 'sustain_checks_open'],
		[gainLost, 'gain_lost_undecided']
	]);
}

function lacking(gaps: readonly (readonly [boolean, Refusal])[]): Refusal[] {
	return gaps.filter(([lacks]) => lacks).map(([, refusal]) => refusal);
}

/** People are known by their names: written the same, they are taken for one. */
export function sameName(one: string, other: string): boolean {
	const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase();
	return plain(one) === plain(other);
}
