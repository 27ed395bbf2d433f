import { emptyFilter } from '#lib/filter/filter.ts';
import { nextDay } from '#lib/filter/codec.ts';
import { daysBetween, shiftMonth } from '#lib/filter/period.ts';
import { inScope } from '#lib/filter/target-scope.ts';
import {
	betterOf,
	familyOf,
	measureKey,
	unitOf,
	type ChartedMeasure
} from '#lib/measures/charted-measure.ts';
import { controlFacts } from '#lib/measures/control-facts.ts';
import { shownValue } from '#lib/measures/control-chart.ts';
import type { ControlPeriod, ControlSeries } from '#lib/measures/control-series.ts';
import { controlVerdict } from '#lib/measures/control-verdict.ts';
import {
	outlookFrom,
	type ComingMonth,
	type KnownPart,
	type Outlook
} from '#lib/measures/target-outlook.ts';
import { addsUp, spanOf, type MeasuredTarget } from '#lib/measures/target.ts';
import { controlChoices } from './control-choices.ts';
import { limitsOf } from './control-limits.ts';
import { controlPeriods } from './control-periods.ts';
import type { LogScope } from './scope.ts';
import type { SeriesOfTarget } from './target-series.ts';
import { wishesOf } from './control-wishes.ts';

/** Whether a target of a running span will be met, by what, and what to be wary of. */
export interface ToldOutlook extends Outlook {
	readonly method: 'limits' | 'forecast';
	/** The last whole month signals a change: limits may describe what is no more. */
	readonly changing: boolean;
	/** Whole months the limits were made from; of a forecast those it was learnt from. */
	readonly months: number;
}

/** The months of a span as far as they lie ahead, the running one first. */
function comingPeriods(
	span: { readonly since: string; readonly until: string },
	log: Pick<LogScope, 'asOfDay'>
): readonly (ControlPeriod & { readonly share: number })[] {
	const known = nextDay(log.asOfDay);
	const periods: (ControlPeriod & { share: number })[] = [];
	for (let since = span.since; since < span.until; since = shiftMonth(since, 1)) {
		const { until } = spanOf('month', since);
		if (until <= known) continue;
		const days = daysBetween(since, until);
		const left = known <= since ? days : daysBetween(known, until);
		periods.push({ since, until, days, partial: true, share: left / days });
	}
	return periods;
}

/**
 * The outlook by the measure's own monthly control chart: its season, phases and baseline included, as the
 * control page shows it. Null below so many whole months that limits say nothing.
 */
export async function outlookByLimits(
	target: MeasuredTarget,
	known: KnownPart,
	log: LogScope,
	seriesFor: SeriesOfTarget
): Promise<ToldOutlook | null> {
	const { measure, scope } = target;
	const past = controlPeriods(
		{ ...log, days: { since: log.firstDay, until: nextDay(log.asOfDay) } },
		'month'
	);
	const ahead = comingPeriods(spanOf(target.span, target.since), log);
	const later = ahead.filter(({ since }) => !past.some((period) => period.since === since));
	const periods = [...past, ...later];
	const series = await seriesFor(measure, scope, 'month', periods);
	const wishes = wishesOf(
		controlChoices(() => null),
		periods
	);
	const { phases, baseline } = (await limitsOf(measureKey(measure)))(inScope(emptyFilter, scope));
	const facts = controlFacts(series, {
		...wishes,
		phases: phases.map(({ day }) => day),
		baseline
	});
	const { last, judged } = facts;
	const center = last === null ? null : (judged.center[last] ?? null);
	if (last === null || center === null) return null;
	const usual = usualSize(series);
	const multiplies = series.family === 'rate' || series.family === 'count';
	const effectAt = (at: number): number => facts.season?.effects[at] ?? (multiplies ? 1 : 0);
	const scale = facts.inLogs ? Math.log : (value: number): number => value;
	const back = facts.inLogs ? Math.exp : scale;
	const reach = Math.max(
		scale(judged.upper[last] ?? center) - scale(center),
		judged.lower[last] ? scale(center) - scale(judged.lower[last]) : 0
	);
	const days = series.family === 'count' ? periods[last]!.days : 1;
	const months = ahead.map((period): ComingMonth => {
		const at = periods.findIndex(({ since }) => since === period.since);
		const length = series.family === 'count' ? period.days / days : 1;
		const times = multiplies ? (effectAt(at) / effectAt(last)) * length : 1;
		return {
			share: period.share,
			size: period.share * usual * (period.days / 30.4),
			center: multiplies ? center * times : back(scale(center) - effectAt(last) + effectAt(at)),
			sigma: (reach / 3) * times
		};
	});
	const better = betterOf(measure);
	const found = outlookFrom(known, months, target.value, better, {
		sums: addsUp(measureKey(measure)),
		inLogs: facts.inLogs,
		judged: judged.phases.at(-1)?.length ?? 0
	});
	return (
		found && {
			...inRange(found, measure),
			method: 'limits',
			changing: controlVerdict(facts, better).pattern !== null,
			months: judged.phases.at(-1)?.length ?? 0
		}
	);
}

/** What a month is usually counted in: of the last year's whole months. */
function usualSize({ periods, sizes, cases, family }: ControlSeries): number {
	const counts = family === 'individual' ? cases : sizes;
	const whole = periods.flatMap(({ partial }, at) => (partial ? [] : [counts[at] ?? 0])).slice(-12);
	return whole.length === 0 ? 0 : whole.reduce((sum, size) => sum + size, 0) / whole.length;
}

/** Shares end at 0 and 1, scores at 1 and 5, nothing is below 0. */
function inRange(outlook: Outlook, measure: ChartedMeasure): Outlook {
	const [least, most] = rangeOf(measure) ?? [0, Infinity];
	const cut = (value: number): number => Math.min(most, Math.max(least, value));
	return {
		...outlook,
		value: cut(outlook.value),
		lower80: cut(outlook.lower80),
		upper80: cut(outlook.upper80)
	};
}

/** Ends of a measure's scale; null where it has but one. */
export function rangeOf(measure: ChartedMeasure): readonly [number, number] | null {
	const unit = unitOf(measure);
	return unit === 'share' ? [0, 1] : unit === 'score' ? [1, 5] : null;
}

/** Value, size and cases of the one period of a series. */
export function onlyPeriod(
	series: ControlSeries,
	measure: ChartedMeasure
): KnownPart & { readonly cases: number } {
	const cases = series.cases[0] ?? 0;
	const size = familyOf(measure) === 'individual' ? cases : (series.sizes[0] ?? 0);
	return { value: shownValue(series, 0), size, cases };
}
