import { randomUUID } from 'node:crypto';
import { canonical, ownUnit, type OwnDesign, type OwnMeasure } from '#lib/measures/own-measure.ts';
import type { Person } from '#lib/server/access/person.ts';
import { turns } from '#lib/server/state/turns.ts';
import type { RecordedEvent } from './event.ts';
import { directory } from './people.ts';
import { appendEvent, eventsOf } from './record.ts';
import { targets } from './targets.ts';

const inTurn = turns();

type Act = Pick<RecordedEvent, 'number' | 'person' | 'happenedAt'>;

/** One state of an own measure: what it was from then on, and why it became so. */
export interface OwnVersion extends Act {
	readonly name: string;
	readonly design: OwnDesign;
	readonly note: string;
}

/** An own measure with everything that was ever said of it, the latest version first. */
export interface KeptOwnMeasure extends OwnMeasure {
	readonly versions: readonly OwnVersion[];
	/** Who took it out of use, and why; null while it is in use. */
	readonly retired: (Act & { readonly why: string }) | null;
}

interface SavedBody {
	readonly name: string;
	readonly design: OwnDesign;
	readonly note: string;
}
interface RetiredBody {
	readonly why: string;
}

/** Own measures in use, by name. */
export async function ownMeasures(): Promise<readonly KeptOwnMeasure[]> {
	return (await allOwnMeasures()).filter(({ retired }) => retired === null);
}

