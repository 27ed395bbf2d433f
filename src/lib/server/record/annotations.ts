import { randomUUID } from 'node:crypto';
import { annotationKinds, type Annotation } from '#lib/measures/annotations.ts';
import type { Person } from '#lib/server/access/person.ts';
import { isDay } from './day-text.ts';
import type { RecordedEvent } from './event.ts';
import { appendEvent, eventsOf } from './record.ts';

type AnnotationBody = Omit<Annotation, 'id' | 'selection'> & Partial<Pick<Annotation, 'selection'>>;

/** An annotation with who wrote it and when. */
export type KeptAnnotation = Annotation & Pick<RecordedEvent, 'person' | 'happenedAt'>;

export type AnnotationResult =
	| { readonly id: string }
	| {
			readonly problem: 'label_missing' | 'day_unreadable' | 'days_reversed' | 'no_such_annotation';
	  };

/** Annotations that stand, by day. */
export async function annotations(): Promise<KeptAnnotation[]> {
	const standing = new Map<string, KeptAnnotation>();
	for (const event of await eventsOf<AnnotationBody>(['annotation_added', 'annotation_removed'])) {
		const { kind, subject: id, body, person, happenedAt } = event;
		if (kind === 'annotation_removed') standing.delete(id);
		// Those written before an annotation could concern some cases only concern all.
		else standing.set(id, { id, ...body, selection: body.selection ?? '', person, happenedAt });
	}
	return [...standing.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Keeps that something happened. Texts are as a form sends them. */
export async function annotate(
	person: Person,
	given: {
		readonly kind: string;
		readonly label: string;
		readonly day: string;
		readonly lastDay: string;
		readonly selection: string;
	}
): Promise<AnnotationResult> {
	const label = given.label.trim().slice(0, 80);
	if (label === '') return { problem: 'label_missing' };
	const lastDay = given.lastDay === '' ? null : given.lastDay;
	if (!isDay(given.day) || (lastDay !== null && !isDay(lastDay)))
		return { problem: 'day_unreadable' };
	if (lastDay !== null && lastDay < given.day) return { problem: 'days_reversed' };
	const kind = annotationKinds.find((known) => known === given.kind) ?? 'other';
	const id = randomUUID();
	const body: AnnotationBody = { kind, label, day: given.day, lastDay, selection: given.selection };
	await appendEvent(person, 'annotation_added', id, body);
	return { id };
}

/** Takes an annotation off the charts; the record keeps both acts. */
export async function removeAnnotation(person: Person, id: string): Promise<AnnotationResult> {
	if (!(await annotations()).some((one) => one.id === id)) return { problem: 'no_such_annotation' };
	await appendEvent(person, 'annotation_removed', id, {});
	return { id };
}
