import { rowOf } from '#lib/server/warehouse/rows.ts';
import type { WriteSession } from '#lib/server/warehouse/duckdb.ts';
import { columnOf, type Plan } from './plan.ts';
import { distinctValuesSql, isLookedUp, rawRowsSql, stagedSql } from './projection.ts';
import { readWords } from './read-words.ts';
import { formatGroups } from './time-columns.ts';
import { zoneRule, type ZoneRule } from './zone.ts';

/** Words sent to the engine at a time. */
const batch = 20_000;

/**
 * Reads the canonical file of `set_import` into the temp table `staged`: fields with their types, and a problem where
 * a filled value cannot be read. `zone` is that of times whose mapping names none.
 */
export async function stageRows(
	session: WriteSession,
	plan: Plan,
	zone: string,
	step: () => void
): Promise<void> {
	step();
	await session.connection.run(rawRowsSql(plan));
	await session.run('import/make_words');
	await addWords(session, plan);
	if (plan.kind === 'cases' && !columnOf(plan, 'case_no')) await session.run('import/number_twins');
	await session.run('import/set_forms', { forms: JSON.stringify(timeForms(plan, zone)) });
	step();
	await session.connection.run(stagedSql(plan));
}

/** What the distinct values of the columns that are looked up mean, as rows of `word`. */
async function addWords(session: WriteSession, plan: Plan): Promise<void> {
	const looked = plan.given.filter(isLookedUp);
	if (looked.length === 0) return;
	const lists = rowOf<Record<string, string[] | null>>(
		await session.askText(distinctValuesSql(plan, looked))
	);
	for (const { field, form, position } of looked) {
		const words = readWords(field, form, lists[`c${position}`] ?? []);
		for (let at = 0; at < words.length; at += batch)
			await session.run('import/add_words', {
				field,
				words: JSON.stringify(words.slice(at, at + batch))
			});
	}
}

function timeForms(plan: Plan, zone: string) {
	const rules = new Map<string, ZoneRule>();
	const ruleOf = (name: string) => {
		const known = rules.get(name) ?? zoneRule(name);
		rules.set(name, known);
		return known;
	};
	const entries = plan.given.flatMap(({ field, form }) =>
		form?.kind === 'time'
			? [[field, { formats: formatGroups(form.formats), zone: ruleOf(form.zone ?? zone) }] as const]
			: []
	);
	return Object.fromEntries(entries);
}
