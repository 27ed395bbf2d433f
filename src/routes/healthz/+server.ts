import { json } from '@sveltejs/kit';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request }) => {
	const scope = await scopeOf(localPerson, emptyFilter, request.signal);
	return json(
		{
			status: 'ok',
			version: packageFile.version,
			dataVersion: scope.dataVersion,
			cases: scope.log?.cases ?? 0
		},
		{ headers: { 'cache-control': 'no-store' } }
	);
};
