import { randomUUID } from 'node:crypto';
import type { BadTargetRow } from '#lib/import/target-rows.ts';
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

/** Rows of a file that could not be read, with the file's own columns. */
export interface RefusedRows {
	readonly file: string;
	readonly header: readonly string[];
	readonly rows: readonly BadTargetRow[];
}

/** The same as the record keeps them. */
export type KeptRefusal = RefusedRows &
	Pick<RecordedEvent, 'person' | 'happenedAt'> & { readonly id: string };

/** Rows set aside, by file, the latest first. */
export async function refusedTargets(): Promise<readonly KeptRefusal[]> {
	const events = await eventsOf<RefusedRows>(['target_rows_refused']);
	return events
		.map(({ subject: id, body, person, happenedAt }) => ({ id, ...body, person, happenedAt }))
		.reverse();
}

/**
 * Keeps many together, all or none; those that say what holds already are left out.
 * @param refused rows of the same file that could not be read: kept with it, to be mended
 */
export async function setTargets(
	person: Person,
	given: readonly NewTarget[],
	refused: RefusedRows | null = null
): Promise<
	| { readonly set: number; readonly unchanged: number; readonly refusal: string | null }
	| TargetResult
> {
	const problem = given.map(problemOf).find((found) => found !== null);
	if (problem) return { problem };
	const standing = new Map((await targets()).map((target) => [target.id, target.value]));
	const events = given.map(begun).flatMap((target) => {
		const subject = targetId(target);
		if (standing.get(subject) === target.value) return [];
		standing.set(subject, target.value);
		return [{ kind: 'target_set' as const, subject, body: target }];
	});
	const refusal = refused && refused.rows.length > 0 ? randomUUID() : null;
	const aside = refusal
		? [{ kind: 'target_rows_refused' as const, subject: refusal, body: refused! }]
		: [];
	if (events.length + aside.length > 0) await appendEvents(person, [...events, ...aside]);
	return { set: events.length, unchanged: given.length - events.length, refusal };
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
