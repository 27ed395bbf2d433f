import { allocate } from '#lib/audit/allocation.ts';
import type { DrawnBody } from '#lib/audit/audit.ts';
import { formatFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { Person } from '#lib/server/access/person.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { asking } from './ask.ts';
import { scopeOf } from './scope.ts';

/** What is drawn: from which cases, in strata of what, how many, by which seed. */
export interface DrawChoice {
	readonly filter: Filter;
	readonly by: Dimension;
	readonly size: number;
	readonly seed: string;
}

export type Drawn = Omit<DrawnBody, 'checklist'>;
export type DrawProblem =
	| { readonly problem: 'no_cases' }
	| { readonly problem: 'too_many_strata'; readonly strata: number };

/** The same choice of cases, of those that are closed. */
export function closedCases(filter: Filter): Filter {
	return { ...filter, states: ['resolved', 'time_missing'], comparison: 'none' };
}

/** Draws a stratified random sample of closed cases. The same seed on the same data draws the same. */
export async function drawSample(
	person: Person,
	{ filter, by, size, seed }: DrawChoice,
	signal?: AbortSignal
): Promise<Drawn | DrawProblem> {
	const scope = await scopeOf(person, closedCases(filter), signal);
	if (!scope.log) return { problem: 'no_cases' };
	const asked = asking(scope, { dimension: by });
	const values = rowsOf<ValueRow>(await scope.warehouse.ask('scope/dimension_values', asked));
	if (values.length === 0) return { problem: 'no_cases' };
	const sizes = values.map(({ value, cases }) => ({ value: value ?? '', cases }));
	const places = allocate(sizes, size);
	if (!places) return { problem: 'too_many_strata', strata: sizes.length };
	const strata = sizes.map((stratum, at) => ({ ...stratum, drawn: places[at] ?? 0 }));
	const wanted = Object.fromEntries(strata.map(({ value, drawn }) => [value, drawn]));
	const parameters = { dimension: by, seed, places: JSON.stringify(wanted) };
	const answer = await scope.warehouse.ask('audits/draw', asking(scope, parameters));
	const { days } = scope.log;
	return {
		since: days.since,
		until: days.until,
		// The days as they are today: a named period would mean others tomorrow.
		filter: formatFilter({ ...scope.filter, period: days }).toString(),
		by,
		seed,
		strata,
		cases: rowsOf<Row>(answer).map(({ source, case_no: caseNo, stratum }) => ({
			source,
			caseNo,
			stratum
		})),
		dataVersion: scope.dataVersion
	};
}

interface ValueRow {
	readonly value: string | null;
	readonly cases: number;
}
interface Row {
	readonly source: string;
	readonly case_no: string;
	readonly stratum: string;
}
