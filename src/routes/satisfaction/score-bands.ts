import type { ScoreBandColumns, ScoreBandWords } from '#lib/charts/options/score-bands.ts';
import { fewestCases } from '#lib/measures/association-strength.ts';
import { capitalised } from '#lib/format/sentence.ts';
import * as m from '#lib/messages/generated/messages.js';
import { rangeText } from '#lib/components/share-words.ts';
import type { StratumFacts } from '#lib/server/questions/satisfaction-page.ts';
import {
	bandName,
	drawnBands,
	printed,
	scoreEnds,
	scoreText,
	spaced,
	spokenBands,
	stratumValue,
	type SatisfactionView
} from './satisfaction-view.ts';

/** A group makes a band stand out where it holds this many times its overall share. */
const overrepresented = 1.5;

/** The group that scores lowest, where splitting by groups turns the picture: it explains the bands. */
function explainingStratum({ facts }: SatisfactionView): StratumFacts | null {
	if (facts.verdict !== 'reversed' && facts.verdict !== 'masked') return null;
	const known = facts.strata.filter(({ n }) => n >= fewestCases);
	return known.toSorted((a, b) => a.meanScore - b.meanScore)[0] ?? null;
}

export function scoreBandColumns(view: SatisfactionView): ScoreBandColumns {
	const { facts, measure } = view;
	const values = drawnBands(facts, ({ rated }) => rated).map((band) => printed(measure, band));
	const stratum = explainingStratum(view);
	const overall = stratum ? stratum.n / facts.pooled.spearman.n : 0;
	return {
		band: facts.bands.map(({ from }) => String(from)),
		value: values.map(({ value }) => value),
		lower: values.map(({ lower }) => lower),
		upper: values.map(({ upper }) => upper),
		cases: facts.bands.map(({ rated }) => rated),
		...(stratum && {
			warned: facts.bands
				.filter((_, at) => shareIn(view, stratum, at) >= overrepresented * overall)
				.map(({ from }) => String(from))
		}),
		ends: scoreEnds[measure]
	};
}

function shareIn({ facts }: SatisfactionView, stratum: StratumFacts, at: number): number {
	const all = facts.bands[at]?.rated ?? 0;
	return all > 0 ? (stratum.bands[at]?.rated ?? 0) / all : Number.NaN;
}

export function scoreBandWords(view: SatisfactionView): ScoreBandWords {
	const { f, facts, measure } = view;
	const stratum = explainingStratum(view);
	const band = (key: string) => facts.bands.find(({ from }) => String(from) === key);
	return {
		valueName: measure === 'share' ? m.sat_share_axis() : m.sat_mean_axis(),
		tick: (value) => f.number(value, 1),
		value: (value) => (measure === 'share' ? f.number(value, 1, 1) : f.score(value)),
		band: (key) => {
			const found = band(key);
			return found ? bandName(f, facts, found, true) : '';
		},
		under: (at) => {
			const n = m.sat_n({ n: f.count(facts.bands[at]?.rated ?? 0) });
			return stratum ? [n, f.percent(shareIn(view, stratum, at), 0)] : [n];
		},
		target: (value) => f.number(value, 1),
		tip: (at) => {
			const found = facts.bands[at];
			if (!found) return [''];
			const { value, lower, upper } = printed(measure, found);
			const texts = [value, lower, upper].map((each) => scoreText(f, measure, each));
			const [valueText = '', lowerText = '', upperText = ''] = texts;
			return [
				bandName(f, facts, found),
				m[`sat_tip_${measure}`]({ value: valueText, lower: lowerText, upper: upperText }),
				m.sat_tip_rated({ rated: f.count(found.rated), cases: f.count(found.cases) })
			];
		}
	};
}

/** What the bands say: the quickest against the slowest, and the extremes where they lie elsewhere. */
export function scoreBandAnswer(view: SatisfactionView): string {
	const { f, facts, measure } = view;
	const bands = spokenBands(facts);
	const [first, last] = [bands[0], bands.at(-1)];
	if (!first || !last || bands.length < 2) return m.sat_bands_answer_few();
	const text = (value: number) => scoreText(f, measure, value);
	const names = { firstBand: bandName(f, facts, first), lastBand: bandName(f, facts, last) };
	const [a, b] = [printed(measure, first), printed(measure, last)];
	const values = { ...names, first: text(a.value), last: text(b.value) };
	const order = bands.toSorted((x, y) => printed(measure, y).value - printed(measure, x).value);
	const [best, worst] = [order[0] ?? first, order.at(-1) ?? last];
	const stratum = explainingStratum(view);
	const atEnds = [best, worst].every((band) => band === first || band === last);
	return capitalised(
		f.sentences(
			measure === 'share'
				? m.sat_bands_answer_share({ ...values, ...differenceWords(view) })
				: m.sat_bands_answer_mean({
						...values,
						firstRange: rangeText(a, text),
						lastRange: rangeText(b, text)
					}),
			stratum &&
				m.sat_bands_answer_mix({
					firstBand: spaced(f, names.firstBand),
					lastBand: spaced(f, names.lastBand),
					stratum: stratumValue(stratum.key),
					first: f.percent(shareIn(view, stratum, facts.bands.indexOf(first)), 0),
					last: f.percent(shareIn(view, stratum, facts.bands.indexOf(last)), 0)
				}),
			!stratum &&
				!atEnds &&
				m.sat_bands_answer_extreme({
					bestBand: spaced(f, bandName(f, facts, best)),
					best: text(printed(measure, best).value),
					worstBand: spaced(f, bandName(f, facts, worst)),
					worst: text(printed(measure, worst).value)
				})
		)
	);
}

/** Last less first in percentage points, with the Newcombe interval. */
function differenceWords({ f, facts }: SatisfactionView) {
	const { value, interval } = facts.contrast ?? { value: null, interval: null };
	return {
		difference: f.points(value ?? Number.NaN),
		lower: f.signed((interval?.lower ?? Number.NaN) * 100, 1),
		upper: f.signed((interval?.upper ?? Number.NaN) * 100, 1)
	};
}

export function scoreBandCaption(view: SatisfactionView): string {
	const stratum = explainingStratum(view);
	return view.f.sentences(
		m[`sat_bands_caption_${view.measure}`](),
		stratum && (view.f.locale === 'en' ? '·' : '；'),
		stratum && m.sat_bands_mix({ strata: `**${stratumValue(stratum.key)}**` })
	);
}
