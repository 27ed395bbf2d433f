import type { MarkMenuFacts } from '#lib/components/marked-chart.ts';
import { having, narrowed } from '#lib/filter/change.ts';
import type { Filter, MinuteSpan } from '#lib/filter/filter.ts';
import { casesHref, pageHref } from '#lib/filter/href.ts';
import type { Formats } from '#lib/format/formats.ts';
import { fewestCases } from '#lib/measures/association-strength.ts';
import type { Clock, ScoreMeasure, WaitingBand } from '#lib/measures/waiting-time.ts';
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
	{ scale }: Pick<SatisfactionFacts, 'scale'>,
	band: WaitingBand,
	short = false
): string {
	const { from, below } = band;
	if (scale === 'days') return dayBandName(f, band, short);
	const unit =
		below === null ? (from > 1440 ? 'days' : 'hours') : below <= 60 ? 'minutes' : hoursOrDays(from);
	const of = (minutes: number) => f.durationParts(minutes, unit);
	if (below === null) {
		const { value, unit: word } = of(from);
		return m[short ? 'sat_band_short_from' : 'sat_band_from']({ from: value, unit: word });
	}
	const { value: to, unit: word } = of(below);
	if (from === 0) return m[short ? 'sat_band_short_below' : 'sat_band_below']({ to, unit: word });
	return m.sat_band_between({ from: of(from).value, to, unit: word });
}

function hoursOrDays(from: number): 'hours' | 'days' {
	return from >= 1440 ? 'days' : 'hours';
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
export function clockName(clock: Clock): string {
	return clock === 'first_response' ? m.sat_clock_first_response() : m.sat_clock_resolution();
}

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
export function timed(filter: Filter, clock: Clock): Filter {
	return having(filter, clock);
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
export function inBand(filter: Filter, clock: Clock, { from, below }: WaitingBand): Filter {
	const name = clock === 'first_response' ? 'firstResponse' : 'resolution';
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
	{ facts, measure }: Pick<SatisfactionView, 'facts' | 'measure'>,
	filter: Filter
): string {
	return pageHref('/satisfaction', filter, {
		clock: facts.clock,
		measure,
		stratum: facts.stratum ?? undefined
	});
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
		casesHref: casesHref(counted)
	};
}
