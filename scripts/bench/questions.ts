import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { asking } from '#lib/server/questions/ask.ts';
import { questions } from '#lib/server/questions/catalogue.ts';
import { withPart } from '#lib/server/questions/own-scope.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { closeWarehouse, warehouse } from '#lib/server/state/state.ts';
import { rank, timed, type Figure } from './figure.ts';

const runs = 9;

/**
 * Every question as the server asks it (connection, filter, query, cells) against its own text run on a
 * bare connection, where `selection` is a view with the same days written out as literals.
 */
export async function measureQuestions(folder: string): Promise<Figure[]> {
	process.env.REDRESS_DATA = folder;
	const store = await warehouse();
	// Own measures ask for the part their conditions choose: here all cases.
	const scope = await withPart(await scopeOf(localPerson, emptyFilter), emptyFilter);
	if (!scope.log) throw new Error('the bench warehouse is empty');
	const { filters, days, comparison } = scope.log;
	const before = comparison?.days ?? { since: days.since, until: days.since };
	const figures: Figure[] = [];
	for (const asked of questions.values()) {
		const parameters = Object.fromEntries(
			Object.entries(asked.parameters).map(([name, spec]) => [name, spec.initial])
		);
		const ours = await timed(runs, () => store.ask(asked.id, asking(scope, parameters)));
		const bare = await store.read({ filters }, async (session) => {
			await session.run('bench/bare_selections', {
				since: days.since,
				until: days.until,
				before_since: before.since,
				before_until: before.until
			});
			await session.run('bench/bare_views');
			return timed(runs, () => session.run(asked.id, parameters));
		});
		figures.push({
			name: asked.id,
			value: rank(ours, 0.5),
			unit: 'ms',
			p95: rank(ours, 0.95),
			ratio: rank(ours, 0.5) / rank(bare, 0.5),
			aim: '≤ 1.3 at 1 M rows'
		});
	}
	await closeWarehouse();
	return figures;
}
