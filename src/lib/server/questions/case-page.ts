import { shiftDay } from '#lib/filter/codec.ts';
import { emptyFilter, type Filter, type State } from '#lib/filter/filter.ts';
import { maskAddress, maskEmail, maskName, maskPhone } from '#lib/format/mask-contact.ts';
import { maskText } from '#lib/format/mask.ts';
import { contactFields, type ContactField } from '#lib/measures/case-fields.ts';
import type { Person } from '#lib/server/access/person.ts';
import {
	correctionEvents,
	correctionsOf,
	type AppliedCorrection,
	type CaseKey,
	type CorrectionBody
} from '#lib/server/record/corrections.ts';
import { categoryChoices, type CategoryChoice } from '#lib/server/record/category-choices.ts';
import type { RecordedEvent } from '#lib/server/record/event.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { ask, asking } from './ask.ts';
import { extraOf, type CaseRow } from './case-row.ts';
import { caseCount } from './cases.ts';
import { namedFilter } from './named-filter.ts';
import { scopeOf, type Scope } from './scope.ts';

/** Another case with the same problem. */
export interface Neighbour {
	readonly source: string;
	readonly case_no: string;
	readonly received_at: number;
	readonly product: string | null;
	readonly state: State;
	readonly satisfaction: number | null;
	readonly narrative: string | null;
	readonly same_product: boolean;
}

/** What one load said of the case. */
export interface CaseVersion {
	readonly loadId: number;
	readonly file: string;
	/** Milliseconds UTC. */
	readonly loadedAt: number;
	readonly line: number | null;
	/** Fields whose value differs from the version before, free text masked. */
	readonly changed: Readonly<Record<string, string | null>>;
}

export interface CaseFacts {
	/** Free text masked. */
	readonly row: Omit<CaseRow, 'extra'>;
	/** The log's further columns; `exact` where nothing is masked, so that the value may stand in a link. */
	readonly extra: readonly {
		readonly name: string;
		readonly value: string;
		readonly exact: boolean;
	}[];
	/** Fields the logs of this source hold; others can only be blank. */
	readonly held: readonly string[];
	/** Instant the source tells up to, milliseconds UTC. */
	readonly asOf: number;
	readonly dataVersion: number;
	readonly corrections: readonly AppliedCorrection[];
	readonly events: readonly RecordedEvent<CorrectionBody>[];
	readonly versions: readonly CaseVersion[];
	/** How the customer can be reached, masked. */
	readonly contact: readonly { readonly field: ContactField; readonly masked: string }[];
	/** The nearest of the others around. */
	readonly neighbours: readonly Neighbour[];
	/** All cases with the same problem in the weeks around, this one included. */
	readonly around: { readonly filter: Filter; readonly cases: number } | null;
	/** What it may be filed under. */
	readonly categories: readonly CategoryChoice[];
}

const daysAround = 15;
const mostNeighbours = 6;

/** Everything the page of one case shows; null where the person can see no such case. */
export async function caseFacts(
	person: Person,
	key: CaseKey,
	signal?: AbortSignal
): Promise<CaseFacts | null> {
	const scope = await scopeOf(person, { ...emptyFilter, sources: [key.source] }, signal);
	if (scope.log === null || !scope.sources.includes(key.source)) return null;
	const found = await scope.warehouse.ask('cases/one', {
		...asking(scope, { case_no: key.caseNo }),
		filters: { selection: namedFilter(emptyFilter, null, [key.source]) }
	});
	const [row] = rowsOf<CaseRow>(found);
	if (!row) return null;
	const [corrections, events, versions, contact, near, categories] = await Promise.all([
		correctionsOf(key),
		correctionEvents(key),
		versionsOf(scope, key),
		contactOf(scope, key),
		casesAround(scope, row),
		scope.warehouse.read(asking(scope), (session) => categoryChoices(session, key.source))
	]);
	const { extra: _, ...fields } = row;
	return {
		row: { ...fields, narrative: masked(row.narrative), evidence: masked(row.evidence) },
		extra: Object.entries(extraOf(row)).map(([name, value]) => ({
			name,
			value: maskText(value),
			exact: maskText(value) === value
		})),
		held: scope.columns,
		asOf: scope.log.asOf,
		dataVersion: scope.dataVersion,
		corrections,
		events,
		versions,
		contact,
		...near,
		categories
	};
}

