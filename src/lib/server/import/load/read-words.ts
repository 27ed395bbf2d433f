import { foldValue } from '#lib/import/fold.ts';
import { parseDuration } from '#lib/import/duration-text.ts';
import type { Form } from '#lib/import/mapping.ts';
import { noWords, unratedWords, yesWords } from '#lib/import/value-words.ts';
import { caseFields, type CaseField } from '#lib/measures/case-fields.ts';

/** What one distinct value of a column means. */
export interface Word {
	readonly raw: string;
	readonly text_value: string | null;
	readonly number_value: number | null;
	/** False where the mapping does not know the value; a known value may mean "not given". */
	readonly understood: boolean;
}

/**
 * What the distinct values of a column mean under the form a person confirmed. Scores, yes and no,
 * durations and synonyms have few distinct values, so they are read here, by the very functions the
 * preview uses, and joined in SQL.
 */
export function readWords(
	field: string,
	form: Form | undefined,
	distinct: readonly string[]
): Word[] {
	return distinct.map((raw) => wordOf(field, form, raw));
}

function wordOf(field: string, form: Form | undefined, raw: string): Word {
	const kind = caseFields[field as CaseField];
	if (kind === 'flag') return numeric(raw, flagOf(form, raw));
	if (kind === 'minutes')
		return numeric(raw, parseDuration(raw, form?.kind === 'duration' ? form.unit : 'minutes'));
	if (kind === 'score') {
		const score = scoreOf(form, raw);
		return score === null && unratedWords.has(foldValue(raw))
			? { raw, text_value: null, number_value: null, understood: true }
			: numeric(raw, score);
	}
	const values = form?.kind === 'text' ? form.values : undefined;
	const name = values?.[foldValue(raw)];
	const known = name !== undefined || Object.values(values ?? {}).includes(raw);
	return { raw, text_value: name ?? raw, number_value: null, understood: known };
}

function numeric(raw: string, value: number | null): Word {
	return { raw, text_value: null, number_value: value, understood: value !== null };
}

function flagOf(form: Form | undefined, raw: string): number | null {
	const key = foldValue(raw);
	const yes = form?.kind === 'flag' ? new Set(form.yes.map(foldValue)) : yesWords;
	const no = form?.kind === 'flag' ? new Set(form.no.map(foldValue)) : noWords;
	if (yes.has(key)) return 1;
	return no.has(key) ? 0 : null;
}

/** 1–5: a listed word, or a number placed on the form's scale in equal steps. */
function scoreOf(form: Form | undefined, raw: string): number | null {
	const scale = form?.kind === 'score' ? form : { low: 1, high: 5, words: undefined };
	const word = scale.words?.[foldValue(raw)];
	if (word !== undefined) return Math.round(word);
	const text = foldValue(raw).replace(/(分|%|星|stars?)$/, '');
	if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
	const number = Number(text);
	if (number < scale.low || number > scale.high || scale.high <= scale.low) return null;
	return Math.round(1 + (4 * (number - scale.low)) / (scale.high - scale.low));
}
