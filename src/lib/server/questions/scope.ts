import { formatFilter } from '#lib/filter/codec.ts';
import { emptyFilter, type DayRange, type Filter } from '#lib/filter/filter.ts';
import type { LogSource } from '#lib/filter/log-state.ts';
import { wallTime } from '#lib/format/instant.ts';
import { resolveComparison, resolvePeriod, type LogSpan } from '#lib/filter/period.ts';
import type { CaseField } from '#lib/measures/case-fields.ts';
import type { Person } from '#lib/server/access/person.ts';
import { businessZone, warehouse } from '#lib/server/state/state.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import type { NamedFilters } from '#lib/server/warehouse/port.ts';
import { rowOf, rowsOf } from '#lib/server/warehouse/rows.ts';
import { namedFilter } from './named-filter.ts';
import { ownTargetRules, ownTargetsOf, type OwnTargets } from './own-targets.ts';
import { silentOn, toldUntil } from './told-until.ts';
import { requestState, type RequestState } from './request-state.ts';

/** A log the warehouse holds. */
interface Source extends LogSource {
	readonly as_of: number | null;
	readonly columns: readonly CaseField[] | null;
	readonly has_cases: boolean;
	readonly has_orders: boolean;
}

/** What a request asks about, resolved: everything a question needs besides its own parameters. */
export interface Scope {
	readonly warehouse: DuckDbWarehouse;
	readonly person: Person;
	readonly filter: Filter;
	/** Aborted when whoever asks has left: what is asked within the scope is then interrupted. */
	readonly signal: AbortSignal | undefined;
	readonly sources: readonly string[];
	/** Every log the person may see, also those this filter leaves out. */
	readonly allSources: readonly LogSource[];
	readonly zone: string;
	readonly dataVersion: number;
	/** Rows all loads together have set aside. */
	readonly quarantined: number;
	/** Case fields the chosen logs speak of. */
	readonly columns: readonly CaseField[];
	/** True where the demo log is what is shown. */
	readonly demo: boolean;
	/** False where some of the chosen logs have orders and others none: a rate would be too high. */
	readonly ordersCoverSources: boolean;
	/** Null while the chosen sources hold no case. */
	readonly log: LogScope | null;
}

export interface LogScope extends LogSpan {
	/** Cases of the chosen sources, whatever the filter. */
	readonly cases: number;
	/** Up to when the log tells, epoch milliseconds. */
	readonly asOf: number;
	readonly days: DayRange;
	/** Until which day each log is counted in what is open; null: it names no end. */
	readonly toldUntil: ReadonlyMap<string, string | null>;
	readonly comparison: { readonly kind: 'year' | 'previous'; readonly days: DayRange } | null;
	/** Of each log with target dates of its own: of how many cases. */
	readonly ownTargets: readonly OwnTargets[];
	readonly filters: NamedFilters;
}

/**
 * Resolves a filter against the logs a person may see. Every question begins here. Within a request
 * (told by its signal) every scope is of one state of the data; a change in between is `DataChanged`.
 */
export function scopeOf(person: Person, filter: Filter, signal?: AbortSignal): Promise<Scope> {
	const request = requestState(signal);
	const key = formatFilter(filter).toString();
	return once(request.scopes, key, () => resolveScope(person, filter, request, signal));
}

async function resolveScope(
	person: Person,
	filter: Filter,
	request: RequestState,
	signal: AbortSignal | undefined
): Promise<Scope> {
	const store = await warehouse();
	const zone = businessZone();
	const state = await once(request.known, 'state', () => stateOf(store, signal));
	const visible = visibleSources(state.sources, filter);
	const sources = visible.map(({ source }) => source);
	const { version } = state;
	const spanOf = (days: DayRange | null): Promise<Span> => {
		const filters = { selection: namedFilter(emptyFilter, days, sources) };
		return once(request.known, JSON.stringify(filters), async () =>
			rowOf<Span>(await store.ask('scope/log_span', { filters, version, signal }))
		);
	};
	const span = await spanOf(null);
	const orders = orderSources(state.sources, visible);
	const names = { sources, orders: orders.names };
	const told = toldUntil(visible, zone);
	const targeted = visible.filter(({ columns }) => columns?.includes('target_at'));
	const ownTargets = await ownTargetsOf(store, targeted, version);
	const resolved = (wanted: Filter) =>
		logScope(wanted, names, span, asOfInstant(visible), { told, ownTargets }, zone);
	const log = resolved(filter);
	// Between two logs lie days nobody counted: against them everything would be an increase.
	const comparable =
		!log?.comparison || sources.length < 2 || (await spanOf(log.comparison.days)).cases > 0;
	return {
		warehouse: store,
		person,
		filter,
		signal,
		sources,
		allSources: state.sources
			.filter(({ has_cases }) => has_cases)
			.map(({ source, demo }) => ({ source, demo })),
		zone,
		dataVersion: version,
		quarantined: state.quarantined,
		columns: [...new Set(visible.flatMap(({ columns }) => columns ?? []))],
		demo: visible.some((source) => source.demo),
		ordersCoverSources: orders.cover,
		log: comparable ? log : resolved({ ...filter, comparison: 'none' })
	};
}

