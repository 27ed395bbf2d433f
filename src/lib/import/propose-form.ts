import { unitOfHeader } from './duration-text.ts';
import { fieldKind } from './field-kind.ts';
import { foldValue } from './fold.ts';
import type { Warning } from './inspection.ts';
import type { ColumnValues } from './column-values.ts';
import type { Form, Target } from './mapping.ts';
import { timeForm } from './time-column.ts';
import {
	noWords,
	priorityWords,
	satisfactionWords,
	statusWords,
	taxonomies,
	taxonomyNames,
	threeStepWords,
	yesWords
} from './value-words.ts';

export interface ProposedForm {
	readonly form?: Form;
	readonly problems: readonly Warning[];
}

/** How the values of a column are to be read once its field is known. */
export function proposeForm(
	target: Target,
	header: string | null,
	values: ColumnValues
): ProposedForm {
	switch (fieldKind(target)) {
		case 'time':
			return values.time.formats.length === 0
				? { problems: [] }
				: { form: timeForm(values.time), problems: timeProblems(values) };
		case 'minutes':
			return durationForm(header, values);
		case 'number':
		case 'count':
			return { form: { kind: 'number', decimal: values.decimal }, problems: [] };
		case 'flag':
			return flagForm(target, header, values);
		case 'score':
		case 'nps':
			return scoreForm(values);
		case 'text':
			return { form: textForm(target, values), problems: [] };
		default:
			return { problems: [] };
	}
}

/** Headers that ask whether a case was late: a yes there is a no to being on time. */
const asksForLate = /超时|超時|逾期|逾时|逾時|overdue|breach|late\b/i;

function flagForm(target: Target, header: string | null, { filled }: ColumnValues): ProposedForm {
	const isTurned = target === 'on_time' && asksForLate.test(header ?? '');
	const [yes, no] = isTurned ? [noWords, yesWords] : [yesWords, noWords];
	return {
		form: { kind: 'flag', yes: [...yes], no: [...no] },
		problems: isTurned ? [{ code: 'flag_turned', facts: {}, count: filled }] : []
	};
}

function timeProblems({ time }: ColumnValues): Warning[] {
	const problems: Warning[] = [];
	const failed = time.filled - time.understood;
	if (failed > 0) problems.push({ code: 'time_not_understood', facts: {}, count: failed });
	if (time.dayFirst > 0 && time.monthFirst > 0) {
		const facts = { day_first: time.dayFirst, month_first: time.monthFirst };
		problems.push({ code: 'date_orders_mixed', facts, count: time.dayFirst + time.monthFirst });
	}
	if (time.formats.length > 1) {
		problems.push({
			code: 'time_formats',
			facts: { formats: time.formats.length },
			count: time.understood
		});
	}
	return problems;
}

function durationForm(header: string | null, values: ColumnValues): ProposedForm {
	const named = unitOfHeader(header ?? '');
	const problems: Warning[] =
		named === null && values.numbers > 0
			? [{ code: 'duration_unit_unknown', facts: { unit: 'minutes' }, count: values.numbers }]
			: [];
	return { form: { kind: 'duration', unit: named ?? 'minutes' }, problems };
}

/** A scale by its range of numbers; words and stars by the dictionary. */
function scoreForm(values: ColumnValues): ProposedForm {
	const problems: Warning[] = [];
	let [low, high] = [1, 5];
	if (values.numbers > 0) {
		if (values.highest > 10) [low, high] = [0, 100];
		else if (values.highest > 5) [low, high] = [values.lowest < 1 ? 0 : 1, 10];
		else if (values.highest <= 1 && values.lowest >= 0 && values.lowest < 1) [low, high] = [0, 1];
		if (low === 1 && values.lowest < 1)
			problems.push({ code: 'score_below_scale', facts: { low }, count: 1 });
		if (values.highest > high || values.highest > 100) {
			problems.push({ code: 'score_above_scale', facts: { high }, count: 1 });
		}
	}
	const words: Record<string, number> = {};
	if (values.known.satisfaction > 0) {
		const folded = values.distinct.map(foldValue);
		const inThree = folded.filter((word) => threeStepWords.has(word)).length;
		const known = folded.filter((word) => satisfactionWords.has(word)).length;
		const middle = folded.some((word) => word === '基本满意' || word === '基本滿意');
		const steps = middle && inThree === known ? threeStepWords : satisfactionWords;
		for (const [word, score] of steps) words[word] = score;
	}
	for (const value of values.distinct) {
		const marked = /^([1-5])\s*(?:分|星|颗星|顆星|stars?|\/ ?5)$/.exec(foldValue(value));
		if (marked) words[foldValue(value)] = Number(marked[1]);
	}
	const form: Form =
		Object.keys(words).length > 0
			? { kind: 'score', low, high, words }
			: { kind: 'score', low, high };
	return { form, problems };
}

function textForm(target: Target, values: ColumnValues): Form {
	if (target === 'category' || target === 'nature') {
		const names = taxonomyNames(taxonomies[target], values.distinct);
		const known = Object.keys(names).length;
		// A log with categories of its own keeps them: one common word is no taxonomy.
		if (known > 0 && known >= values.distinct.length * 0.6) return { kind: 'text', values: names };
	}
	const meanings = target === 'status' ? statusWords : target === 'priority' ? priorityWords : null;
	if (meanings && values.known[target as 'status' | 'priority'] > 0) {
		return { kind: 'text', meanings: Object.fromEntries(meanings) };
	}
	return { kind: 'text' };
}
