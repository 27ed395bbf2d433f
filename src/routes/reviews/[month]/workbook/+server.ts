import { error } from '@sveltejs/kit';
import * as m from '#lib/messages/generated/messages.js';
import { disposition } from '#lib/server/http/disposition.ts';
import { xlsxType } from '#lib/server/questions/answer-xlsx.ts';
import { monthNamed, versionAsked } from '../month-page.ts';
import { workbookOf } from '../workbook.ts';
import type { RequestHandler } from './$types';

/** Every table of the review and the data of its charts, as a workbook. */
export const GET: RequestHandler = async ({ params, url, locals, request }) => {
	const month = monthNamed(params.month);
	const { person, locale } = locals;
	const version = versionAsked(url);
	const { signal } = request;
	const made = month && (await workbookOf(person, month, locale, { signal, version }));
	if (!made) error(404, m.monthly_not_found());
	return new Response(made.bytes, {
		headers: {
			'content-type': xlsxType,
			'content-disposition': disposition(made.name, `review-${params.month}.xlsx`),
			'cache-control': 'no-store'
		}
	});
};
