import type { Command, Conflict, Decision } from './commands.ts';
import { lastWriter, made, refused, type DecideContext } from './decision.ts';
import { sameName } from './gates.ts';
import type { EventKind, Improvement } from './improvement.ts';
import type { PlanField } from './plan.ts';
import { comparesWithItself, planGaps } from './plan-gaps.ts';
import { sameValue } from './same-value.ts';

type Asked<Do extends Command['do']> = Extract<Command, { readonly do: Do }>;

export function start(
	improvement: Improvement | null,
	{ plan, evidence, from }: Asked<'start'>,
	{ nextNumber = '' }: DecideContext
): Decision {
	// The same form sent twice has started it once.
	if (improvement) return made();
	if (!plan.theme.trim()) return refused('theme_missing');
	const body = { number: nextNumber, theme: plan.theme, plan, evidence, from };
	return made({ kind: 'improvement_started', body });
}

/**
 * Each field alone: one that says by now something else than the person saw, and than they want, is a
 * conflict; the others are changed beside it.
 */
export function changePlan(
	{ plan, locked }: Improvement,
	{ changes, why }: Asked<'change_plan'>,
	context: DecideContext
): Decision {
	const wanted = changes.filter((change) => !sameValue(change.new, plan[change.field]));
	if (locked && wanted.length > 0) return refused('plan_locked');
	// A field posted as it was seen is not an edit.
	const edited = wanted.filter((change) => !sameValue(change.new, change.old));
	const meant = edited.filter((change) => sameValue(change.old, plan[change.field]));
	const conflicts = edited
		.filter((change) => !meant.includes(change))
		.map(({ field, new: yours }): Conflict => {
			const by = lastWriter(context, (event) => wrote(event, field));
			return { what: field, yours, theirs: plan[field], by };
		});
	const changed = { ...plan, ...Object.fromEntries(meant.map((one) => [one.field, one.new])) };
	if (comparesWithItself(changed) && !comparesWithItself(plan)) return refused('comparison_same');
	const events =
		meant.length === 0
			? []
			: [{ kind: 'improvement_plan_changed', body: { changes: meant, why } } as const];
	return { events, refused: [], conflicts };
}

function wrote(event: NonNullable<DecideContext['history']>[number], field: PlanField): boolean {
	return (
		event.kind === 'improvement_plan_changed' &&
		event.body.changes.some((change) => change.field === field)
	);
}

/** What changes what would be approved. */
const planEvents: ReadonlySet<string> = new Set<EventKind>([
	'improvement_plan_changed',
	'improvement_item_set',
	'improvement_item_removed',
	'improvement_revised'
]);

export function approve(
	improvement: Improvement,
	{ seen }: Asked<'approve'>,
	person: { readonly name: string },
	{ facts, history = [] }: DecideContext
): Decision {
	if (improvement.locked) return refused('plan_locked');
	const isUnseen = (event: (typeof history)[number]): boolean =>
		seen !== undefined && event.number > seen && planEvents.has(event.kind);
	if (history.some(isUnseen)) return refused('plan_changed_since');
	const gaps = planGaps(improvement, facts);
	if (!person.name.trim()) gaps.push('name_missing');
	else if (sameName(person.name, improvement.plan.owner)) gaps.push('approver_is_owner');
	if (gaps.length > 0) return refused(...gaps);
	const { version, plan } = improvement;
	return made({ kind: 'improvement_approved', body: { version, plan } });
}

export function revise({ locked, version }: Improvement, { why }: Asked<'revise'>): Decision {
	if (!locked) return refused('plan_not_locked');
	if (!why.trim()) return refused('why_missing');
	return made({ kind: 'improvement_revised', body: { version: version + 1, why } });
}
