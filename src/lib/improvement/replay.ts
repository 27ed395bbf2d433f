import type { Improvement, ImprovementEvent, LockedPlan, SignedVerdict } from './improvement.ts';
import type { ListItems, ListName, Plan } from './plan.ts';

/** An improvement as its events, in order, left it. Throws when they do not begin with its start. */
export function replay(id: string, events: readonly ImprovementEvent[]): Improvement {
	let improvement: Improvement | null = null;
	for (const event of events) improvement = afterEvent(id, improvement, event);
	if (!improvement) throw new Error(`improvement ${id} has no events`);
	return improvement;
}

/** What one more event makes of it. */
export function afterEvent(
	id: string,
	before: Improvement | null,
	event: ImprovementEvent
): Improvement {
	if (event.kind === 'improvement_started') return begun(id, event);
	if (!before) throw new Error(`improvement ${id} does not begin with its start`);
	return { ...before, ...changed(before, event), lastEvent: event.number };
}

function begun(
	id: string,
	event: Extract<ImprovementEvent, { readonly kind: 'improvement_started' }>
): Improvement {
	return {
		id,
		number: event.body.number,
		stage: 'plan',
		startedAt: event.happenedAt,
		startedBy: event.person,
		from: event.body.from,
		plan: event.body.plan,
		version: 1,
		locked: false,
		versions: [],
		evidence: event.body.evidence,
		whys: [],
		causes: [],
		actions: [],
		trainings: [],
		recoveries: [],
		files: [],
		verdict: null,
		act: null,
		sustain: [],
		gainLost: false,
		cancelled: null,
		closedAt: null,
		lastEvent: event.number
	};
}

type Later = Exclude<ImprovementEvent, { readonly kind: 'improvement_started' }>;

function changed(before: Improvement, event: Later): Partial<Improvement> {
	const { person, happenedAt } = event;
	switch (event.kind) {
		case 'improvement_evidence_added':
			return { evidence: [...before.evidence, event.body.evidence] };
		case 'improvement_plan_changed':
			return { plan: withChanges(before.plan, event.body.changes) };
		case 'improvement_item_set':
			return withItem(before, event.body.list, event.body.new);
		case 'improvement_item_removed':
			return withoutItem(before, event.body.list, event.body.old.id);
		case 'improvement_approved': {
			const { whys, causes, actions } = before;
			const by = { approvedBy: person, approvedAt: happenedAt };
			const approved = { ...event.body, whys, causes, actions, ...by, verdict: null };
			return { locked: true, versions: [...before.versions, approved] };
		}
		case 'improvement_revised':
			return {
				stage: 'plan',
				version: event.body.version,
				locked: false,
				verdict: null,
				act: null,
				sustain: [],
				gainLost: false
			};
		case 'improvement_moved':
			return {
				stage: event.body.to,
				closedAt: event.body.to === 'closed' ? happenedAt : null
			};
		case 'improvement_verdict_signed':
			return withVerdict(before, {
				verdict: event.body.verdict,
				signedBy: person,
				signedAt: happenedAt,
				override: null
			});
		case 'improvement_override_asked': {
			const { outcome, why } = event.body;
			const request = event.number;
			const override = { request, outcome, why, askedBy: person, confirmedBy: null };
			return before.verdict ? withVerdict(before, { ...before.verdict, override }) : {};
		}
		case 'improvement_override_confirmed': {
			const asked = before.verdict?.override;
			if (!before.verdict || !asked) return {};
			return withVerdict(before, {
				...before.verdict,
				override: { ...asked, confirmedBy: person }
			});
		}
		case 'improvement_act_decided':
			// Going on to a next cycle, or stopping, answers a lost gain; a standard does not.
			return {
				act: event.body,
				gainLost: before.gainLost && event.body.decision === 'standardise'
			};
		case 'improvement_sustain_checked': {
			const { days, verdict, held } = event.body;
			return { sustain: [...before.sustain, { days, verdict, held, checkedAt: happenedAt }] };
		}
		case 'improvement_reopened':
			return { stage: 'act', gainLost: true, cancelled: null, closedAt: null };
		case 'improvement_gain_accepted':
			return { gainLost: false };
		case 'improvement_cancelled':
			return { stage: 'closed', cancelled: event.body.why, closedAt: happenedAt };
		case 'improvement_commented':
			return {};
		case 'improvement_file_added':
			return { files: [...before.files, event.body] };
	}
}

function withChanges(
	plan: Plan,
	changes: readonly { readonly field: string; readonly new: unknown }[]
): Plan {
	return { ...plan, ...Object.fromEntries(changes.map(({ field, new: value }) => [field, value])) };
}

/** The verdict stands with its version too: a later version keeps it there. */
function withVerdict(before: Improvement, verdict: SignedVerdict): Partial<Improvement> {
	const versions = before.versions.map((kept): LockedPlan =>
		kept.version === before.version ? { ...kept, verdict } : kept
	);
	return { verdict, versions };
}

function withItem(
	before: Improvement,
	list: ListName,
	item: ListItems[ListName]
): Partial<Improvement> {
	const rows: readonly ListItems[ListName][] = before[list];
	const known = rows.some(({ id }) => id === item.id);
	const next = known ? rows.map((row) => (row.id === item.id ? item : row)) : [...rows, item];
	return { [list]: next };
}

function withoutItem(before: Improvement, list: ListName, id: string): Partial<Improvement> {
	const rows: readonly ListItems[ListName][] = before[list];
	return { [list]: rows.filter((row) => row.id !== id) };
}
