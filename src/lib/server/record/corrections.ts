import type { CorrectableField } from '#lib/measures/correctable-fields.ts';
import type { Person } from '#lib/server/access/person.ts';
import { warehouse } from '#lib/server/state/state.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { applyCorrections, withdrawCorrections } from './apply-corrections.ts';
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
	| { readonly changed: number }
	/** The case says something else than the person saw: somebody was faster. */
	| { readonly problem: 'changed_meanwhile'; readonly present: string | null }
	| { readonly problem: 'no_such_case' | 'nothing_changed' | 'not_corrected' };

/**
 * Corrects one field: the act is kept in the record, lies over the case and is seen by every question
 * when this returns.
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
	}
): Promise<CorrectionResult> {
	return act(key, change.field, async (present, applied) => {
		if (present !== change.seen) return { problem: 'changed_meanwhile', present };
		if (present === change.value) return { problem: 'nothing_changed' };
		return {
			changed: await appendEvent(person, 'case_corrected', subjectOf(key), {
				source: key.source,
				case_no: key.caseNo,
				field: change.field,
				value: change.value,
				was: present,
				log_value: applied ? applied.log_value : present,
				...(change.reason ? { reason: change.reason } : {})
			} satisfies CorrectionBody)
		};
	});
}

/**
 * Takes a correction back: the case says what its logs say.
 *
 * @param number the event the person saw standing; if another stands by now, nothing is done
 */
export function withdrawCorrection(
	person: Person,
	key: CaseKey,
	change: { readonly field: CorrectableField; readonly number: number }
): Promise<CorrectionResult> {
	return act(key, change.field, async (present, applied) => {
		if (!applied) return { problem: 'not_corrected' };
		if (applied.number !== change.number) return { problem: 'changed_meanwhile', present };
		return {
			changed: await appendEvent(person, 'case_correction_withdrawn', subjectOf(key), {
				source: key.source,
				case_no: key.caseNo,
				field: change.field,
				value: applied.log_value,
				was: present,
				log_value: applied.log_value
			} satisfies CorrectionBody)
		};
	});
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
		applied: AppliedCorrection | undefined
	) => Promise<CorrectionResult>
): Promise<CorrectionResult> {
	const store = await warehouse();
	return store.write(async (session) => {
		const parameters = parametersOf(key);
		const [row] = rowsOf<{ value: string | null }>(
			await session.ask('record/case_value', { ...parameters, field })
		);
		if (!row) return { problem: 'no_such_case' };
		const applied = rowsOf<AppliedCorrection>(
			await session.ask('record/case_corrections', parameters)
		);
		const result = await decide(
			row.value,
			applied.find((correction) => correction.field === field)
		);
		if ('problem' in result) return result;
		await withdrawCorrections(session);
		await applyCorrections(session);
		await session.run('import/raise_version');
		return result;
	});
}

function parametersOf({ source, caseNo }: CaseKey): { source: string; case_no: string } {
	return { source, case_no: caseNo };
}

function subjectOf({ source, caseNo }: CaseKey): string {
	return JSON.stringify([source, caseNo]);
}
