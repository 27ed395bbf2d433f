import { spanOf, targetId, type Target, type TargetPlace } from '#lib/measures/target.ts';
import type { Person } from '#lib/server/access/person.ts';
import { isDay } from './day-text.ts';
import type { RecordedEvent } from './event.ts';
import { appendEvent, appendEvents, eventsOf } from './record.ts';

/** One saying of a target; null where it was withdrawn. */
export type TargetVersion = Pick<RecordedEvent, 'person' | 'happenedAt'> & {
	readonly value: number | null;
};

/** A target that stands or once stood, with everything that was said of it, latest first. */
export interface KeptTarget extends TargetPlace {
	readonly id: string;
	/** Null where it is withdrawn. */
	readonly value: number | null;
	readonly versions: readonly TargetVersion[];
}

/** A target as it is to be kept. */
export type NewTarget = Omit<Target, 'id'>;

export type TargetResult =
	| { readonly id: string }
	| { readonly problem: 'day_unreadable' | 'value_unreadable' | 'no_such_target' };

type Body = NewTarget;

/** Every target anybody ever set, in the order of their last saying. */
export async function keptTargets(): Promise<readonly KeptTarget[]> {
	const kept = new Map<string, KeptTarget>();
	for (const event of await eventsOf<Body>(['target_set', 'target_withdrawn'])) {
		const { kind, subject: id, body, person, happenedAt } = event;
		const before = kept.get(id);
		const value = kind === 'target_set' ? body.value : null;
		const place = kind === 'target_set' ? placeOf(body) : before;
		if (!place) continue;
		kept.delete(id);
		kept.set(id, {
			...placeOf(place),
			id,
			value,
			versions: [{ value, person, happenedAt }, ...(before?.versions ?? [])]
		});
	}
	return [...kept.values()];
}

/** Targets that stand, the one saved last at the end. */
export async function targets(): Promise<readonly Target[]> {
	return (await keptTargets()).flatMap(({ id, value, measure, scope, span, since }) =>
		value === null ? [] : [{ id, measure, scope, span, since, value }]
	);
}

/** Keeps a target; of one that stands already it is a new version. */
export async function setTarget(person: Person, given: NewTarget): Promise<TargetResult> {
	const problem = problemOf(given);
	if (problem) return { problem };
	const target = begun(given);
	const id = targetId(target);
	await appendEvent(person, 'target_set', id, target);
	return { id };
}

/** Keeps many together, all or none; those that say what holds already are left out. */
export async function setTargets(
	person: Person,
	given: readonly NewTarget[]
): Promise<{ readonly set: number; readonly unchanged: number } | TargetResult> {
	const problem = given.map(problemOf).find((found) => found !== null);
	if (problem) return { problem };
	const standing = new Map((await targets()).map((target) => [target.id, target.value]));
	const events = given.map(begun).flatMap((target) => {
		const subject = targetId(target);
		if (standing.get(subject) === target.value) return [];
		standing.set(subject, target.value);
		return [{ kind: 'target_set' as const, subject, body: target }];
	});
	if (events.length > 0) await appendEvents(person, events);
	return { set: events.length, unchanged: given.length - events.length };
}

/** A target holds no more; the record keeps what it was. */
export async function withdrawTarget(person: Person, id: string): Promise<TargetResult> {
	if (!(await targets()).some((target) => target.id === id)) return { problem: 'no_such_target' };
	await appendEvent(person, 'target_withdrawn', id, {});
	return { id };
}

function problemOf({ since, value }: NewTarget): 'day_unreadable' | 'value_unreadable' | null {
	if (!isDay(since)) return 'day_unreadable';
	return Number.isFinite(value) ? null : 'value_unreadable';
}

/** Any day of a span stands for its first. */
function begun(target: NewTarget): NewTarget {
	return {
		...placeOf(target),
		since: spanOf(target.span, target.since).since,
		value: target.value
	};
}

function placeOf({ measure, scope, span, since }: TargetPlace): TargetPlace {
	return { measure, scope, span, since };
}
