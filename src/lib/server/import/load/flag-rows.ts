import { caseFields } from '#lib/measures/case-fields.ts';
import type { WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { rowOf } from '#lib/server/warehouse/rows.ts';
import { columnOf, type GivenColumn, type Plan } from './plan.ts';
import { isLookedUp } from './projection.ts';

/** Columns whose times are read to the day at most: they repeat, and that is no suspicion. */
function hasTimeOfDay(formats: readonly string[]): boolean {
	return formats.some((format) => /%[HIT]|^iso|^excel|^epoch/.test(format));
}

/** Columns whose values are held against each other. */
export function examinedColumns(plan: Plan): readonly GivenColumn[] {
	return plan.given.filter(
		(column) => ['time', 'id'].includes(kindOf(column) ?? '') || isLookedUp(column)
	);
}

function kindOf({ field }: GivenColumn): string | undefined {
	return (caseFields as Readonly<Record<string, string>>)[field];
}

/**
 * Marks rows that look wrong as a group: what a file's own columns tell about each other. Nothing is
 * changed or left out; each mark is counted in the ledger and opens its rows.
 */
export async function flagRows(session: WriteSession, plan: Plan, step: () => void): Promise<void> {
	await session.run('import/make_flags');
	for (const column of examinedColumns(plan)) {
		const kind = kindOf(column);
		step();
		await session.run('import/set_suspect', { field: column.field });
		if (kind === 'time' && column.form?.kind === 'time') {
			if (hasTimeOfDay(column.form.formats) && (await hasCandidates(session)))
				await session.run('import/flag_repeated_time');
			await session.run('import/flag_swapped_days');
			await session.run('import/flag_out_of_range');
		} else if (column.field === 'case_no' || column.field === 'order_no') {
			await session.run('import/flag_lost_digits');
		} else if (kind === 'text') {
			await session.run('import/flag_unmatched');
		}
	}
	if (statesWhatItMeasures(plan)) {
		await session.run('import/set_suspect', { field: 'received_at' });
		await session.run('import/flag_stated_durations');
	}
	if (!columnOf(plan, 'case_no')) await session.run('import/flag_identical');
	else await session.run('import/flag_repeated_ids');
	await session.run('import/list_flags');
}

/** The file gives a duration and both times it lies between. */
function statesWhatItMeasures(plan: Plan): boolean {
	const has = (field: string) => columnOf(plan, field) !== undefined;
	return (
		has('received_at') &&
		((has('first_response_minutes') && has('first_response_at')) ||
			(has('resolution_minutes') && (has('resolved_at') || has('closed_at'))))
	);
}

/** Counting every value of a column is dear in a large file, and hardly any has one that stands out. */
async function hasCandidates(session: WriteSession): Promise<boolean> {
	const answer = await session.ask('import/repeated_candidates');
	return rowOf<{ candidates: number }>(answer).candidates > 0;
}
