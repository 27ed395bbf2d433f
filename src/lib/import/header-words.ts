import headerWords from '../../../data/taxonomies/headers.json' with { type: 'json' };
import { foldHeader } from './fold.ts';
import type { Target } from './mapping.ts';

export interface HeaderMatch {
	readonly target: Target;
	/** 0–1: 0.95 for a word of the table, less where the header only holds one. */
	readonly likeness: number;
	readonly word: string;
}

const exact = new Map<string, { target: Target; rank: number }[]>();
const words: { word: string; target: Target; ideographs: boolean }[] = [];
const ideograph = /\p{Script=Han}/u;

for (const [target, synonyms] of Object.entries(headerWords) as [Target, string[]][]) {
	synonyms.forEach((synonym, rank) => {
		const word = foldHeader(synonym);
		const known = exact.get(word) ?? [];
		known.push({ target, rank });
		exact.set(word, known);
		if (word.length > 1) words.push({ word, target, ideographs: ideograph.test(word) });
	});
}

/** Words that turn a header into another: `Order date` holds `order`, `Company response` holds `company`. */
const shortest = 0.45;

export function isKnownHeader(header: string): boolean {
	return exact.has(foldHeader(header));
}

/** Fields a header may stand for, best first; by word of the table, then by words it holds. */
export function matchHeader(header: string): HeaderMatch[] {
	const folded = foldHeader(header);
	if (folded === '') return [];
	const best = new Map<Target, HeaderMatch>();
	const offer = (match: HeaderMatch): void => {
		const known = best.get(match.target);
		if (!known || known.likeness < match.likeness) best.set(match.target, match);
	};
	// A unit in brackets and a number at the end are no part of the word: 处理时长(分钟), phone 2.
	const bare = foldHeader(header.replace(/[(（[【][^)）\]】]*[)）\]】]/g, ' '));
	const unnumbered = bare.replace(/ \d+$/, '');
	for (const form of new Set([folded, bare, unnumbered])) {
		for (const { target, rank } of exact.get(form) ?? []) {
			// Of two exact words the one that stands first in the table is meant more often.
			offer({
				target,
				likeness: (form === folded ? 0.95 : form === bare ? 0.92 : 0.8) - rank / 2000,
				word: form
			});
		}
	}
	// Under a group the last part says what the column is: 基本信息 受理时间; or all parts together: 办结 时间.
	if (ideograph.test(bare) && bare.includes(' ')) {
		const parts = bare.split(' ');
		for (const [form, likeness] of [
			[parts.join(''), 0.93],
			[parts.at(-1) as string, 0.88]
		] as const) {
			for (const { target, rank } of exact.get(form) ?? []) {
				offer({ target, likeness: likeness - rank / 2000, word: form });
			}
		}
	}
	for (const { word, target, ideographs } of words) {
		const share = word.length / bare.length;
		if (share < shortest || share === 1) continue;
		// Meaning stands at the end of a header in Chinese and English alike (投诉受理时间, complaint status).
		const ends = ideographs ? bare.endsWith(word) : bare.endsWith(` ${word}`);
		const starts = ideographs ? bare.startsWith(word) : bare.startsWith(`${word} `);
		if (ends) offer({ target, likeness: 0.5 + 0.3 * share, word });
		else if (starts) offer({ target, likeness: 0.35 + 0.3 * share, word });
	}
	return [...best.values()].sort((one, other) => other.likeness - one.likeness);
}