/** Cases of a choice of sources and days, and their first and last day. */
interface Span {
	readonly cases: number;
	readonly first_day: string | null;
	readonly last_day: string | null;
}

/** The logs there are and the version of the data, of one snapshot. */
function stateOf(store: DuckDbWarehouse, signal: AbortSignal | undefined) {
	return store.read({ signal }, async (session) => ({
		...rowOf<{ version: number; quarantined: number }>(await session.ask('scope/data_version')),
		sources: rowsOf<Source>(await session.ask('scope/sources'))
	}));
}

/** What is kept under a key, asked for the first time only. */
function once<T>(kept: Map<string, Promise<unknown>>, key: string, ask: () => Promise<T>) {
	const found = kept.get(key) as Promise<T> | undefined;
	if (found) return found;
	const asked = ask();
	kept.set(key, asked);
	return asked;
}

/** Sources named, else every real log, else the demo. */
function visibleSources(all: readonly Source[], filter: Filter): readonly Source[] {
	if (filter.sources.length > 0) return all.filter(({ source }) => filter.sources.includes(source));
	const withCases = all.filter(({ has_cases }) => has_cases);
	const real = withCases.filter(({ demo }) => !demo);
	return real.length > 0 ? real : withCases;
}

/**
 * Whose orders stand behind the chosen logs: their own, and those of sources that brought orders alone,
 * which belong to the whole business. The demo's orders go with the demo only.
 */
function orderSources(
	all: readonly Source[],
	visible: readonly Source[]
): { readonly names: readonly string[]; readonly cover: boolean } {
	const shared = all.filter(
		({ has_cases, has_orders, demo }) =>
			has_orders && !has_cases && visible.some((source) => source.demo === demo)
	);
	const own = visible.filter(({ has_orders }) => has_orders);
	return {
		names: [...shared, ...own].map(({ source }) => source),
		cover: shared.length > 0 || own.length === 0 || own.length === visible.length
	};
}

/** The latest instant any of the logs tells of. */
function asOfInstant(sources: readonly Source[]): number | null {
	const instants = sources.flatMap(({ as_of }) => (as_of === null ? [] : [as_of]));
	return instants.length > 0 ? Math.max(...instants) : null;
}

function againstDays({ comparison }: Filter, days: DayRange): DayRange {
	return comparison === 'rest' ? days : { ...days, until: days.since };
}

function logScope(
	filter: Filter,
	names: { readonly sources: readonly string[]; readonly orders: readonly string[] },
	span: Span,
	asOf: number | null,
	{
		told,
		ownTargets
	}: { readonly told: LogScope['toldUntil']; readonly ownTargets: readonly OwnTargets[] },
	zone: string
): LogScope | null {
	if (span.first_day === null || span.last_day === null) return null;
	const instant = asOf ?? Date.parse(`${span.last_day}T23:59:59Z`);
	// An as-of of midnight closes the day before: that day is whole.
	const asOfDay = asOf === null ? span.last_day : wallTime(asOf - 1, zone).day;
	const log = {
		firstDay: span.first_day,
		asOfDay,
		...(span.last_day > asOfDay && { lastDay: span.last_day })
	};
	const days = resolvePeriod(filter.period, log);
	const comparison = resolveComparison(filter.comparison, days, log);
	const silent = filter.openOn === undefined ? [] : silentOn(told, filter.openOn);
	const named = (range: DayRange | null) => ({
		...namedFilter(filter, range, names.sources),
		...(silent.length > 0 && { silent }),
		order_source: names.orders
	});
	const filters: NamedFilters = {
		selection: named(days),
		// Without a comparison the days before are no days: questions then answer with nothing there.
		before: named(comparison?.days ?? { ...days, until: days.since }),
		ever: named(null),
		// Every case of the period, what is selected included; no day at all unless it is asked for.
		against: {
			...namedFilter(emptyFilter, againstDays(filter, days), names.sources),
			order_source: names.orders
		},
		as_of_day: asOfDay,
		told_until: Object.fromEntries(told),
		...(ownTargets.length > 0 && ownTargetRules(ownTargets))
	};
	return {
		...log,
		cases: span.cases,
		asOf: instant,
		days,
		toldUntil: told,
		ownTargets,
		comparison,
		filters
	};
}
