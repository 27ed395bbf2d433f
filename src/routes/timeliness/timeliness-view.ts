import type { Outcome } from '#lib/calendar/policy.ts';
import type { Names } from '#lib/calendar/named-calendar.ts';
import { shiftDay } from '#lib/filter/codec.ts';
import type { DayRange, Filter, MinuteSpan } from '#lib/filter/filter.ts';
import { casesHref, pageHref } from '#lib/filter/href.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Annotation } from '#lib/measures/annotations.ts';
import type { CaseField } from '#lib/measures/case-fields.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { Attainment } from '#lib/server/questions/timeliness-attainment.ts';
import type { AgeBand, CurveBin, TimelinessFacts } from '#lib/server/questions/timeliness-page.ts';

/** What every block of the page draws on. */
export interface TimelinessView {
	readonly f: Formats;
	readonly filter: Filter;
	readonly facts: TimelinessFacts;
	readonly dataVersion: number;
	/** Fields the chosen logs speak of. */
	readonly columns: readonly CaseField[];
	/** Last day told of, where its month is not over; else null. */
	readonly runningDay: string | null;
	/** What happened, drawn as flags. */
	readonly annotations: readonly Annotation[];
}

/** Whether the page judges by the target dates the log itself carries. */
export function isByOwnTarget({ stage }: TimelinessFacts): boolean {
	return stage?.stage === 'own_target';
}

/** Open cases of a band past what the page judges by. */
export function lateOf(facts: TimelinessFacts, band: AgeBand): number {
	return isByOwnTarget(facts) ? band.late_by_target : band.late;
}

/** Outcomes of cases whose limit has passed. */
const judgedOutcomes: readonly Outcome[] = ['met', 'breached', 'open_late'];

/** Cases with one of these outcomes at a stage. */
export function withOutcome(
	filter: Filter,
	{ stage }: Pick<Attainment, 'stage'>,
	outcomes: readonly Outcome[] = judgedOutcomes
): Filter {
	return { ...filter, limits: { ...filter.limits, [stage]: outcomes } };
}

export function outcomeHref(filter: Filter, stage: Attainment, outcome: Outcome): string {
	return casesHref(withOutcome(filter, stage, [outcome]));
}

/** Cases received in a month of the period. */
export function inMonth(filter: Filter, month: string): Filter {
	return { ...filter, within: monthRange(month) };
}

function monthRange(month: string): DayRange {
	return { since: month, until: shiftMonth(month, 1) };
}

/** Cases resolved within a bin of the curve, twenty bins a power of ten, and in the time chosen already. */
export function inBin(filter: Filter, facts: TimelinessFacts, { bin }: CurveBin): Filter {
	const span = {
		...(bin > 0 && { from: 10 ** (bin / 20) }),
		below: 10 ** ((bin + 1) / 20)
	};
	return facts.clock === 'working'
		? { ...filter, resolutionWorking: both(filter.resolutionWorking, span) }
		: { ...filter, resolution: both(filter.resolution, span) };
}

/** Minutes of both spans. */
function both(chosen: MinuteSpan = {}, span: MinuteSpan): MinuteSpan {
	const from = Math.max(chosen.from ?? 0, span.from ?? 0);
	const below = Math.min(chosen.below ?? Infinity, span.below ?? Infinity);
	return { ...(from > 0 && { from }), ...(below < Infinity && { below }) };
}

/** Open cases of a band of age, whenever they came. */
export function inAge(filter: Filter, band: AgeBand, firstDay: string): Filter {
	const { since, until, open_on: openOn } = band;
	return {
		...filter,
		period: { since: since ?? (firstDay < until ? firstDay : shiftDay(until, -1)), until },
		states: ['open'],
		openOn
	};
}

/** This page with another filter, its own choices kept. */
export function timelinessHref(facts: TimelinessFacts, filter: Filter): string {
	return pageHref('/timeliness', filter, {
		time: facts.clock === 'wall' ? undefined : facts.clock,
		stage: facts.stage?.stage
	});
}

/** What an improvement of a stage is followed by: whether its limit was kept, where charts know it. */
export function attainmentOf(stage: Attainment['stage']): ControlMeasureId {
	return stage === 'first_response' ? 'response_in_time' : 'resolution_in_time';
}

/** A name of shipped or own data in the reader's language. */
export function named(names: Names, f: Formats): string {
	return names[f.locale] || names['zh-CN'] || names.en;
}

/** The log tells which complaints are closed: without that, none open is not a finding. */
export function saysClosed({ facts }: Pick<TimelinessView, 'facts'>): boolean {
	return facts.curve.length > 0 || facts.backlog.some(({ cases }) => cases > 0);
}
