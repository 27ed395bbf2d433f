import { personName } from '#lib/components/person-words.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { EventKind, ImprovementEvent } from '#lib/improvement/improvement.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { eventWords } from './event-words.ts';
import { dayOf } from './stage-texts.ts';

/** One thing that happened, as the trail tells it. */
export interface TrailEntry {
	readonly id: number;
	readonly day: { readonly text: string; readonly datetime: string };
	readonly title: string;
	readonly lines: readonly string[];
	readonly by: string;
	readonly kind: 'computed' | 'gate' | 'edit';
	/** Who did it said who they are and did not prove it. */
	readonly declared: boolean;
	/** Somebody put their name under it: how sure it is that it was them is said in words. */
	readonly signature: boolean;
}

/** Newest first. The year is said where it changes. */
export function trailEntries(events: readonly ImprovementEvent[], f: Formats): TrailEntry[] {
	let year = '';
	const measures = measuresAt(events);
	return events.toReversed().map((event) => {
		const day = dayOf(f, event.happenedAt);
		const opens = day.slice(0, 4) !== year;
		year = day.slice(0, 4);
		const { title, lines } = eventWords(event, f, measures.get(event.number) ?? 'complaints');
		const kind = kinds[event.kind];
		return {
			id: event.number,
			day: {
				text: opens && year !== '' ? f.day(day) : f.dayOfYear(day),
				datetime: new Date(event.happenedAt).toISOString()
			},
			title,
			lines,
			by: kind === 'computed' ? m.improvement_event_computed() : personName(event.person.name),
			kind,
			declared: kind !== 'computed' && event.person.assurance === 'declared',
			signature: signatures.has(event.kind)
		};
	});
}

/** What the plan's numbers were in at each event. */
function measuresAt(events: readonly ImprovementEvent[]): Map<number, ChartedMeasure> {
	let measure: ChartedMeasure = 'complaints';
	const found = new Map<number, ChartedMeasure>();
	for (const { number, kind, body } of events) {
		if (kind === 'improvement_started') ({ measure } = body.plan);
		if (kind === 'improvement_plan_changed')
			measure =
				(body.changes.find(({ field }) => field === 'measure')?.new as
					ChartedMeasure | undefined) ?? measure;
		found.set(number, measure);
	}
	return found;
}

const signatures: ReadonlySet<EventKind> = new Set([
	'improvement_approved',
	'improvement_verdict_signed',
	'improvement_override_asked',
	'improvement_override_confirmed'
]);

const kinds: Readonly<Record<EventKind, TrailEntry['kind']>> = {
	improvement_started: 'edit',
	improvement_evidence_added: 'edit',
	improvement_plan_changed: 'edit',
	improvement_item_set: 'edit',
	improvement_item_removed: 'edit',
	improvement_approved: 'gate',
	improvement_revised: 'gate',
	improvement_moved: 'gate',
	improvement_verdict_signed: 'gate',
	improvement_override_asked: 'gate',
	improvement_override_confirmed: 'gate',
	improvement_act_decided: 'gate',
	improvement_sustain_checked: 'computed',
	improvement_reopened: 'gate',
	improvement_gain_accepted: 'gate',
	improvement_cancelled: 'gate',
	improvement_commented: 'edit',
	improvement_file_added: 'edit'
};
