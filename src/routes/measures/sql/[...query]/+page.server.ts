import { error } from '@sveltejs/kit';
import * as m from '#lib/messages/generated/messages.js';
import { questions } from '#lib/server/questions/catalogue.ts';
import { queryText } from '#lib/server/warehouse/query-files.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	// Only what a question can be asked for; never a path from the address.
	const asked = questions.get(params.query);
	if (!asked) error(404, m.measures_sql_unknown({ query: params.query }));
	return { query: asked.id, text: queryText(asked.id), columns: Object.entries(asked.columns) };
};
