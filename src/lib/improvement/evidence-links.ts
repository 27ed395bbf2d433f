import { narrowed } from '#lib/filter/change.ts';
import { formatFilter, keptFilter } from '#lib/filter/codec.ts';
import { countedCases } from '#lib/filter/counted-cases.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { casesHref, otherCasesHref } from '#lib/filter/href.ts';
import { markedDimension } from '#lib/filter/improve.ts';
import { ownParameters } from '#lib/filter/own.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { Evidence, EvidenceRows, EvidenceStep, FrozenValue } from './evidence.ts';
import { restLabel } from './evidence.ts';
import { periodsBefore, stepOf } from './evidence-days.ts';
import type { Days } from './plan.ts';

const steps: readonly EvidenceRows[] = ['month', 'week', 'day'] satisfies EvidenceStep[];

/** What the rows of a piece of evidence are. */
export function rowsOfEvidence(evidence: Evidence): EvidenceRows {
	return evidence.by ?? markedDimension(keptFilter(evidence.filter)) ?? stepOf(evidence);
}

export function isStep(rows: EvidenceRows): rows is EvidenceStep {
	return steps.includes(rows);
}

/** The cases a row counts, in the frozen days or others. */
export function rowCasesHref(evidence: Evidence, { label }: FrozenValue, days: Days): string {
	const rows = rowsOfEvidence(evidence);
	const filter = keptFilter(evidence.filter);
	if (label === restLabel && !isStep(rows)) return othersHref(evidence, filter, rows, days);
	const chosen: Filter = isStep(rows)
		? { ...filter, period: { since: label, until: periodsBefore(label, rows, -1) } }
		: { ...narrowed(filter, rows, [label]), period: { since: days.since, until: days.until } };
	return casesHref(countedCases(chosen, evidence.measure));
}

/** The values that are not shown one by one are looked up when they are asked for. */
function othersHref(
	{ values, measure }: Evidence,
	filter: Filter,
	rows: Dimension,
	{ since, until }: Days
): string {
	const shown = values.map(({ label }) => label).filter((label) => label !== restLabel);
	const chosen = { ...narrowed(filter, rows, shown), period: { since, until } };
	return otherCasesHref(countedCases(chosen, measure), rows);
}

/** The cases that were pointed at, in the frozen days or others. */
export function evidenceCasesHref(evidence: Evidence, { since, until }: Days): string {
	const filter = { ...keptFilter(evidence.filter), period: { since, until } };
	return casesHref(countedCases(filter, evidence.measure));
}

/** The chart that was looked at, with its filter in these days. */
export function evidenceChartHref({ href }: Evidence, { since, until }: Days): string {
	const [path = '/', query = ''] = href.split(/\?(.*)/s);
	const parameters = new URLSearchParams(query);
	const { within: _, ...filter } = keptFilter(query);
	const there = formatFilter({ ...filter, period: { since, until } });
	for (const [name, value] of Object.entries(ownParameters(parameters))) there.set(name, value);
	return `${path}?${there.toString()}`;
}
