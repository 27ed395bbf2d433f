import { columnTitle } from '#lib/components/cases/case-value.ts';
import { formatCaseList, parseCaseList } from '#lib/filter/case-list.ts';
import { formatFilter, parseFilter } from '#lib/filter/codec.ts';
import { wallTime } from '#lib/format/instant.ts';
import * as m from '#lib/messages/generated/messages.js';
import { disposition } from '#lib/server/http/disposition.ts';
import { problem } from '#lib/server/http/problem.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { csvOfCases } from '#lib/server/questions/case-csv.ts';
import { exportCases } from '#lib/server/questions/case-export.ts';
import { caseJson } from '#lib/server/questions/case-json.ts';
import { listCases } from '#lib/server/questions/case-list.ts';
import { xlsxOfCases } from '#lib/server/questions/case-xlsx.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf, type Scope } from '#lib/server/questions/scope.ts';
import type { RequestHandler } from './$types';

const mostOnPage = 1000;
const usualOnPage = 100;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET: RequestHandler = async ({ url, locals, request }) => {
	const { filter, problems } = parseFilter(url.searchParams);
	if (problems.length > 0) return problem(400, 'unreadable_filter', { problems });
	const scope = await scopeOf(locals.person, filter, request.signal);
	switch (url.searchParams.get('format') ?? 'json') {
		case 'json':
			return jsonPage(scope, url);
		case 'csv':
			return file(scope, 'csv', request.method);
		case 'xlsx':
			return file(scope, 'xlsx', request.method);
		default:
			return problem(400, 'unknown_format', { format: url.searchParams.get('format') });
	}
};

/** One page of cases, with the address of the next. */
async function jsonPage(scope: Scope, url: URL): Promise<Response> {
	const limit = Number(url.searchParams.get('limit') ?? usualOnPage);
	if (!Number.isInteger(limit) || limit < 1 || limit > mostOnPage)
		return problem(400, 'unreadable_limit', { limit: url.searchParams.get('limit') });
	const { list, problems } = parseCaseList(url.searchParams);
	if (problems.length > 0) return problem(400, 'unreadable_list', { problems });
	const [[counted], page] = await Promise.all([
		ask(scope, caseCount),
		listCases(scope, list, limit)
	]);
	const turned = (way: 'after' | 'before', place: typeof page.next) => {
		if (place === null) return null;
		const parameters = formatFilter(scope.filter);
		const own = formatCaseList({ ...list, columns: null, page: 1, turn: { way, place } });
		for (const [name, value] of Object.entries(own)) if (value) parameters.set(name, value);
		if (limit !== usualOnPage) parameters.set('limit', String(limit));
		return `/api/cases?${parameters.toString()}`;
	};
	return Response.json(
		{
			count: counted?.cases ?? 0,
			dataVersion: scope.dataVersion,
			cases: page.rows.map(caseJson),
			previous: turned('before', page.previous),
			next: turned('after', page.next)
		},
		{ headers: { 'cache-control': 'private, no-cache', vary: 'cookie' } }
	);
}

/** All cases as a file whose name says how many rows it has, when and by whom it was made. */
async function file(scope: Scope, format: 'csv' | 'xlsx', method: string): Promise<Response> {
	const exported = await exportCases(scope);
	const titles = exported.columns.map(({ name }) => columnTitle(name));
	// Of a HEAD nobody reads the body: the query behind it ends here.
	if (method === 'HEAD') await exported.pieces[Symbol.asyncIterator]().return?.();
	const body =
		format === 'csv'
			? csvOfCases(exported, titles)
			: xlsxOfCases(exported, titles, m.cases_sheet({ count: exported.count }));
	const { day, time } = wallTime(Date.now(), scope.zone);
	const name = m.cases_file({
		count: exported.count,
		made: `${day}-${time.replace(':', '')}`,
		person: scope.person.name || m.shell_person_local()
	});
	return new Response(body, {
		headers: {
			'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : xlsxType,
			'content-disposition': disposition(`${name}.${format}`, `cases.${format}`),
			'x-row-count': String(exported.count),
			'cache-control': 'no-store'
		}
	});
}
