import { previousDay } from '#lib/filter/codec.ts';
import { having } from '#lib/filter/change.ts';
import { emptyFilter, type DayRange, type Filter } from '#lib/filter/filter.ts';
import { casesHref } from '#lib/filter/href.ts';
import { improveHref } from '#lib/filter/improve.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { OverviewFacts, SpanFacts } from '#lib/server/questions/overview-page.ts';
import {
	changeState,
	compared,
	duration,
	inPoints,
	isPart,
	percent,
	relative,
	trend,
	type Kind,
	type TileProps
} from './overview-tile-parts.ts';
import { chartStates } from './overview-tile-verdicts.ts';
import { countChange } from './overview-words.ts';

/** What the tiles are made from. */
export interface TileContext {
	readonly f: Formats;
	readonly facts: OverviewFacts;
	readonly filter: Filter;
	readonly days: DayRange;
	readonly kind: Kind | null;
	readonly partial: { readonly days: number; readonly of: number } | undefined;
}

/** The eight measures of the overview, each with its comparison, trend and the cases it counts. */
export function overviewTiles(context: TileContext): TileProps[] {
	const tiles: readonly (readonly [ControlMeasureId | null, TileProps])[] = [
		['complaints', complaints(context)],
		['complaint_rate', rate(context)],
		['first_response_median', firstResponse(context)],
		['resolution_median', resolution(context)],
		['satisfied_share', satisfied(context)],
		['satisfaction_mean', mean(context)],
		['response_rate', rated(context)],
		// What is open at the end of a day is followed by no chart: it follows from the times.
		[null, backlog(context)]
	];
	const { filter } = context;
	return tiles.map(([measure, tile]) =>
		measure && tile.value !== '–'
			? { ...tile, improveHref: improveHref({ page: '/', filter, measure }) }
			: tile
	);
}

function complaints({ f, facts, filter, kind, partial }: TileContext): TileProps {
	const { now, before } = facts;
	return {
		name: m.overview_complaints(),
		value: f.count(now.sums.cases),
		unit: m.overview_case_unit(),
		href: casesHref(filter),
		partial,
		comparisons: kind && before ? [countChange(f, kind, now.sums.cases, before.sums.cases)] : [],
		trend: trend(
			facts,
			m.overview_complaints(),
			({ cases }) => cases,
			f.count,
			facts.verdicts.complaints?.target
		),
		// Where orders are known the rate tells more than the count.
		states: facts.verdicts.complaint_rate ? [] : chartStates(f, facts, filter, 'complaints')
	};
}

function rate({ f, facts, filter, kind, partial }: TileContext): TileProps {
	const { now, before } = facts;
	const text = (value: number) => f.number(value, 1, 1);
	const missing = facts.has.orders ? m.overview_not_covered() : m.overview_no_orders();
	return {
		name: m.overview_rate(),
		hint: m.overview_rate_hint(),
		value: now.rate === null ? '–' : text(now.rate),
		unit: now.rate === null ? undefined : m.overview_rate_unit(),
		href: now.rate === null ? undefined : casesHref(filter),
		partial: now.rate === null ? undefined : partial,
		comparisons:
			now.rate === null
				? [missing]
				: [
						...compared(kind, before?.rate, text, relative(f, now.rate)),
						...(isPart(filter) ? [m.overview_rate_part()] : [])
					],
		trend: trend(
			facts,
			m.overview_rate(),
			({ rate }) => rate,
			text,
			facts.verdicts.complaint_rate?.target
		),
		states: chartStates(f, facts, filter, 'complaint_rate')
	};
}

function firstResponse({ f, facts, filter, kind, partial }: TileContext): TileProps {
	const { now, before } = facts;
	const p90 = now.sums.first_response_p90;
	return {
		name: m.overview_first_response(),
		hint: m.overview_median_hint(),
		...duration(f, now.sums.first_response_median),
		href: casesHref(having(filter, 'first_response')),
		partial,
		comparisons: facts.has.firstResponse
			? [
					...compared(
						kind,
						before?.sums.first_response_median,
						f.duration,
						relative(f, now.sums.first_response_median)
					),
					...(p90 === null ? [] : [m.overview_p90({ value: f.duration(p90) })])
				]
			: [m.overview_not_in_log()],
		trend: trend(
			facts,
			m.overview_first_response(),
			({ firstResponse }) => firstResponse,
			f.duration,
			facts.verdicts.first_response_median?.target
		),
		states: chartStates(f, facts, filter, 'first_response_median')
	};
}

function resolution({ f, facts, filter, kind, partial }: TileContext): TileProps {
	const { now, before } = facts;
	const cohort = now.resolution;
	const notReached = cohort !== null && cohort.resolution_median === null;
	return {
		name: m.overview_resolution(),
		hint: m.overview_resolution_hint(),
		...(notReached
			? { value: m.overview_median_open() }
			: duration(f, cohort?.resolution_median ?? null)),
		href: casesHref(having(filter, 'resolution_or_open')),
		partial,
		comparisons: facts.has.resolution
			? [
					...compared(
						kind,
						before?.resolution?.resolution_median,
						f.duration,
						relative(f, cohort?.resolution_median ?? null)
					),
					...slowestTenth(f, cohort)
				]
			: [m.overview_not_in_log()],
		trend: trend(
			facts,
			m.overview_resolution(),
			(month) => month.resolution,
			f.duration,
			facts.verdicts.resolution_median?.target
		),
		states: chartStates(f, facts, filter, 'resolution_median')
	};
}

