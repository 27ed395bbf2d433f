import type { WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import type { Canonical } from '../read/canonical.ts';
import type { LedgerWarning } from '../ledger-entry.ts';
import { columnOf, type Plan } from './plan.ts';

/** Fields a suspicion that follows from a case's values is about. */
const ownFields: Readonly<Record<string, readonly string[]>> = {
	negative_first_response: ['first_response_at', 'first_response_minutes'],
	negative_resolution: ['resolved_at', 'closed_at', 'resolution_minutes'],
	closed_without_end: ['status']
};

/** A suspicion about a row that either of two columns may raise names the column only where one is given. */
const eitherField: Readonly<Record<string, readonly string[]>> = {
	stated_duration_differs: ['first_response_minutes', 'resolution_minutes']
};

/**
 * The warnings of a load: what reading the file found, then what its cases carry, counted as the filter
 * by load and warning opens them.
 */
export async function warningsOf(
	session: WriteSession,
	plan: Plan,
	canonical: Canonical,
	loadId: number
): Promise<LedgerWarning[]> {
	const ofFile = canonical.warnings.map(({ code, column, count }) => ({
		code,
		column: column === undefined ? null : (canonical.columns[column] ?? null),
		count
	}));
	if (plan.kind === 'orders') {
		const counted = rowsOf<{ code: string; count: number }>(
			await session.ask('import/order_warnings')
		);
		return [...ofFile, ...counted.map((warning) => ({ ...warning, column: null }))];
	}
	const counted = rowsOf<{ flag: string; cases: number }>(
		await session.ask('import/warning_counts', { load_id: loadId })
	);
	const ofCases = counted.map(({ flag, cases }) => warningOf(plan, flag, cases));
	// Where reading saw what cases carry too, the finding that opens its cases is the one to show.
	const carried = new Set(ofCases.map(({ code, column }) => `${code} ${column ?? ''}`));
	return [
		...ofFile.filter(({ code, column }) => !carried.has(`${code} ${column ?? ''}`)),
		...ofCases
	];
}

function warningOf(plan: Plan, flag: string, count: number): LedgerWarning {
	const [code = flag, field, ...value] = flag.split(':');
	const fields = field === undefined ? (ownFields[code] ?? []) : [field];
	const either = (eitherField[code] ?? []).filter((name) => columnOf(plan, name));
	const column = (either.length === 1 ? either : fields)
		.map((name) => columnOf(plan, name)?.name)
		.find((name) => name !== undefined);
	return {
		code,
		column: column ?? null,
		count,
		rows: flag,
		...(value.length > 0 && { value: value.join(':') })
	};
}
