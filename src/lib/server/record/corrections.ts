import type { CorrectableField } from '#lib/measures/correctable-fields.ts';
import type { Person } from '#lib/server/access/person.ts';
import { warehouse } from '#lib/server/state/state.ts';
import type { Session } from '#lib/server/warehouse/port.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { timeCases } from '#lib/server/timing/time-cases.ts';
import { applyCorrections, withdrawCorrections } from './apply-corrections.ts';
import { categoryChoices } from './category-choices.ts';
import type { RecordedEvent } from './event.ts';
import { appendEvent, eventsOf } from './record.ts';

export interface CaseKey {
	readonly source: string;
	readonly caseNo: string;
}

export interface CorrectionBody {
	readonly source: string;
	readonly case_no: string;
	readonly field: CorrectableField;
	/** Null: corrected to blank. */
	readonly value: string | null;
	/** What the case said when it was corrected, and what its logs said. */
	readonly was: string | null;
	readonly log_value: string | null;
	readonly reason?: string;
	/** Act this one went along with: a subcategory belongs to its category. */
	readonly along_with?: 'category';
}

/** A correction as it lies over a case. */
export interface AppliedCorrection {
	readonly field: CorrectableField;
	readonly value: string | null;
	/** What the logs say now. */
	readonly log_value: string | null;
	readonly number: number;
}

export type CorrectionResult =
	| { readonly changed: number; readonly along?: readonly number[] }
	/** The case says something else than the person saw: somebody was faster. */
	| { readonly problem: 'changed_meanwhile'; readonly present: string | null }
	| { readonly problem: 'no_such_case' | 'nothing_changed' | 'not_corrected' };

/**
 * Corrects one field: the act is kept in the record, lies over the case and is seen by every question
 * when this returns.
 *
 * A subcategory does not outlive its category in silence: unless the log knows it beneath the new one,
 * it is corrected along with it, to the one given or to blank, as an act of its own.
 *
 * @param seen the value the person saw; if the case says another by now, nothing is done
 */
export function correctCase(
	person: Person,
	key: CaseKey,
	change: {
		readonly field: CorrectableField;
		readonly value: string | null;
		readonly seen: string | null;
		readonly reason?: string;
		/** With a category: the subcategory that goes with it; absent: as above. */
		readonly subcategory?: string;
	}
): Promise<CorrectionResult> {
	return act(key, change.field, async (present, applied, session, all) => {
		if (present !== change.seen) return { problem: 'changed_meanwhile', present };
		if (present === change.value) return { problem: 'nothing_changed' };
		const along: number[] = [];
		if (change.field === 'category') {
			const beneath = await beneathOf(session, key, change.value, change.subcategory);
			if (beneath) {
				const earlier = all.find(({ field }) => field === 'subcategory');
				along.push(
					await append('subcategory', beneath.value, beneath.was, earlier, {
						along_with: 'category'
					})
				);
			}
		}
		const changed = await append(change.field, change.value, present, applied);
		return { changed, ...(along.length > 0 && { along }) };
	});

	function append(
		field: CorrectableField,
		value: string | null,
		was: string | null,
		applied: AppliedCorrection | undefined,
		more: Pick<CorrectionBody, 'along_with'> = {}
	): Promise<number> {
		return appendEvent(person, 'case_corrected', subjectOf(key), {
			source: key.source,
			case_no: key.caseNo,
			field,
			value,
			was,
			log_value: applied ? applied.log_value : was,
			...(change.reason ? { reason: change.reason } : {}),
			...more
		} satisfies CorrectionBody);
	}
}

/** What becomes of the subcategory when a case gets another category; null: it stays. */
async function beneathOf(
	session: Session,
	key: CaseKey,
	category: string | null,
	given: string | undefined
): Promise<{ readonly value: string | null; readonly was: string | null } | null> {
	const was = (await valueOf(session, key, 'subcategory')) ?? null;
	if (given !== undefined) return given === was ? null : { value: given, was };
	if (was === null) return null;
	const choices = await categoryChoices(session, key.source);
	const known = choices.find((choice) => choice.category === category)?.subcategories ?? [];
	return known.includes(was) ? null : { value: null, was };
}

/**
 * Takes a correction back: the case says what its logs say. The subcategory a category took along goes
 * back with it.
 *
 * @param number the event the person saw standing; if another stands by now, nothing is done
 */
export function withdrawCorrection(
	person: Person,
	key: CaseKey,
	change: { readonly field: CorrectableField; readonly number: number }
): Promise<CorrectionResult> {
	return act(key, change.field, async (present, applied, session, all) => {
		if (!applied) return { problem: 'not_corrected' };
		if (applied.number !== change.number) return { problem: 'changed_meanwhile', present };
		const along: number[] = [];
		const beneath = all.find(({ field }) => field === 'subcategory');
		if (change.field === 'category' && beneath && (await wentAlong(key, beneath.number)))
			along.push(await append(beneath, (await valueOf(session, key, 'subcategory')) ?? null));
		const changed = await append(applied, present);
		return { changed, ...(along.length > 0 && { along }) };
	});

	function append(applied: AppliedCorrection, was: string | null): Promise<number> {
		return appendEvent(person, 'case_correction_withdrawn', subjectOf(key), {
			source: key.source,
			case_no: key.caseNo,
			field: applied.field,
			value: applied.log_value,
			was,
			log_value: applied.log_value
		} satisfies CorrectionBody);
	}
}

async function wentAlong(key: CaseKey, number: number): Promise<boolean> {
	const events = await correctionEvents(key);
	return events.find((event) => event.number === number)?.body.along_with === 'category';
}

/** Corrections that lie over a case. */
export async function correctionsOf(key: CaseKey): Promise<AppliedCorrection[]> {
	const store = await warehouse();
	return rowsOf(await store.ask('record/case_corrections', { parameters: parametersOf(key) }));
}

/** Everything people did to a case, in order. */
export function correctionEvents(key: CaseKey): Promise<RecordedEvent<CorrectionBody>[]> {
	return eventsOf(['case_corrected', 'case_correction_withdrawn'], subjectOf(key));
}

/** One act under the warehouse's write turn: what is compared cannot change before it is applied. */
async function act(
	key: CaseKey,
	field: CorrectableField,
	decide: (
		present: string | null,
		applied: AppliedCorrection | undefined,
		session: Session,
		all: readonly AppliedCorrection[]
	) => Promise<CorrectionResult>
): Promise<CorrectionResult> {
	const store = await warehouse();
	return store.write(async (session) => {
		const parameters = parametersOf(key);
		const present = await valueOf(session, key, field);
		if (present === undefined) return { problem: 'no_such_case' };
		const applied = rowsOf<AppliedCorrection>(
			await session.ask('record/case_corrections', parameters)
		);
		const result = await decide(
			present,
			applied.find((correction) => correction.field === field),
			session,
			applied
		);
		if ('problem' in result) return result;
		await withdrawCorrections(session);
		await applyCorrections(session);
		await timeCases(session);
		await session.run('import/raise_version');
		return result;
	});
}

/** What a field of the case says now; undefined where there is no such case. */
async function valueOf(
	session: Session,
	key: CaseKey,
	field: CorrectableField
): Promise<string | null | undefined> {
	const parameters = { ...parametersOf(key), field };
	const answer = await session.ask('record/case_value', parameters);
	return rowsOf<{ value: string | null }>(answer)[0]?.value;
}

function parametersOf({ source, caseNo }: CaseKey): { source: string; case_no: string } {
	return { source, case_no: caseNo };
}

function subjectOf({ source, caseNo }: CaseKey): string {
	return JSON.stringify([source, caseNo]);
}
