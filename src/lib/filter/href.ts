import type { Dimension } from '#lib/measures/case-fields.ts';
import { formatFilter } from './codec.ts';
import type { Filter } from './filter.ts';

/** Pages that take a filter. */
export const filteredPages = [
	'/',
	'/categories',
	'/satisfaction',
	'/timeliness',
	'/control',
	'/drivers',
	'/themes',
	'/forecast',
	'/cases',
	'/improvements/new',
	'/improvements/cases',
	'/measures/new'
] as const;
export type FilteredPage = (typeof filteredPages)[number];

/** Address of a page showing what the filter means; `own` holds the page's own choices (sort, dimension …). */
export function pageHref(
	page: FilteredPage,
	filter: Filter,
	own: Readonly<Record<string, string | undefined>> = {}
): string {
	return page + query(filter, own);
}

/** The cases a number counts. */
export function casesHref(filter: Filter): string {
	return pageHref('/cases', filter);
}

/** The cases of all values of a dimension but those chosen; which these are is looked up there. */
export function otherCasesHref(filter: Filter, by: Dimension): string {
	return `/cases/others${query(filter, { by })}`;
}

/** Every case a filter means, as a file. */
export function casesExportHref(filter: Filter, format: 'csv' | 'xlsx'): string {
	return '/api/cases' + query(filter, { format });
}

/** One case. Source and number are user text and may hold any character. */
export function caseHref(source: string, caseNo: string): string {
	return `/cases/${encodeURIComponent(source)}/${encodeURIComponent(caseNo)}`;
}

/** Chart data. `version` is the data version the page was made from: an old one is answered 409. */
function answerHref(
	question: string,
	filter: Filter,
	own: Readonly<Record<string, string | undefined>> = {}
): string {
	return `/api/answers/${question}` + query(filter, own);
}

/** The same data as a file. */
export function answerCsvHref(
	question: string,
	filter: Filter,
	dataVersion: number,
	own: Readonly<Record<string, string | undefined>> = {}
): string {
	return answerHref(question, filter, { ...own, format: 'csv', version: String(dataVersion) });
}

/** Where one notes what happened on a day, so that every chart over time shows it. */
export function noteHref(filter: Filter, day: string): string {
	return `${pageHref('/control', filter, { note: day })}#notes`;
}

/** The same answer as another kind of file. */
export function inFormat(csvHref: string, format: 'xlsx' | 'parquet'): string {
	return csvHref.replace('format=csv', `format=${format}`);
}

function query(filter: Filter, own: Readonly<Record<string, string | undefined>>): string {
	const parameters = formatFilter(filter);
	for (const [name, value] of Object.entries(own))
		if (value !== undefined && value !== '') parameters.set(name, value);
	const text = parameters.toString();
	return text === '' ? '' : `?${text}`;
}
