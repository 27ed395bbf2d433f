import { randomUUID } from 'node:crypto';
import type { Person } from '#lib/server/access/person.ts';
import { isDay } from './day-text.ts';
import type { RecordedEvent } from './event.ts';
import { appendEvent, eventsOf } from './record.ts';

/** Which chart is meant: a measure over a selection of cases (`selectionKey`). */
export interface ChartSubject {
	readonly measure: string;
	readonly selection: string;
}

type Act = Pick<RecordedEvent, 'person' | 'happenedAt'>;

/** From a day on a chart has a centre and limits of its own, for a reason a person gave. */
export type Phase = ChartSubject &
	Act & { readonly id: string; readonly day: string; readonly reason: string };

/** The days a chart's limits are made from, until somebody releases them. Half-open. */
export type Baseline = ChartSubject &
	Act & { readonly since: string; readonly until: string; readonly reason: string };

export type LimitsResult =
	| { readonly done: true }
	| {
			readonly problem:
				| 'reason_missing'
				| 'day_unreadable'
				| 'days_reversed'
				| 'no_such_phase'
				| 'no_such_baseline';
	  };

/** Phases that stand, by day. */
export async function phases(): Promise<Phase[]> {
	const standing = new Map<string, Phase>();
	type Body = ChartSubject & { readonly day: string; readonly reason: string };
	for (const event of await eventsOf<Body>(['phase_started', 'phase_withdrawn'])) {
		const { kind, subject: id, body, person, happenedAt } = event;
		if (kind === 'phase_withdrawn') standing.delete(id);
		else standing.set(id, { id, ...body, person, happenedAt });
	}
	return [...standing.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Begins a phase; nothing but a dated reason of a person (or an improvement) can. */
export async function startPhase(
	person: Person,
	chart: ChartSubject,
	given: { readonly day: string; readonly reason: string }
): Promise<LimitsResult> {
	const reason = given.reason.trim().slice(0, 200);
	if (reason === '') return { problem: 'reason_missing' };
	if (!isDay(given.day)) return { problem: 'day_unreadable' };
	await appendEvent(person, 'phase_started', randomUUID(), { ...chart, day: given.day, reason });
	return { done: true };
}

export async function withdrawPhase(person: Person, id: string): Promise<LimitsResult> {
	if (!(await phases()).some((phase) => phase.id === id)) return { problem: 'no_such_phase' };
	await appendEvent(person, 'phase_withdrawn', id, {});
	return { done: true };
}

/** Baselines that stand: one a chart, the latest. */
export async function baselines(): Promise<Baseline[]> {
	const standing = new Map<string, Baseline>();
	type Body = ChartSubject & {
		readonly since: string;
		readonly until: string;
		readonly reason: string;
	};
	for (const event of await eventsOf<Body>(['baseline_frozen', 'baseline_released'])) {
		const { kind, subject, body, person, happenedAt } = event;
		if (kind === 'baseline_released') standing.delete(subject);
		else standing.set(subject, { ...body, person, happenedAt });
	}
	return [...standing.values()];
}

/** Freezes the days limits are made from. `lastDay` is included, as a person writes it. */
export async function freezeBaseline(
	person: Person,
	chart: ChartSubject,
	given: { readonly since: string; readonly lastDay: string; readonly reason: string }
): Promise<LimitsResult> {
	const reason = given.reason.trim().slice(0, 200);
	if (reason === '') return { problem: 'reason_missing' };
	if (!isDay(given.since) || !isDay(given.lastDay)) return { problem: 'day_unreadable' };
	if (given.lastDay < given.since) return { problem: 'days_reversed' };
	const until = new Date(Date.parse(given.lastDay) + 86_400_000).toISOString().slice(0, 10);
	await appendEvent(person, 'baseline_frozen', subjectOf(chart), {
		...chart,
		since: given.since,
		until,
		reason
	});
	return { done: true };
}

export async function releaseBaseline(person: Person, chart: ChartSubject): Promise<LimitsResult> {
	const subject = subjectOf(chart);
	if (!(await baselines()).some((baseline) => subjectOf(baseline) === subject))
		return { problem: 'no_such_baseline' };
	await appendEvent(person, 'baseline_released', subject, {});
	return { done: true };
}

function subjectOf({ measure, selection }: ChartSubject): string {
	return JSON.stringify([measure, selection]);
}
