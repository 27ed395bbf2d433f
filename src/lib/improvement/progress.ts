import { daysBetween, type DueFacts } from './due.ts';
import { sustainDays, type Improvement, type SustainDays } from './improvement.ts';

/** How far an improvement has come within its stage. */
export type Progress =
	/** Fields and decisions a plan needs before it can be approved. */
	| { readonly of: 'plan'; readonly done: number; readonly all: number }
	| { readonly of: 'actions'; readonly done: number; readonly all: number }
	/** Whole weeks of data since the effective date, of those up to the check. */
	| { readonly of: 'weeks'; readonly done: number; readonly all: number }
	| {
			readonly of: 'sustain';
			readonly checks: readonly { readonly days: SustainDays; readonly held: boolean | null }[];
	  };

/** Null where there is nothing to count: closed, or dates are missing. */
export function progressOf(
	improvement: Improvement,
	{ asOfDay }: Pick<DueFacts, 'asOfDay'>
): Progress | null {
	const { stage, plan, actions, sustain } = improvement;
	if (stage === 'plan') {
		const parts = planParts(improvement);
		return { of: 'plan', done: parts.filter(Boolean).length, all: parts.length };
	}
	if (stage === 'do') {
		const done = actions.filter(({ state }) => state === 'done' || state === 'waived').length;
		return { of: 'actions', done, all: actions.length };
	}
	if (stage === 'check') {
		const { effectiveOn, checkOn } = plan;
		if (!effectiveOn || !checkOn) return null;
		const told = asOfDay === null ? 0 : daysBetween(effectiveOn, asOfDay) + 1;
		const all = Math.ceil(daysBetween(effectiveOn, checkOn) / 7);
		return { of: 'weeks', done: Math.min(Math.max(Math.floor(told / 7), 0), all), all };
	}
	if (stage === 'act' && improvement.act?.decision === 'standardise') {
		const held = (days: SustainDays) =>
			sustain.findLast((check) => check.days === days)?.held ?? null;
		return { of: 'sustain', checks: sustainDays.map((days) => ({ days, held: held(days) })) };
	}
	return null;
}

function planParts({ plan, actions, causes, whys }: Improvement): readonly boolean[] {
	return [
		plan.theme.trim() !== '',
		plan.owner.trim() !== '',
		plan.baseline !== null,
		plan.target !== null,
		plan.smallestChange !== null,
		plan.effectiveOn !== null,
		plan.checkOn !== null,
		causes.some(({ state }) => state === 'confirmed') || whys.some(({ root }) => root),
		actions.length > 0 && actions.every(({ who, due }) => who.trim() !== '' && due !== null)
	];
}
