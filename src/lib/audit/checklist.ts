import { z } from 'zod';
import { mostItems } from './most-items.ts';

/** A text in each language of the product. What a person writes stands in all three as written. */
const texts = z.strictObject({
	en: z.string().trim().min(1).max(400),
	'zh-CN': z.string().trim().min(1).max(400),
	'zh-TW': z.string().trim().min(1).max(400)
});
export type Texts = z.infer<typeof texts>;
export type TextLocale = keyof Texts;

/** What is looked at in every case of an audit. */
export const checklistShape = z.strictObject({
	id: z
		.string()
		.regex(/^[a-z0-9-]+$/)
		.max(60),
	names: texts,
	/** Where it comes from; absent for those people made themselves. */
	source: texts.nullable(),
	items: z
		.array(z.strictObject({ id: z.string().min(1).max(40), texts }))
		.min(1)
		.max(mostItems)
});
export type Checklist = z.infer<typeof checklistShape>;
export type ChecklistItem = Checklist['items'][number];

/** A checklist as it stood from one saving to the next; audits keep to the version they were drawn with. */
export interface ChecklistVersion {
	readonly version: number;
	readonly checklist: Checklist;
	/** Null: it ships. */
	readonly saved: { readonly by: string; readonly at: number } | null;
}

/** What a form says of a checklist: texts in one language. An item without text is left out. */
export interface GivenChecklist {
	readonly name: string;
	readonly items: readonly { readonly id: string; readonly text: string }[];
}

/**
 * A checklist as a person wrote it in their language, over the version that stands. A text they did not
 * touch keeps its other languages; one they wrote stands in all, for nobody translates it here.
 *
 * @returns null where the name or every item is missing
 */
export function editedChecklist(
	standing: Checklist,
	given: GivenChecklist,
	locale: TextLocale
): Checklist | null {
	const used = new Set(standing.items.map(({ id }) => id));
	const items = given.items
		.map(({ id, text }) => ({ id, text: text.trim() }))
		.filter(({ text }) => text !== '')
		.map(({ id, text }) => {
			const known = standing.items.find((item) => item.id === id);
			return {
				id: known?.id ?? newId(used),
				texts: written(known?.texts, text, locale)
			};
		});
	const edited = {
		...standing,
		names: written(standing.names, given.name.trim(), locale),
		items
	};
	const parsed = checklistShape.safeParse(edited);
	return parsed.success ? parsed.data : null;
}

function written(before: Texts | undefined, text: string, locale: TextLocale): Texts {
	if (before?.[locale] === text) return before;
	return { en: text, 'zh-CN': text, 'zh-TW': text };
}

/** An id never used in this checklist: answers of earlier versions are never taken for its own. */
function newId(used: Set<string>): string {
	let number = used.size + 1;
	while (used.has(`own-${number}`)) number++;
	used.add(`own-${number}`);
	return `own-${number}`;
}
