import type { ResponseRateColumns, ResponseRateWords } from '#lib/charts/options/response-rate.ts';
import { fewestCases } from '#lib/measures/association-strength.ts';
import { nonResponseBounds } from '#lib/measures/non-response.ts';
import * as m from '#lib/messages/generated/messages.js';
import { bandName, drawnBands, type SatisfactionView } from './satisfaction-view.ts';

export function rateColumns({ facts }: SatisfactionView): ResponseRateColumns {
	const { timed, timed_rated } = facts.coverage[facts.clock];
	return {
		band: facts.bands.map(({ from }) => String(from)),
		rate: drawnBands(facts, (band) => band.cases).map((band) =>
			band ? (band.rate.value ?? Number.NaN) : Number.NaN
		),
		cases: facts.bands.map(({ cases }) => cases),
		...(timed > 0 && { overall: timed_rated / timed })
	};
}

export function rateWords({ f, facts }: SatisfactionView): ResponseRateWords {
	return {
		rateName: m.sat_rate_axis(),
		tick: (rate) => f.number(rate * 100, 1),
		rate: (rate) => f.percent(rate, facts.bands.length > 6 ? 0 : 1),
		band: (key) => {
			const band = facts.bands.find(({ from }) => String(from) === key);
			return band ? bandName(f, facts, band, true) : '';
		},
		under: (at) => m.sat_n({ n: f.count(facts.bands[at]?.cases ?? 0) }),
		overall: (rate) => m.sat_rate_overall({ rate: f.percent(rate) }),
		tip: (at) => {
			const band = facts.bands[at];
			if (!band) return [''];
			const { value, interval } = band.rate;
			const text = (share: number | null | undefined) => f.percent(share ?? Number.NaN);
			return [
				bandName(f, facts, band),
				m.sat_tip_rate({
					value: text(value),
					lower: text(interval?.lower),
					upper: text(interval?.upper)
				}),
				m.sat_tip_rated({ rated: f.count(band.rated), cases: f.count(band.cases) })
			];
		}
	};
}

/** How many rated, and what the silent ones could change; null where no one stayed silent. */
export function silentSentence({ f, facts }: SatisfactionView): string | null {
	const sums = facts.coverage[facts.clock];
	const bounds = nonResponseBounds(sums);
	if (!bounds || sums.rated === sums.cases) return null;
	return m.sat_rate_answer({
		rate: f.percent(sums.rated / sums.cases),
		rated: f.count(sums.rated),
		cases: f.count(sums.cases),
		share: f.percent(sums.rated > 0 ? sums.satisfied / sums.rated : Number.NaN),
		lowest: f.percent(bounds.lowest),
		highest: f.percent(bounds.highest)
	});
}

/** The share weighted against non-response beside the plain one; nothing where it was not asked for. */
function weightedSentences({ f, facts }: SatisfactionView): string[] {
	const { weighted } = facts;
	if (!weighted) return [];
	const plain = facts.overall.share;
	const percent = (share: number | null | undefined) => f.percent(share ?? Number.NaN);
	return [
		m.sat_weights_answer({
			share: percent(weighted.share),
			lower: percent(weighted.interval.lower),
			upper: percent(weighted.interval.upper),
			plain: percent(plain.value),
			plainLower: percent(plain.interval?.lower),
			plainUpper: percent(plain.interval?.upper),
			rated: f.count(weighted.rated),
			effective: f.count(Math.round(weighted.effective))
		}),
		...(weighted.trimmed > 0
			? [m.sat_weights_trimmed({ trimmed: f.count(weighted.trimmed) })]
			: []),
		...(weighted.unheard > 0 ? [m.sat_weights_unheard({ unheard: f.count(weighted.unheard) })] : [])
	];
}

/** The same, and whether bands differ in it. */
export function rateAnswer(view: SatisfactionView): string {
	const { f, facts } = view;
	const silent = silentSentence(view);
	if (silent === null) return facts.coverage[facts.clock].cases > 0 ? m.sat_rate_answer_all() : '';
	const bands = facts.bands
		.filter(({ cases }) => cases >= fewestCases)
		.toSorted((a, b) => a.rated / a.cases - b.rated / b.cases);
	const [low, high] = [bands[0], bands.at(-1)];
	return f.sentences(
		silent,
		...weightedSentences(view),
		low &&
			high &&
			low !== high &&
			m.sat_rate_answer_bands({
				low: f.percent(low.rated / low.cases),
				lowBand: bandName(f, facts, low),
				high: f.percent(high.rated / high.cases),
				highBand: bandName(f, facts, high)
			})
	);
}