/** Within what nine of ten are resolved; nothing is said of a cohort without a case. */
function slowestTenth(f: Formats, cohort: SpanFacts['resolution']): string[] {
	if (cohort === null) return [];
	const { resolution_p90: p90 } = cohort;
	return [p90 === null ? m.overview_p90_open() : m.overview_p90({ value: f.duration(p90) })];
}

function satisfied({ f, facts, filter, kind, partial }: TileContext): TileProps {
	const { now, before } = facts;
	const share = now.satisfied;
	const change = facts.satisfiedChange;
	// Scores chosen already stay the only ones; an empty list would mean all.
	const scores = [4, 5].filter((score) => isEmptyOrHas(filter.scores, score));
	return {
		name: m.overview_satisfied(),
		hint: m.overview_satisfied_hint(),
		...percent(f, share),
		href: scores.length > 0 ? casesHref({ ...filter, scores }) : undefined,
		partial,
		comparisons: facts.has.satisfaction
			? [
					...(share.interval
						? [
								m.overview_interval_rated({
									lower: f.percent(share.interval.lower),
									upper: f.percent(share.interval.upper),
									rated: f.count(share.n)
								})
							]
						: []),
					...compared(kind, before?.satisfied.value, f.percent, inPoints(f, share.value))
				]
			: [m.overview_not_in_log()],
		trend: trend(
			facts,
			m.overview_satisfied(),
			({ satisfied, rated }) => (rated > 0 ? satisfied / rated : null),
			f.percent
		),
		states: changeState(f, change)
	};
}

function mean({ f, facts, filter, kind, partial }: TileContext): TileProps {
	const { now, before } = facts;
	const { value, n } = now.mean;
	return {
		name: m.overview_mean(),
		hint: m.overview_mean_hint(),
		value: n === 0 || value === null ? '–' : f.score(value),
		unit: n === 0 ? undefined : m.overview_score_unit(),
		href: casesHref(having(filter, 'satisfaction')),
		partial,
		comparisons: facts.has.satisfaction
			? compared(
					kind,
					before?.mean.value,
					(score) => f.score(score),
					(was) => f.signed((value ?? Number.NaN) - was, 2)
				)
			: [m.overview_not_in_log()],
		trend: trend(
			facts,
			m.overview_mean(),
			({ scoreSum, rated }) => (rated > 0 ? scoreSum / rated : null),
			f.score,
			facts.verdicts.satisfaction_mean?.target
		),
		states: chartStates(f, facts, filter, 'satisfaction_mean')
	};
}

function rated({ f, facts, filter, kind, partial }: TileContext): TileProps {
	const { now, before } = facts;
	return {
		name: m.overview_response_rate(),
		hint: m.overview_response_rate_hint(),
		...(facts.has.satisfaction ? percent(f, now.responseRate) : { value: '–' }),
		href: facts.has.satisfaction ? casesHref(having(filter, 'satisfaction')) : undefined,
		partial,
		comparisons: facts.has.satisfaction
			? compared(kind, before?.responseRate.value, f.percent, inPoints(f, now.responseRate.value))
			: [m.overview_not_in_log()],
		trend: trend(
			facts,
			m.overview_response_rate(),
			({ rated, cases }) => (facts.has.satisfaction && cases > 0 ? rated / cases : null),
			f.percent
		)
	};
}

function backlog({ f, facts, filter, days, kind }: TileContext): TileProps {
	const { now, before } = facts;
	const known = facts.has.resolution && now.backlog !== null;
	const openOn = previousDay(days.until);
	const said = { day: f.dayOfYear(openOn), sources: f.list(now.silent) };
	// A filter names one such day: what is open on two of them cannot be opened.
	const opens = known && (filter.openOn === undefined || filter.openOn === openOn);
	return {
		name: m.overview_backlog(),
		hint: (now.silent.length > 0 ? m.overview_backlog_hint_without : m.overview_backlog_hint)(said),
		value: known ? f.count(now.backlog ?? 0) : '–',
		unit: known ? m.overview_case_unit() : undefined,
		href: opens
			? casesHref({ ...filter, period: 'all', comparison: emptyFilter.comparison, openOn })
			: undefined,
		comparisons: known
			? kind && before?.backlog != null
				? [countChange(f, kind, now.backlog ?? 0, before.backlog)]
				: []
			: [m.overview_not_in_log()],
		trend: trend(facts, m.overview_backlog(), (month) => month.backlog, f.count)
	};
}

function isEmptyOrHas<T>(chosen: readonly T[], value: T): boolean {
	return chosen.length === 0 || chosen.includes(value);
}
