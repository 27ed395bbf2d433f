import { randomUUID } from 'node:crypto';
import { formatFilter, keptFilter } from '#lib/filter/codec.ts';
import { emptyFilter, type DayRange, type Filter } from '#lib/filter/filter.ts';
import { markedDimension } from '#lib/filter/improve.ts';
import type { Evidence, EvidenceRows, LiveEvidence } from '#lib/improvement/evidence.ts';
import { liveDays, stepOf } from '#lib/improvement/evidence-days.ts';
import { selectionFor } from '#lib/improvement/selection.ts';
import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ask } from './ask.ts';
import * as control from './control.ts';
import { dimensionValues } from './dimension-values.ts';
import { valuesByDimension, valuesByPeriod, type Cut } from './evidence-values.ts';
import { scopeOf, type Scope } from './scope.ts';

/** What somebody pointed at; the scope's filter says the cases. */
export interface Pointed {
	/** Address of the page without origin. */
	readonly href: string;
	readonly title: string;
	readonly measure: ChartedMeasure;
	/** The dimension whose value was marked; absent: the narrowest chosen by. */
	readonly by?: Dimension | undefined;
}

/** The numbers behind a mark as they stand now. Null while there is no log, or no day of it is meant. */
export async function frozenEvidence(
	scope: Scope,
	{ href, title, measure, by }: Pointed
): Promise<Evidence | null> {
	const { log, dataVersion } = scope;
	const days = log && common(log.days, scope.filter.within);
	if (!log || !days) return null;
	const filter = selectionFor(scope.filter, measure);
	const rows = markedDimension(filter, by) ?? stepOf(days);
	return {
		id: randomUUID(),
		href,
		title,
		filter: formatFilter({
			...filter,
			period: days,
			comparison: emptyFilter.comparison
		}).toString(),
		measure,
		by: rows,
		...days,
		dataVersion,
		asOfDay: log.asOfDay,
		values: await valuesOf(scope, { filter, measure, days }, rows)
	};
}

/** The same numbers with the data of today, in as many days up to now. Null while there is no log. */
export async function liveEvidence(
	person: Person,
	evidence: Evidence,
	signal?: AbortSignal
): Promise<LiveEvidence | null> {
	const filter = keptFilter(evidence.filter);
	const scope = await scopeOf(person, { ...filter, period: 'all' }, signal);
	if (!scope.log) return null;
	const { asOfDay } = scope.log;
	const days = liveDays(evidence, evidence.asOfDay, asOfDay);
	const rows = evidence.by ?? markedDimension(filter) ?? stepOf(evidence);
	const labels = evidence.values.map(({ label }) => label);
	const { measure, title } = evidence;
	const [values, gone, months] = await Promise.all([
		valuesOf(scope, { filter, measure, days }, rows, labels),
		goneValues(scope, filter),
		ask(scope, control.periods, { step: 'month', dimension: 'none' })
	]);
	// A theme is known by a number of the reading it was found in: after another reading nothing has it.
	const isGone = gone.length === 0 && months.length === 0;
	return { ...days, asOfDay, values, gone: isGone ? [title] : gone };
}

function valuesOf(
	scope: Scope,
	cut: Cut,
	rows: EvidenceRows,
	labels?: readonly string[]
): ReturnType<typeof valuesByPeriod> {
	return rows === 'day' || rows === 'week' || rows === 'month'
		? valuesByPeriod(scope, cut, rows)
		: valuesByDimension(scope, cut, rows, labels);
}

/** Values a filter chooses by that no case of its logs has. */
export async function goneValues(
	{ person, signal }: Scope,
	filter: Filter
): Promise<readonly string[]> {
	const whole = { ...emptyFilter, sources: filter.sources, period: 'all' } as const;
	const all = await scopeOf(person, whole, signal);
	const gone = await Promise.all(
		dimensions.map(async (name) => {
			const chosen = (filter.dimensions[name] ?? []).filter((value) => value !== '');
			if (chosen.length === 0) return [];
			const { values } = await dimensionValues(all, name);
			return chosen.filter((label) => !values.some(({ value }) => value === label));
		})
	);
	return gone.flat();
}

/** The days both mean; null where there are none. */
function common(days: DayRange, within: DayRange | undefined): DayRange | null {
	if (!within) return days.since < days.until ? days : null;
	const since = within.since > days.since ? within.since : days.since;
	const until = within.until < days.until ? within.until : days.until;
	return since < until ? { since, until } : null;
}
