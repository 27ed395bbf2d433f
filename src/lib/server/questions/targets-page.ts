import { countedCases } from '#lib/filter/counted-cases.ts';
import { nextDay } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { daysBetween } from '#lib/filter/period.ts';
import {
	betterOf,
	chartedMeasure,
	hasTargets,
	measureKey,
	type ChartedMeasure
} from '#lib/measures/charted-measure.ts';
import { shownValue } from '#lib/measures/control-chart.ts';
import { targetDoubt, type TargetDoubt } from '#lib/measures/target-doubts.ts';
import { meetsTarget } from '#lib/measures/target-outlook.ts';
import { addsUp, spanOf, type MeasuredTarget } from '#lib/measures/target.ts';
import { measureAlone, type OwnMeasure } from '#lib/measures/own-measure.ts';
import { allOwnMeasures } from '#lib/server/record/own-measures.ts';
import { keptTargets, type KeptTarget, type NewTarget } from '#lib/server/record/targets.ts';
import { controlPeriods } from './control-periods.ts';
import type { LogScope, Scope } from './scope.ts';
import { outlookByForecast } from './target-forecast.ts';
import { onlyPeriod, outlookByLimits, rangeOf, type ToldOutlook } from './target-outlooks.ts';
import { filterOfTarget, seriesOfTargets, type SeriesOfTarget } from './target-series.ts';

/** What has become of a target by now. `untold`: the log knows only a part of what is over. */
export type Attainment = 'met' | 'missed' | 'running' | 'to_come' | 'untold';

export interface TargetFacts extends Omit<KeptTarget, 'measure'> {
	readonly measure: ChartedMeasure;
	/** Day after the last of the span. */
	readonly until: string;
	readonly attainment: Attainment;
	/** Over the days of the span the log tells of; null where there is none. */
	readonly now: number | null;
	/** Whether that meets the target; of a running span only so far. */
	readonly meets: boolean | null;
	/** Cases it counts, and how to open them. */
	readonly cases: number;
	readonly filter: Filter;
	/** Days of the span that are over, and all it has. */
	readonly days: { readonly over: number; readonly of: number };
	/** Of a running span; null where nothing can be said. */
	readonly outlook: ToldOutlook | null;
}

export interface TargetsPageFacts {
	/** Standing ones, those running first, then to come, then over; latest first. */
	readonly targets: readonly TargetFacts[];
	readonly withdrawn: readonly KeptTarget[];
	/** Said of measures that have no chart here, or were taken out of use. */
	readonly unknown: readonly KeptTarget[];
	/** Own measures a target can be set for. */
	readonly owns: readonly OwnMeasure[];
	/** Those that were taken out of use: what their targets are called by. */
	readonly retired: readonly OwnMeasure[];
}

/** Every target with what has become of it and what will. */
export async function targetsPageFacts(scope: Scope): Promise<TargetsPageFacts> {
	const [kept, all] = await Promise.all([keptTargets(), allOwnMeasures()]);
	const inUse = all.filter(({ retired }) => retired === null).map(measureAlone);
	const standing = kept.filter(({ value }) => value !== null);
	const seriesFor = seriesOfTargets(scope);
	const targets: TargetFacts[] = [];
	for (const target of standing) {
		const measure = chartedMeasure(target.measure, inUse);
		if (scope.log && measure)
			targets.push(await factsOf({ ...target, measure }, scope, scope.log, seriesFor));
	}
	const rank: readonly Attainment[] = ['running', 'to_come', 'missed', 'met', 'untold'];
	const group = ({ attainment }: TargetFacts): number => Math.min(2, rank.indexOf(attainment));
	return {
		targets: targets.sort(
			(a, b) =>
				group(a) - group(b) ||
				(a.since < b.since ? 1 : a.since > b.since ? -1 : 0) ||
				measureKey(a.measure).localeCompare(measureKey(b.measure))
		),
		withdrawn: kept.filter(({ value }) => value === null),
		unknown: standing.filter(({ measure }) => !scope.log || !chartedMeasure(measure, inUse)),
		owns: inUse.filter(hasTargets),
		retired: all.filter(({ retired }) => retired !== null).map(measureAlone)
	};
}

async function factsOf(
	target: Omit<KeptTarget, 'measure'> & { readonly measure: ChartedMeasure },
	scope: Scope,
	log: LogScope,
	seriesFor: SeriesOfTarget
): Promise<TargetFacts> {
	const { measure, since } = target;
	const value = target.value!;
	const { until } = spanOf(target.span, since);
	const known = nextDay(log.asOfDay);
	const end = until < known ? until : known;
	const of = daysBetween(since, until);
	const over = Math.max(0, daysBetween(since, end));
	const from = since < log.firstDay ? log.firstDay : since;
	const told = Math.max(0, daysBetween(from, end));
	const period = { since, until, days: of, partial: until > known, told };
	const part = onlyPeriod(await seriesFor(measure, target.scope, target.span, [period]), measure);
	const better = betterOf(measure);
	const has = over > 0 && part.value !== null;
	const meets = has ? meetsTarget(part.value!, value, better) : null;
	const attainment: Attainment =
		over === 0
			? 'to_come'
			: since < log.firstDay
				? 'untold'
				: until > known
					? 'running'
					: meets === null
						? 'untold'
						: meets
							? 'met'
							: 'missed';
	const asked = { ...target, value };
	return {
		...target,
		until,
		attainment,
		now: has ? part.value : null,
		meets,
		cases: over > 0 ? part.cases : 0,
		filter: countedCases(filterOfTarget(target.scope, { since, until }), measure),
		days: { over, of },
		outlook:
			attainment === 'running'
				? ((measure === 'complaints'
						? await outlookByForecast(scope, { ...asked, measure })
						: null) ?? (await outlookByLimits(asked, part, log, seriesFor)))
				: null
	};
}

/** What makes one ask whether new targets were meant so, one entry each. */
export async function targetDoubts(
	scope: Scope,
	given: readonly Omit<MeasuredTarget, 'id'>[]
): Promise<readonly { readonly doubt: TargetDoubt | null; readonly usual: number | null }[]> {
	const { log } = scope;
	if (!log) return given.map(() => ({ doubt: null, usual: null }));
	const months = controlPeriods(
		{ ...log, days: { since: log.firstDay, until: nextDay(log.asOfDay) } },
		'month',
		14
	);
	const seriesFor = seriesOfTargets(scope);
	return Promise.all(
		given.map(async (target) => {
			const { measure } = target;
			const series = await seriesFor(measure, target.scope, 'month', months);
			const recent = months
				.flatMap(({ partial }, at) => (partial ? [] : [shownValue(series, at)]))
				.filter((value) => value !== null)
				.slice(-12);
			const times = addsUp(measureKey(measure)) ? monthsOf(target) : 1;
			const over = recent.map((value) => value * times);
			return {
				doubt: targetDoubt(target.value, over, betterOf(measure), rangeOf(measure)),
				usual: over.length > 0 ? over.reduce((sum, value) => sum + value, 0) / over.length : null
			};
		})
	);
}

function monthsOf({ span }: Pick<NewTarget, 'span'>): number {
	return { month: 1, quarter: 3, year: 12 }[span];
}
