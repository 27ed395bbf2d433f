import type { StrataColumns, StrataWords } from '#lib/charts/options/strata-panels.ts';
import { fewestCases } from '#lib/measures/association-strength.ts';
import { capitalised } from '#lib/format/sentence.ts';
import * as m from '#lib/messages/generated/messages.js';
import { sideOfZero } from '#lib/statistics/interval.ts';
import {
	bandName,
	coefficientText,
	printed,
	scoreEnds,
	scoreText,
	stratumName,
	stratumValue,
	waitText,
	type SatisfactionView
} from './satisfaction-view.ts';
import { intervalWords } from './satisfaction-words.ts';

export function strataColumns({ facts, measure }: SatisfactionView): StrataColumns {
	const none = { value: Number.NaN, lower: Number.NaN, upper: Number.NaN };
	const enough = (rated: number | undefined) => rated !== undefined && rated >= fewestCases;
	return {
		band: facts.bands.map(({ from }) => String(from)),
		strata: facts.strata.map(({ key, bands }) => {
			const values = bands.map((band) => (enough(band?.rated) ? printed(measure, band) : none));
			return {
				key,
				value: values.map(({ value }) => value),
				lower: values.map(({ lower }) => lower),
				upper: values.map(({ upper }) => upper)
			};
		}),
		pooled: facts.bands.map((band) =>
			enough(band.rated) ? printed(measure, band).value : Number.NaN
		),
		ends: scoreEnds[measure]
	};
}

export function strataWords(view: SatisfactionView): StrataWords {
	const { f, facts, measure } = view;
	return {
		title: (at) => stratumValue(facts.strata[at]?.key ?? null),
		under: (at) => {
			const stratum = facts.strata[at];
			const n = f.count(stratum?.n ?? 0);
			return stratum?.interval
				? m.sat_strata_under({
						n,
						...intervalWords(view, { value: stratum.rho, interval: stratum.interval })
					})
				: m.sat_strata_under_few({ n });
		},
		band: (key) => {
			const band = facts.bands.find(({ from }) => String(from) === key);
			return band ? bandName(f, facts, band, true) : '';
		},
		tick: (value) => f.number(value, 1),
		pooled: m.sat_strata_pooled(),
		tip: (stratum, band) => {
			const found = facts.strata[stratum];
			const sums = found?.bands[band];
			const of = facts.bands[band];
			if (!found || !sums || !of) return [''];
			const { value, lower, upper } = printed(measure, sums);
			const text = (each: number) => scoreText(f, measure, each);
			return [
				`${stratumValue(found.key)} · ${bandName(f, facts, of)}`,
				m[`sat_tip_${measure}`]({ value: text(value), lower: text(lower), upper: text(upper) }),
				m.sat_tip_rated({ rated: f.count(sums.rated), cases: f.count(sums.cases) })
			];
		}
	};
}

/** How many strata go which way, and the two figures that must not be confused. */
export function strataAnswer(view: SatisfactionView): string {
	const { f, facts } = view;
	const { strata, furtherStrata, within, pooled } = facts;
	if (strata.length < 2) return m.sat_strata_single({ stratum: stratumName(view) });
	const sides = strata.map(({ interval }) => sideOfZero(interval));
	const { rho, lower: from, upper: to } = intervalWords(view, within?.within ?? nothing);
	return f.sentences(
		sidesSentence(view, sides),
		m.sat_strata_within({
			within: rho,
			from,
			to,
			pooled: coefficientText(f, pooled.spearman.value)
		}),
		furtherStrata.strata > 0 &&
			m.sat_strata_further({
				count: furtherStrata.strata,
				shown: f.count(furtherStrata.strata),
				cases: f.count(furtherStrata.cases)
			})
	);
}

const sideNames = { '-1': 'lower', '1': 'higher', '0': 'unclear' } as const;

/** How many strata go which way; what none does is not said. */
function sidesSentence({ f }: SatisfactionView, sides: readonly (-1 | 0 | 1)[]): string {
	const strata = f.count(sides.length);
	const kinds = ([-1, 1, 0] as const).flatMap((side) => {
		const count = sides.filter((each) => each === side).length;
		return count > 0 ? [{ name: sideNames[side], count: f.count(count) }] : [];
	});
	const [first, ...rest] = kinds;
	if (!first || first.name === 'unclear') return m.sat_strata_all_unclear({ strata });
	if (rest.length === 0) return m[`sat_strata_all_${first.name}`]({ strata });
	return m.sat_strata_parts({
		parts: capitalised(
			[
				m[`sat_strata_part_${first.name}`]({ count: first.count, strata }),
				...rest.map(({ name, count }) => m[`sat_strata_rest_${name}`]({ count }))
			].join(m.list_separator())
		)
	});
}

/** Why the pooled figure points the other way; null unless both intervals exclude zero. */
export function simpsonWarning(view: SatisfactionView): string | null {
	const { f, facts } = view;
	if (!facts.within?.reversed) return null;
	const known = facts.strata
		.filter(({ n, medianMinutes }) => n >= fewestCases && medianMinutes !== null)
		.toSorted((a, b) => (a.medianMinutes ?? 0) - (b.medianMinutes ?? 0));
	const [fast, slow] = [known[0], known.at(-1)];
	return f.sentences(
		m.sat_simpson({
			stratum: stratumName(view),
			pooled: coefficientText(f, facts.pooled.spearman.value),
			within: coefficientText(f, facts.within.within.value)
		}),
		fast &&
			slow &&
			fast !== slow &&
			m.sat_simpson_mix({
				fast: stratumValue(fast.key),
				fastMedian: waitText(f, facts, fast.medianMinutes),
				fastScore: f.score(fast.meanScore),
				slow: stratumValue(slow.key),
				slowMedian: waitText(f, facts, slow.medianMinutes),
				slowScore: f.score(slow.meanScore)
			})
	);
}

const nothing = { value: null, interval: null };
