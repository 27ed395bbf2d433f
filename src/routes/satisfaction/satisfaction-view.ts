import type { MarkMenuFacts } from '#lib/components/marked-chart.ts';
import { having, narrowed } from '#lib/filter/change.ts';
import type { Filter, MinuteSpan } from '#lib/filter/filter.ts';
import { casesHref, pageHref } from '#lib/filter/href.ts';
import { improveHref } from '#lib/filter/improve.ts';
import type { Formats } from '#lib/format/formats.ts';
import { fewestCases } from '#lib/measures/association-strength.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { Clock, ScoreMeasure, TimeKind, WaitingBand } from '#lib/measures/waiting-time.ts';
import { fieldInSentence } from '#lib/messages/field-names.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { BandFacts, ScoredBand } from '#lib/server/questions/satisfaction-bands.ts';
import type { SatisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';

/** What every block of the page draws on. */
export interface SatisfactionView {
	readonly f: Formats;
	readonly filter: Filter;
	readonly facts: SatisfactionFacts;
	readonly measure: ScoreMeasure;
	/** Whether the satisfied share is weighted against non-response as well. */
	readonly weights: boolean;
	readonly dataVersion: number;
}

/** Share in percent or mean score, as charts print it; NaN where nobody rated. */
export function printed(measure: ScoreMeasure, band: ScoredBand | null) {
	const found = band && band.rated > 0 ? band.score : null;
	const scale = measure === 'share' ? 100 : 1;
	const number = (value: number | null | undefined) => (value ?? Number.NaN) * scale;
	return {
		value: number(found?.value),
		lower: number(found?.interval?.lower),
		upper: number(found?.interval?.upper)
	};
}

/** A printed value with its unit: 84.3% or 4.21. */
export function scoreText(f: Formats, measure: ScoreMeasure, value: number): string {
	return measure === 'share' ? f.percent(value / 100) : f.score(value);
}

export const scoreEnds: Readonly<Record<ScoreMeasure, readonly [number, number]>> = {
	share: [0, 100],
	mean: [1, 5]
};

/** Bands with enough rated cases to be spoken of. */
export function spokenBands(facts: SatisfactionFacts): readonly BandFacts[] {
	return facts.bands.filter(({ rated }) => rated >= fewestCases);
}

/** Fewer cases than this make a box or a bar that says more of chance than of the band. */
const fewestDrawn = 10;

/** The bands of the page, null where too few cases are in one to be drawn; all where all are small. */
export function drawnBands(
	{ bands }: SatisfactionFacts,
	count: (band: BandFacts) => number
): readonly (BandFacts | null)[] {
	const small = bands.every((band) => count(band) < fewestDrawn);
	return bands.map((band) => (small || count(band) >= fewestDrawn ? band : null));
}

/** A band in words; `short` for axes: < 5 min, 5–15 min, ≥ 24 h. */
export function bandName(
	f: Formats,
	{ scale, time }: Pick<SatisfactionFacts, 'scale' | 'time'>,
	band: WaitingBand,
	short = false
): string {
	const { from, below } = band;
	if (scale === 'days') return dayBandName(f, band, short);
	const unit =
		below === null
			? longUnit(time, from > 1440)
			: below <= 60
				? 'minutes'
				: longUnit(time, from >= 1440);
	const of = (minutes: number) => f.durationParts(minutes, unit);
	if (below === null) {
		const { value, unit: word } = of(from);
		return m[short ? 'sat_band_short_from' : 'sat_band_from']({ from: value, unit: word });
	}
	const { value: to, unit: word } = of(below);
	if (from === 0) return m[short ? 'sat_band_short_below' : 'sat_band_below']({ to, unit: word });
	return m.sat_band_between({ from: of(from).value, to, unit: word });
}

/** A day of working time is no 24 hours: it is told in hours. */
function longUnit(time: TimeKind, long: boolean): 'hours' | 'days' {
	return long && time === 'wall' ? 'days' : 'hours';
}

/** How long somebody waited; working time of an hour and more in hours. */
export function waitText(
	f: Formats,
	{ time }: Pick<SatisfactionFacts, 'time'>,
	minutes: number | null
): string {
	return f.duration(
		minutes ?? Number.NaN,
		time === 'working' && (minutes ?? 0) >= 60 ? 'hours' : undefined
	);
}

/** Whole days: a band below four days holds the days before its end, so its last day is one less. */
function dayBandName(f: Formats, { from, below }: WaitingBand, short: boolean): string {
	const days = (minutes: number) => f.durationParts(minutes, 'days');
	const first = days(from);
	if (below === null)
		return m[short ? 'sat_band_short_from' : 'sat_band_from']({
			from: first.value,
			unit: first.unit
		});
	if (below === 1440) return m.sat_band_same_day();
	if (below - from === 1440) return m.sat_band_days({ from: first.value, unit: first.unit });
	return m.sat_band_between({
		from: first.value,
		to: days(below - 1440).value,
		unit: first.unit
	});
}

/** The clock's name inside a sentence. */
export function clockName(clock: Clock, time: TimeKind): string {
	const name = clock === 'first_response' ? m.sat_clock_first_response() : m.sat_clock_resolution();
	return time === 'working' ? m.sat_clock_working({ clock: name }) : name;
}

/** How a wait is counted: from which event to which, by which time. */
type Waiting = Pick<SatisfactionFacts, 'clock' | 'time'>;

const spanName = {
	wall: { first_response: 'firstResponse', resolution: 'resolution' },
	working: { first_response: 'firstResponseWorking', resolution: 'resolutionWorking' }
} as const;

/** The chosen dimension's name inside a sentence. */
export function stratumName({ f, facts }: Pick<SatisfactionView, 'f' | 'facts'>): string {
	return facts.stratum ? fieldInSentence(facts.stratum, f.locale) : '';
}

export function stratumValue(value: string | null): string {
	return value ?? m.blank_value();
}

/** Words put behind a Chinese character: a digit is set off by a space. */
export function spaced(f: Formats, words: string): string {
	return f.locale !== 'en' && /^\d/.test(words) ? ` ${words}` : words;
}

export function coefficientText(f: Formats, value: number | null | undefined): string {
	return f.number(value ?? Number.NaN, 2, 2);
}

// The cases each number counts.

/** Cases with a time of this clock. */
export function timed(filter: Filter, waiting: Waiting): Filter {
	return waiting.time === 'wall'
		? having(filter, waiting.clock)
		: inBand(filter, waiting, { from: 0, below: null });
}

export function rated(filter: Filter): Filter {
	return having(filter, 'satisfaction');
}

/** Cases with scores among these, of those the filter already means; undefined when none can be left. */
export function scored(filter: Filter, scores: readonly number[]): Filter | undefined {
	const left = scores.filter(
		(score) => filter.scores.length === 0 || filter.scores.includes(score)
	);
	return left.length > 0 ? { ...filter, scores: left } : undefined;
}

/** Cases whose wait lies in the band, within what the filter already asks. */
export function inBand(
	filter: Filter,
	{ clock, time }: Waiting,
	{ from, below }: WaitingBand
): Filter {
	const name = spanName[time][clock];
	const asked = filter[name] ?? {};
	const ends = [asked.below, below ?? undefined].filter((end) => end !== undefined);
	const span: MinuteSpan = {
		from: Math.max(from, asked.from ?? 0),
		...(ends.length > 0 && { below: Math.min(...ends) })
	};
	return { ...filter, [name]: span };
}

/** Cases of one value of the chosen dimension. */
export function inStratum(filter: Filter, facts: SatisfactionFacts, key: string | null): Filter {
	return facts.stratum ? narrowed(filter, facts.stratum, [key ?? '']) : filter;
}

/** This page with another filter, its own choices kept. */
export function satisfactionHref(
	{ facts, measure, weights }: Pick<SatisfactionView, 'facts' | 'measure' | 'weights'>,
	filter: Filter
): string {
	return pageHref('/satisfaction', filter, {
		clock: facts.clock,
		time: facts.time === 'wall' ? undefined : facts.time,
		measure,
		weights: weights ? 'on' : undefined,
		stratum: facts.stratum ?? undefined
	});
}

/** What an improvement from this page is followed by. */
export function followedBy({ measure }: Pick<SatisfactionView, 'measure'>): ControlMeasureId {
	return measure === 'share' ? 'satisfied_share' : 'satisfaction_mean';
}

/** The menu of a mark: the page for the chosen cases, and those of them that were counted. */
export function satisfactionMenu(
	view: SatisfactionView,
	cases: number,
	chosen: Filter,
	counted: Filter
): MarkMenuFacts {
	return {
		cases,
		casesText: view.f.count(cases),
		filterHref: satisfactionHref(view, chosen),
		casesHref: casesHref(counted),
		improveHref: improveHref({ page: '/satisfaction', filter: chosen, measure: followedBy(view) })
	};
}
