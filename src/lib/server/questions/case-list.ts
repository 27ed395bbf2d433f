import {
	numberSorts,
	type CaseList,
	type CasePlace,
	type CaseSort
} from '#lib/filter/case-list.ts';
import type { Parameters } from '#lib/server/warehouse/port.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { asking } from './ask.ts';
import type { CaseRow } from './case-row.ts';
import type { Scope } from './scope.ts';

/** One page of a list, and the places before and after it; null where the list ends. */
export interface CasePage {
	readonly rows: readonly CaseRow[];
	readonly previous: CasePlace | null;
	readonly next: CasePlace | null;
}

/**
 * The cases at a place of a list. Keyset paging: a page is found by the values of the case before it,
 * so the last page costs what the first one does and a load in between shifts nothing.
 *
 * @param rows most cases on the page
 */
export async function listCases(
	scope: Scope,
	list: Pick<CaseList, 'sort' | 'descending' | 'turn'>,
	rows: number
): Promise<CasePage> {
	if (scope.log === null) return { rows: [], previous: null, next: null };
	const back = list.turn?.way === 'before';
	const found = await scope.warehouse.read(asking(scope), async (session) => {
		await session.run('cases/set_sort', { sort: list.sort });
		await session.run('cases/set_sort_kind', { is_number: isNumberSort(list.sort) });
		await session.run('cases/set_direction', { descending: list.descending });
		// One more than is shown tells whether the list goes on.
		const place = { ...placeParameters(list), rows: rows + 1 };
		return rowsOf<CaseRow>(
			back
				? await session.ask('cases/before', place)
				: await session.ask('cases/after', { ...place, anchored: list.turn !== null })
		);
	});
	const goesOn = found.length > rows;
	const shown = back ? found.slice(goesOn ? 1 : 0) : found.slice(0, rows);
	const [first, last] = [shown[0], shown.at(-1)];
	const before = back ? goesOn : list.turn !== null;
	const after = back ? true : goesOn;
	return {
		rows: shown,
		previous: before && first ? placeOf(first, list.sort) : null,
		next: after && last ? placeOf(last, list.sort) : null
	};
}

function placeOf(row: CaseRow, sort: CaseSort): CasePlace {
	return { value: row[sort], source: row.source, caseNo: row.case_no };
}

function isNumberSort(sort: CaseSort): boolean {
	return (numberSorts as readonly string[]).includes(sort);
}

/** The keys of a place as `ordered_selection` makes them. */
function placeParameters({
	sort,
	descending,
	turn
}: Pick<CaseList, 'sort' | 'descending' | 'turn'>): Parameters {
	const value = turn?.place.value ?? null;
	const isNumber = isNumberSort(sort);
	const number = isNumber && value !== null ? Number(value) : 0;
	const text = isNumber || value === null ? '' : String(value);
	return {
		missing: value === null,
		number: descending ? -number : number,
		text_up: descending ? '' : text,
		text_down: descending ? text : '',
		source: turn?.place.source ?? '',
		case_no: turn?.place.caseNo ?? ''
	};
}
