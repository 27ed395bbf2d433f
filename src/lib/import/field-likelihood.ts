import type { ColumnValues } from './column-values.ts';
import { fieldKind } from './field-kind.ts';
import { matchHeader } from './header-words.ts';
import type { HeaderMatch } from './header-words.ts';
import type { Target } from './mapping.ts';
import { isNote } from './note-columns.ts';

export interface Candidate {
	readonly target: Target;
	/** 0–1: likeness of the header, weighed by how many values the field could take. */
	readonly confidence: number;
	readonly fit: number;
	readonly match: HeaderMatch;
}

/** Values that do not fit leave a header a third of its worth. */
const headerWorth = 0.35;

/** Fields a column may be, best first. Without header nothing is proposed: values alone do not say which time it is. */
export function candidates(header: string | null, values: ColumnValues): Candidate[] {
	if (header === null || isNote(header)) return [];
	return matchHeader(header)
		.map((match) => {
			const fit = valuesFit(match.target, values);
			const confidence = match.likeness * (headerWorth + (1 - headerWorth) * fit);
			return { target: match.target, confidence, fit, match };
		})
		.sort((one, other) => other.confidence - one.confidence);
}

/** Share of the filled values the field could take; 0.6 for a column without any. */
function valuesFit(target: Target, values: ColumnValues): number {
	const { filled, numbers, durations, time, known, meanLength, distinct } = values;
	if (filled === 0) return 0.6;
	const rated = filled * (1 - Math.min(0.9, known.unrated));
	switch (fieldKind(target)) {
		case 'time':
			return time.timeOnly ? 0 : time.understood / time.filled;
		case 'minutes':
			return (numbers + durations) / filled;
		case 'number':
		case 'count':
			return numbers / filled;
		case 'flag':
			return known.flag;
		case 'score':
			return Math.min(
				1,
				Math.max(numbers / rated, known.satisfaction + known.unrated, starShare(distinct))
			);
		case 'nps':
			return values.lowest >= 0 && values.highest <= 10 ? numbers / rated : 0;
		case 'narrative':
			return meanLength > 12 ? 1 : 0.4;
		case 'id':
			return target === 'case_no' ? idFit(values) : meanLength < 60 ? 1 : 0;
		case 'text':
			if (time.understood > time.filled * 0.9 && time.filled > 0 && numbers === 0) return 0.1;
			return meanLength < 80 ? 1 : 0.3;
		default:
			return 1;
	}
}

/** An id is in every row and seldom twice. */
function idFit(values: ColumnValues): number {
	if (!values.allDistinct) return 1;
	return (values.distinct.length / values.filled) * (values.filled / values.rows);
}

function starShare(distinct: readonly string[]): number {
	const marked = distinct.filter((value) =>
		/^[1-5]\s*(?:分|星|颗星|顆星|stars?|\/ ?5)$/i.test(value.trim())
	);
	return distinct.length === 0 ? 0 : marked.length / distinct.length;
}