/** The same with those that were taken out of use. */
export async function allOwnMeasures(): Promise<readonly KeptOwnMeasure[]> {
	const known = new Map<string, KeptOwnMeasure>();
	const kinds = ['own_measure_saved', 'own_measure_retired'] as const;
	for (const event of await eventsOf<SavedBody & RetiredBody>(kinds)) {
		const { kind, subject: id, body, number, person, happenedAt } = event;
		const before = known.get(id);
		const act = { number, person, happenedAt };
		if (kind === 'own_measure_retired') {
			if (before) known.set(id, { ...before, retired: { ...act, why: body.why } });
			continue;
		}
		const { name, note } = body;
		const design = canonical(body.design);
		const versions = [{ ...act, name, design, note }, ...(before?.versions ?? [])];
		known.set(id, { id, name, ...design, versions, retired: null });
	}
	return [...known.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

export async function ownMeasureOf(id: string): Promise<KeptOwnMeasure | null> {
	return (await allOwnMeasures()).find((measure) => measure.id === id) ?? null;
}

export type SavedResult =
	| { readonly id: string }
	| {
			readonly problem:
				| 'name_missing'
				| 'name_taken'
				| 'unchanged'
				| 'changed'
				| 'targets_stand'
				| 'no_such_measure';
	  };

/**
 * Keeps an own measure, or a new version of the one `id` names. What it counts is tested by whoever asks
 * (`own-trial.ts`): the record only holds that two measures do not go by one name. What the same person
 * sends twice is kept once.
 * @param given.seen number of the version a new one was made from: where another stands by now, nothing is kept
 * @param given.names names that are taken besides those of own measures, in the reader's language
 */
export function saveOwnMeasure(
	person: Person,
	given: {
		readonly id?: string | undefined;
		readonly seen?: number | undefined;
		readonly name: string;
		readonly design: OwnDesign;
		readonly note: string;
		readonly names: readonly string[];
	}
): Promise<SavedResult> {
	return inTurn(() => savedInTurn(person, given));
}

async function savedInTurn(
	person: Person,
	given: Parameters<typeof saveOwnMeasure>[1]
): Promise<SavedResult> {
	const name = given.name.trim().replaceAll(/\s+/g, ' ').slice(0, 80);
	if (name === '') return { problem: 'name_missing' };
	const standing = await ownMeasures();
	const before = standing.find(({ id }) => id === given.id);
	if (given.id !== undefined && !before) return { problem: 'no_such_measure' };
	const design = canonical(given.design);
	const sentAgain = (version: OwnVersion | undefined): boolean =>
		version?.person.id === person.id && isSame(version, { name, design });
	const isTaken = (other: string): boolean => folded(other) === folded(name);
	const taken = standing.find((measure) => measure.id !== given.id && isTaken(measure.name));
	if (taken && !before && sentAgain(taken.versions[0])) return { id: taken.id };
	if (taken || given.names.some(isTaken)) return { problem: 'name_taken' };
	const latest = before?.versions[0];
	if (latest && latest.number !== given.seen)
		return sentAgain(latest) ? { id: before.id } : { problem: 'changed' };
	if (latest && isSame(latest, { name, design })) return { problem: 'unchanged' };
	if (before && !readsAlike(before, design) && (await hasTargets(before.id)))
		return { problem: 'targets_stand' };
	const id = given.id ?? `own-${randomUUID()}`;
	const body: SavedBody = { name, design, note: given.note.trim().slice(0, 400) };
	await appendEvent(person, 'own_measure_saved', id, body);
	return { id };
}

/** Whether a target means the same for both: a number of one unit, to be reached from one side. */
function readsAlike(one: OwnDesign, other: OwnDesign): boolean {
	return ownUnit(one) === ownUnit(other) && one.better === other.better;
}

async function hasTargets(id: string): Promise<boolean> {
	return (await targets()).some(({ measure }) => measure === id);
}

function isSame(
	version: OwnVersion,
	{ name, design }: Pick<OwnVersion, 'name' | 'design'>
): boolean {
	return version.name === name && JSON.stringify(version.design) === JSON.stringify(design);
}

/** Takes an own measure out of use; the record keeps it, and what was said with it. */
export function retireOwnMeasure(
	person: Person,
	id: string,
	why: string
): Promise<{ readonly id: string } | { readonly problem: 'why_missing' | 'no_such_measure' }> {
	return inTurn(async () => {
		const body: RetiredBody = { why: why.trim().slice(0, 400) };
		if (body.why === '') return { problem: 'why_missing' };
		if (!(await ownMeasures()).some((measure) => measure.id === id))
			return { problem: 'no_such_measure' };
		await appendEvent(person, 'own_measure_retired', id, body);
		return { id };
	});
}

/** Who answers for a measure: somebody of the directory. */
export interface MeasureOwner extends Act {
	readonly id: string;
	readonly name: string;
	/** False where they have left the directory since. */
	readonly present: boolean;
}

interface OwnerBody {
	/** Id in the directory; empty: nobody any more. */
	readonly owner: string;
	readonly name: string;
}

/** Owners by measure, own ones and those that ship. */
export async function measureOwners(): Promise<ReadonlyMap<string, MeasureOwner>> {
	const owners = new Map<string, MeasureOwner>();
	const people = new Set((await directory()).map(({ id }) => id));
	for (const event of await eventsOf<OwnerBody>(['measure_owner_named'])) {
		const { subject, body, number, person, happenedAt } = event;
		if (body.owner === '') owners.delete(subject);
		else {
			const { owner: id, name } = body;
			owners.set(subject, { id, name, present: people.has(id), number, person, happenedAt });
		}
	}
	return owners;
}

/** Says who answers for a measure from now on; an empty owner: nobody. */
export async function nameOwner(
	person: Person,
	measure: string,
	owner: string
): Promise<{ readonly done: true } | { readonly problem: 'no_such_person' }> {
	const found = (await directory()).find(({ id }) => id === owner);
	if (owner !== '' && !found) return { problem: 'no_such_person' };
	if (((await measureOwners()).get(measure)?.id ?? '') === owner) return { done: true };
	const body: OwnerBody = { owner, name: found?.name ?? '' };
	await appendEvent(person, 'measure_owner_named', measure, body);
	return { done: true };
}

function folded(name: string): string {
	return name.normalize('NFKC').trim().toLowerCase();
}