const contactMasks: Readonly<Record<ContactField, (text: string) => string>> = {
	customer_name: maskName,
	customer_phone: maskPhone,
	customer_email: maskEmail,
	customer_address: maskAddress
};

async function contactOf(scope: Scope, key: CaseKey): Promise<CaseFacts['contact']> {
	const answer = await scope.warehouse.ask('cases/contact', {
		...asking(scope, { case_no: key.caseNo }),
		filters: { selection: namedFilter(emptyFilter, null, [key.source]) }
	});
	const [row] = rowsOf<Readonly<Record<ContactField, string | null>>>(answer);
	return contactFields.flatMap((field) => {
		const text = row?.[field];
		return text ? [{ field, masked: contactMasks[field](text) }] : [];
	});
}

function masked(text: string | null): string | null {
	return text === null ? null : maskText(text);
}

/** The problem of a case as a filter; null where the log does not say. */
function problemOf({ category, subcategory }: CaseRow): Filter['dimensions'] | null {
	if (subcategory === null && category === null) return null;
	return {
		...(category === null ? {} : { category: [category] }),
		...(subcategory === null ? {} : { subcategory: [subcategory] })
	};
}

/** Cases with the same problem in the same log in the weeks around: how many, and the nearest of them. */
async function casesAround(
	{ person, signal }: Scope,
	row: CaseRow
): Promise<Pick<CaseFacts, 'neighbours' | 'around'>> {
	const dimensions = problemOf(row);
	if (!dimensions) return { neighbours: [], around: null };
	const filter: Filter = {
		...emptyFilter,
		sources: [row.source],
		dimensions,
		period: {
			since: shiftDay(row.received_day, -daysAround),
			until: shiftDay(row.received_day, daysAround + 1)
		}
	};
	const scope = await scopeOf(person, filter, signal);
	const [[counted], nearest] = await Promise.all([
		ask(scope, caseCount),
		scope.warehouse.ask(
			'cases/neighbours',
			asking(scope, {
				case_no: row.case_no,
				product: row.product,
				received_at: new Date(row.received_at).toISOString().slice(0, 23),
				rows: mostNeighbours
			})
		)
	]);
	return {
		around: { filter, cases: counted?.cases ?? 0 },
		neighbours: rowsOf<Neighbour>(nearest).map((near) => ({
			...near,
			narrative: masked(near.narrative)
		}))
	};
}

interface VersionRow {
	readonly load_id: number;
	readonly file: string;
	readonly loaded_at: number;
	readonly file_line: number | null;
	readonly given: string;
}

/** What each load said, as changes on the one before. */
async function versionsOf(scope: Scope, key: CaseKey): Promise<CaseVersion[]> {
	const parameters = { source: key.source, case_no: key.caseNo };
	const rows = rowsOf<VersionRow>(
		await scope.warehouse.ask('import/case_versions', asking(scope, parameters))
	);
	let before: Readonly<Record<string, unknown>> = {};
	return rows.map((row, index) => {
		const given = { ...before, ...(JSON.parse(row.given) as Record<string, unknown>) };
		const names =
			index === 0 ? [] : Object.keys(given).filter((name) => differ(given[name], before[name]));
		before = given;
		return {
			loadId: row.load_id,
			file: row.file,
			loadedAt: row.loaded_at,
			line: row.file_line,
			changed: Object.fromEntries(names.map((name) => [name, textOf(given[name])]))
		};
	});
}

function differ(a: unknown, b: unknown): boolean {
	return JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
}

function textOf(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	return maskText(typeof value === 'string' ? value : JSON.stringify(value));
}
