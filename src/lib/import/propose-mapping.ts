import { caseFields, orderFields } from '#lib/measures/case-fields.ts';
import { readColumnValues } from './column-values.ts';
import type { ColumnValues } from './column-values.ts';
import type { CountedColumn } from './counted-column.ts';
import { candidates } from './field-likelihood.ts';
import type { Candidate } from './field-likelihood.ts';
import { fieldKind } from './field-kind.ts';
import { uniqueNames } from './header-names.ts';
import type { ColumnProposal, Finding, Warning } from './inspection.ts';
import type { Mapping, Target } from './mapping.ts';
import { isNote } from './note-columns.ts';
import { proposeForm } from './propose-form.ts';

/** Records of the sample by column. */
export interface SampleTable {
	readonly header: readonly string[] | null;
	readonly width: number;
	/** All of one length. */
	readonly columns: readonly CountedColumn[];
	/** The header was of another width: its names may stand over the wrong columns. */
	readonly headerDoubtful: boolean;
}

const sampleCount = 6;
const leastConfidence = 0.5;

export type Kind = Mapping['kind'];

/** Fields a person gave to columns, by position. */
export type Targets = Readonly<Record<number, Target>>;

/** Cases or orders: a table that counts orders by day names no case. */
export function proposeKind(table: SampleTable, values: readonly ColumnValues[]): Kind {
	const targets = new Set<Target>();
	values.forEach((column, at) => {
		for (const { target, confidence } of candidates(table.header?.[at] ?? null, column)) {
			if (confidence >= 0.7) targets.add(target);
		}
	});
	const counts = targets.has('orders') && targets.has('day');
	return counts && !targets.has('case_no') && !targets.has('narrative') ? 'orders' : 'cases';
}

export function readColumns(table: SampleTable): ColumnValues[] {
	return table.columns.map((column) => readColumnValues(column));
}

/** A proposal for every column: each field is given once, to the column it fits best. */
export function proposeColumns(
	table: SampleTable,
	values: readonly ColumnValues[],
	kind: Kind,
	chosen: Targets = {}
): ColumnProposal[] {
	const allowed = new Set<string>(Object.keys(kind === 'cases' ? caseFields : orderFields));
	const taken = new Set(Object.values(chosen));
	const names = uniqueNames(table.header, table.width);
	const offers = values.map((column, at) =>
		chosen[at] === undefined
			? candidates(table.header?.[at] ?? null, column).filter(
					({ target }) => allowed.has(target) && !taken.has(target)
				)
			: []
	);
	const given = assign(offers);
	if (kind === 'cases' && !taken.has('received_at')) registeredAsReceived(given);
	return values.map((column, position) => {
		const header = table.header?.[position] ?? null;
		const own = chosen[position];
		const offer = own === undefined ? given[position] : chosenOffer(own);
		const doubt = table.headerDoubtful && own === undefined ? 0.5 : 1;
		const samples = column.distinct.slice(0, sampleCount).map((sample) => sample.slice(0, 200));
		const filledShare = column.rows === 0 ? 0 : column.filled / column.rows;
		const common = { position, header, name: names[position] as string, samples, filledShare };
		const confidence = (offer?.confidence ?? 0) * doubt;
		if (!offer || confidence < leastConfidence) {
			const { target, evidence } = withoutField(header, column);
			return { ...common, target, confidence, evidence, problems: generalProblems(null, column) };
		}
		const proposed = proposeForm(offer.target, header, column);
		const proposal = {
			...common,
			target: offer.target,
			confidence: Math.round(confidence * 100) / 100,
			evidence: own === undefined ? evidenceOf(offer, column) : [{ code: 'chosen', facts: {} }],
			problems: [...proposed.problems, ...generalProblems(offer.target, column)].map((problem) => ({
				...problem,
				column: position
			}))
		};
		return proposed.form ? { ...proposal, form: proposed.form } : proposal;
	});
}

function chosenOffer(target: Target): Candidate {
	return { target, confidence: 1, fit: 1, match: { target, likeness: 1, word: '' } };
}

/** Surest pair first; of equals the column that has no good second choice. */
function assign(offers: readonly (readonly Candidate[])[]): (Candidate | undefined)[] {
	const given: (Candidate | undefined)[] = offers.map(() => undefined);
	const taken = new Set<Target>();
	const pairs = offers.flatMap((list, position) =>
		list.map((offer, at) => ({ position, offer, next: list[at + 1]?.confidence ?? 0 }))
	);
	pairs.sort(
		(one, other) =>
			Math.round((other.offer.confidence - one.offer.confidence) * 50) ||
			one.next - other.next ||
			other.offer.confidence - one.offer.confidence ||
			one.position - other.position
	);
	for (const { position, offer } of pairs) {
		if (given[position] || taken.has(offer.target)) continue;
		given[position] = offer;
		taken.add(offer.target);
	}
	return given;
}

/**
 * Every case needs the time it was received: a log whose only early time is that of registration
 * (受理时间) means it so. Its lower confidence asks the person to look.
 */
function registeredAsReceived(given: (Candidate | undefined)[]): void {
	if (given.some((offer) => offer?.target === 'received_at')) return;
	const at = given.findIndex((offer) => offer?.target === 'registered_at');
	const offer = given[at];
	if (offer) given[at] = { ...offer, target: 'received_at', confidence: offer.confidence * 0.8 };
}

/** Kept as it came; an unnamed column that numbers the rows, or one without values, is left out. */
function withoutField(
	header: string | null,
	values: ColumnValues
): { target: 'extra' | 'skip'; evidence: Finding[] } {
	if (isNote(header)) return { target: 'skip', evidence: [] };
	const unnamed = header !== null && header.trim() === '';
	const whole =
		values.numbers === values.filled && values.distinct.every((value) => /^\d+$/.test(value));
	if (unnamed && values.unique && whole) {
		return { target: 'skip', evidence: [{ code: 'row_index', facts: { rows: values.filled } }] };
	}
	if (unnamed && values.filled === 0) {
		return { target: 'skip', evidence: [{ code: 'no_values', facts: { rows: values.rows } }] };
	}
	return { target: 'extra', evidence: [] };
}

function evidenceOf({ match, fit }: Candidate, values: ColumnValues): Finding[] {
	const evidence: Finding[] = [{ code: 'header_word', facts: { word: match.word } }];
	if (values.filled > 0) {
		evidence.push({ code: 'values_fit', facts: { share: Math.round(fit * 1000) / 1000 } });
	}
	return evidence;
}

/** Digits matter in identifiers; elsewhere a long number is a number. */
function generalProblems(target: Target | null, values: ColumnValues): Warning[] {
	const isId = target !== null && fieldKind(target) === 'id';
	if (values.lostDigits === 0 || (!isId && values.lostDigits < values.filled / 2)) return [];
	return [{ code: 'lost_digits', facts: {}, count: values.lostDigits }];
}
