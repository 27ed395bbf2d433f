import taxonomy from '../../../../data/taxonomies/complaint_categories.json' with { type: 'json' };
import type { Session } from '#lib/server/warehouse/port.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';

/** A category and what the log knows beneath it, the commonest first. */
export interface CategoryChoice {
	readonly category: string;
	readonly subcategories: readonly string[];
}

const languages = ['zh-CN', 'zh-TW', 'en'] as const;

/**
 * What a case may be filed under: the categories of its log with their subcategories, then those of the
 * taxonomy in the language the log is kept in.
 */
export async function categoryChoices(
	session: Pick<Session, 'ask'>,
	source: string
): Promise<CategoryChoice[]> {
	const pairs = rowsOf<{ category: string; subcategory: string | null }>(
		await session.ask('record/category_pairs', { source })
	);
	const known = new Map<string, string[]>();
	for (const { category, subcategory } of pairs) {
		const beneath = known.get(category) ?? [];
		if (subcategory !== null) beneath.push(subcategory);
		known.set(category, beneath);
	}
	for (const name of taxonomyNames([...known.keys()])) if (!known.has(name)) known.set(name, []);
	return [...known].map(([category, subcategories]) => ({ category, subcategories }));
}

/** Names of the taxonomy in the language that shares most words with the log; else by its script. */
function taxonomyNames(used: readonly string[]): string[] {
	const names = languages.map((language) => taxonomy.categories.map((entry) => entry[language]));
	const shared = names.map((list) => list.filter((name) => used.includes(name)).length);
	const most = Math.max(...shared);
	const fallback = used.some((name) => /\p{Script=Han}/u.test(name)) ? 0 : 2;
	return names[most > 0 ? shared.indexOf(most) : fallback] ?? [];
}
