import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { asking } from './ask.ts';
import type { Scope } from './scope.ts';

/** A case as the palette names it. */
export interface FoundCase {
	readonly source: string;
	readonly case_no: string;
	readonly order_no: string | null;
	readonly received_day: string | null;
	readonly category: string | null;
	readonly subcategory: string | null;
}

/** With fewer characters half the log would begin like it. */
const fewestCharacters = 3;

/** Cases whose number or order number begins with what was typed. */
export async function findCases(
	scope: Scope,
	text: string,
	rows: number
): Promise<readonly FoundCase[]> {
	if (scope.log === null || text.length < fewestCharacters) return [];
	return rowsOf<FoundCase>(
		await scope.warehouse.ask('cases/by_number', asking(scope, { text, rows }))
	);
}
