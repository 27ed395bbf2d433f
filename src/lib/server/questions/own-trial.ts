import { bothOf } from '#lib/filter/both.ts';
import type { OwnDraft } from '#lib/filter/own-draft.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { ownFilters, type OwnFilters } from '#lib/filter/own-filters.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { canonical, hasPart, type OwnDesign } from '#lib/measures/own-measure.ts';
import {
	problemsOfCounts,
	warningsOf,
	type OwnCounts,
	type OwnProblem,
	type OwnWarning
} from '#lib/measures/own-trial.ts';
import { noOwnSums, ownValue } from '#lib/measures/own-values.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ownMeasures } from '#lib/server/record/own-measures.ts';
import { ask } from './ask.ts';
import { controlPeriods } from './control-periods.ts';
import { goneValues } from './evidence.ts';
import { ownOrders, ownPeriods, ownRows, type OwnPeriod } from './own-rows.ts';
import { ownScopeOf } from './own-scope.ts';
import * as own from './own.ts';
import type { Scope } from './scope.ts';

/** A measure tried on the log before it is kept. */
export interface OwnTrial {
	readonly design: OwnDesign;
	readonly problems: readonly OwnProblem[];
	readonly warnings: readonly OwnWarning[];
	/** The last 12 months the log knows, the running one last; empty where nothing could be counted. */
	readonly months: readonly OwnPeriod[];
	/** All days together. */
	readonly total: OwnPeriod | null;
	readonly counts: OwnCounts | null;
	/** Values its conditions name that no case has. */
	readonly unknown: readonly string[];
	/** A measure in use that is worked out in the same way. */
	readonly twin: { readonly id: string; readonly name: string } | null;
}

const monthsShown = 12;

/** Tries a draft: what is wrong with it, what to be wary of, and what it would have shown. */
export async function ownTrial(
	person: Person,
	draft: Pick<OwnDraft, 'design' | 'basis' | 'part' | 'unread'>,
	itself: string | null,
	signal?: AbortSignal
): Promise<OwnTrial> {
	const lists = hasPart(draft.design) ? [draft.basis, draft.part] : [draft.basis];
	const design = canonical({
		...draft.design,
		basis: selectionKey(draft.basis),
		part: selectionKey(draft.part)
	});
	const refused = (...problems: readonly OwnProblem[]): OwnTrial => ({
		...{ design, problems, warnings: [], months: [], total: null, counts: null },
		...{ unknown: [], twin: null }
	});
	if (draft.unread.length > 0) return refused('unreadable');
	if (lists.some(isTied)) return refused('fixed_days');
	const filters = ownFilters(design);
	const [named, others] = lists.map(({ sources }) => sources.toSorted().join('\n'));
	if (others !== undefined && named !== others) return refused('other_logs');
	const scope = await ownScopeOf(person, filters, signal);
	const unknown = await unknownValues(scope, filters);
	if (unknown.length > 0) return { ...refused('unknown_values'), unknown };
	const { counts, months, total } = await counted(scope, design);
	const problems = problemsOfCounts(design, counts);
	const twin = (await ownMeasures()).find(
		(measure) => measure.id !== itself && isSameDesign(measure, design)
	);
	return {
		design: problems.length === 0 ? withinBasis(design, filters) : design,
		problems,
		warnings: [
			...warningsOf(design, counts, months),
			...(cutsItself(design, filters.basis) ? (['cut_by_itself'] as const) : []),
			...(twin ? (['same_design'] as const) : [])
		],
		months,
		total,
		counts,
		unknown,
		twin: twin ? { id: twin.id, name: twin.name } : null
	};
}

/** A saved measure as it stands now: the same months and totals, without looking for faults. */
export async function ownMonths(
	person: Person,
	design: OwnDesign,
	signal?: AbortSignal
): Promise<Pick<OwnTrial, 'months' | 'total'> & { readonly scope: Scope }> {
	const scope = await ownScopeOf(person, ownFilters(design), signal);
	return { scope, ...(await counted(scope, design)) };
}

async function counted(
	scope: Scope,
	design: OwnDesign
): Promise<Pick<OwnTrial, 'months' | 'total'> & { readonly counts: OwnCounts }> {
	const monthly = { step: 'month', dimension: 'none' } as const;
	const [rows, [whole], orders, [overlap]] = await Promise.all([
		ownRows(scope, design, monthly),
		ownRows(scope, design, { step: 'all', dimension: 'none' }),
		ownOrders(scope, design, monthly),
		ask(scope, own.overlap)
	]);
	const { log } = scope;
	const periods = log ? controlPeriods(log, 'month') : [];
	const all = ownPeriods(design, periods, rows, orders);
	const total = whole && log ? totalOf(design, whole, all, log) : null;
	return {
		months: all.slice(-monthsShown),
		total,
		counts: {
			basis: overlap?.basis ?? 0,
			part: overlap?.part ?? 0,
			shared: overlap?.shared ?? 0,
			counted: whole?.counted ?? 0,
			hasValue: total?.value != null,
			orders: orders.reduce((sum, row) => sum + row.orders, 0)
		}
	};
}

/** All days as one period; a rate over the whole months that have orders, so that both cover the same days. */
function totalOf(
	design: OwnDesign,
	whole: Awaited<ReturnType<typeof ownRows>>[number],
	months: readonly OwnPeriod[],
	log: NonNullable<Scope['log']>
): OwnPeriod | null {
	const { since, until } = log.days;
	const days = { since, until, days: 1, partial: false };
	if (design.kind !== 'rate')
		return ownPeriods(design, [days], [{ ...whole, since }], [])[0] ?? null;
	const known = months.filter(({ sums }) => sums.exposure > 0);
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last) return null;
	const exposure = known.reduce((sum, month) => sum + month.sums.exposure, 0);
	const cases = known.reduce((sum, month) => sum + month.sums.basis, 0);
	const spans = { since: first.since, until: last.until, partial: false };
	const sums = { ...noOwnSums, basis: cases, exposure };
	return { ...spans, sums, cases, ...ownValue(design, sums) };
}

function isTied(filter: Filter): boolean {
	return (
		(filter.period !== emptyFilter.period && filter.period !== 'all') ||
		filter.within !== undefined ||
		filter.openOn !== undefined ||
		filter.load !== undefined
	);
}

/** The numerator of a share as a part of its denominator by its very conditions, whatever cases come later. */
function withinBasis(design: OwnDesign, { basis, part }: OwnFilters): OwnDesign {
	const both = design.kind === 'share' ? bothOf(basis, part) : 'nothing';
	return typeof both === 'string' ? design : { ...design, part: selectionKey(both) };
}

async function unknownValues(scope: Scope, { basis, part }: OwnFilters): Promise<string[]> {
	if (!scope.log) return [];
	const lists = await Promise.all([goneValues(scope, basis), goneValues(scope, part)]);
	return [...new Set(lists.flat())];
}

function isSameDesign(a: OwnDesign, b: OwnDesign): boolean {
	const text = (design: OwnDesign): string =>
		JSON.stringify({ ...canonical(design), better: null });
	return text(a) === text(b);
}

/** A quantile among times the filter already bounds, or a mean among chosen scores, says what was chosen. */
function cutsItself({ kind, time, number }: OwnDesign, basis: Filter): boolean {
	if (kind === 'mean') return number === 'satisfaction' && basis.scores.length > 0;
	if (kind !== 'quantile') return false;
	const spans = {
		first_response: basis.firstResponse,
		resolution: basis.resolution,
		first_response_working: basis.firstResponseWorking,
		resolution_working: basis.resolutionWorking
	};
	return spans[time] !== undefined;
}
