import { nextDay } from '#lib/filter/codec.ts';
import type { Formats } from '#lib/format/formats.ts';
import {
	restLabel,
	type Evidence,
	type FrozenValue,
	type LiveEvidence
} from '#lib/improvement/evidence.ts';
import { periodsBefore } from '#lib/improvement/evidence-days.ts';
import { isStep, rowsOfEvidence } from '#lib/improvement/evidence-links.ts';
import { familyOf } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureValue, valueAndUnit } from '#lib/messages/measure-values.ts';

/** A row as it is named: the value as the log wrote it then, or its period. */
export function evidenceLabel(
	f: Formats,
	evidence: Evidence,
	label: string,
	asOfDay = evidence.asOfDay
): string {
	if (label === restLabel) return m.improve_evidence_rest();
	const rows = rowsOfEvidence(evidence);
	if (!isStep(rows)) return label === '' ? m.blank_value() : label;
	const known = nextDay(asOfDay);
	// The running period is named by the days it has so far.
	if (rows !== 'day' && label < known && periodsBefore(label, rows, -1) > known)
		return f.dayRange({ since: label, until: known });
	if (rows === 'month') return f.month(label);
	return rows === 'week' ? m.control_week_of({ day: f.day(label) }) : f.day(label);
}

/** Counts of values add up to a whole they are shares of. */
function hasShares(evidence: Evidence): boolean {
	return familyOf(evidence.measure) === 'count' && !isStep(rowsOfEvidence(evidence));
}

function total(values: readonly FrozenValue[]): number {
	return values.reduce((sum, { cases }) => sum + cases, 0);
}

/** A row's value as printed; of counts the marked one with its share. */
export function evidenceValue(
	f: Formats,
	evidence: Evidence,
	values: readonly FrozenValue[],
	row: FrozenValue
): string {
	const text = measureValue(f, evidence.measure, row.value);
	if (!row.marked || !hasShares(evidence) || total(values) === 0) return text;
	return m.improve_evidence_value_share({
		value: text,
		share: f.percent(row.cases / total(values), 0)
	});
}

/** What was seen and what is there today, in a sentence; it is no verdict. */
export function evidenceAnswer(f: Formats, evidence: Evidence, live: LiveEvidence | null): string {
	const then = told(f, evidence, evidence.values);
	const name = markedName(f, evidence);
	const days = f.dayRange(evidence);
	if (!live) return m.improve_evidence_answer_frozen({ name, days, then });
	return m.improve_evidence_answer({
		name,
		then,
		days,
		now: told(f, evidence, live.values),
		daysNow: f.dayRange(live)
	});
}

/** What was pointed at by its label, or in the words of whoever pointed. */
function markedName(f: Formats, evidence: Evidence): string {
	const [first, ...more] = evidence.values.filter(({ marked }) => marked);
	return first && more.length === 0 ? evidenceLabel(f, evidence, first.label) : evidence.title;
}

function told(f: Formats, evidence: Evidence, values: readonly FrozenValue[]): string {
	const marked = values.filter((row) => row.marked);
	const [only] = marked;
	const all = total(values);
	const cases = total(marked);
	if (hasShares(evidence) && all > 0)
		return m.improve_evidence_share({
			share: f.percent(cases / all, 0),
			count: all,
			shown: f.count(all)
		});
	if (marked.length === 1) return valueAndUnit(f, evidence.measure, only!.value);
	const known = marked.flatMap(({ value }) => (value === null ? [] : [value]));
	if (known.length === 0) return '–';
	return m.range({
		lower: measureValue(f, evidence.measure, Math.min(...known)),
		upper: valueAndUnit(f, evidence.measure, Math.max(...known))
	});
}
