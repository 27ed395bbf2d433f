import categories from '../../../data/taxonomies/complaint_categories.json' with { type: 'json' };
import natures from '../../../data/taxonomies/complaint_natures.json' with { type: 'json' };
import values from '../../../data/taxonomies/values.json' with { type: 'json' };
import { foldValue } from './fold.ts';

type Words<T> = ReadonlyMap<string, T>;

function dictionary<T>(entries: Readonly<Record<string, T>>): Words<T> {
	return new Map(Object.entries(entries).map(([word, meaning]) => [foldValue(word), meaning]));
}

/** Satisfaction words and stars → 1–5. */
export const satisfactionWords: Words<number> = dictionary(values.satisfaction);
/** 满意/基本满意/不满意 as a scale of three → 5, 3, 1. */
export const threeStepWords: Words<number> = dictionary(values.satisfaction_three_steps);
export const unratedWords: ReadonlySet<string> = new Set(values.unrated.map(foldValue));
export const yesWords: ReadonlySet<string> = new Set(values.yes.map(foldValue));
export const noWords: ReadonlySet<string> = new Set(values.no.map(foldValue));
/** Priority words → urgent, high, normal, low. */
export const priorityWords: Words<string> = dictionary(values.priority);
/** Status words → open, resolved, closed, withdrawn. */
export const statusWords: Words<string> = dictionary(values.status);

interface Taxonomy {
	readonly id: string;
	readonly categories: readonly {
		readonly id: string;
		readonly en: string;
		readonly 'zh-CN': string;
		readonly 'zh-TW': string;
		readonly synonyms: readonly string[];
	}[];
}
export const taxonomies: Readonly<Record<'category' | 'nature', Taxonomy>> = {
	category: categories,
	nature: natures
};

/**
 * Names of the taxonomy for the values that are synonyms of its categories, in the language of the log
 * (folded value → name). Values that are no synonym are not in it and stay as they are.
 */
export function taxonomyNames(
	taxonomy: Taxonomy,
	distinct: readonly string[]
): Record<string, string> {
	const found = new Map<string, Taxonomy['categories'][number]>();
	for (const category of taxonomy.categories) {
		const own = [...category.synonyms, category.en, category['zh-CN'], category['zh-TW']];
		const folded = new Set(own.map(foldValue));
		for (const value of distinct)
			if (folded.has(foldValue(value))) found.set(foldValue(value), category);
	}
	const chinese = [...found.keys()].some((value) => /\p{Script=Han}/u.test(value));
	// 质务发户统虚销 exist in simplified text only, 質務發戶統虛銷 in traditional only.
	const traditional = distinct.some((value) => /[質務發戶統虛銷後價帳隱資權]/u.test(value));
	const language = chinese ? (traditional ? 'zh-TW' : 'zh-CN') : 'en';
	return Object.fromEntries([...found].map(([value, category]) => [value, category[language]]));
}
