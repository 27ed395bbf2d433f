import { strength } from '#lib/measures/association-strength.ts';
import type { Coefficient } from '#lib/measures/association.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { SatisfactionFacts } from '#lib/server/questions/satisfaction-page.ts';
import { sideOfZero } from '#lib/statistics/interval.ts';
import {
	bandName,
	coefficientText,
	spokenBands,
	stratumName,
	type SatisfactionView
} from './satisfaction-view.ts';

/** The page's answer. */
export function satisfactionTitle(view: SatisfactionView): string {
	const { f, facts } = view;
	const { clock, verdict, pooled, within } = facts;
	const { n } = pooled.spearman;
	if (verdict === 'too_few') return m.sat_title_few({ count: n, shown: f.count(n) });
	if (verdict === 'none') return m[`sat_title_none_${clock}`]();
	const stratum = stratumName(view);
	if (verdict === 'reversed' || verdict === 'masked') {
		const side = sideOfZero(within?.within.interval ?? null) < 0 ? 'lower' : 'higher';
		return m[`sat_title_${verdict}`]({ title: m[`sat_title_${side}_${clock}`](), stratum });
	}
	if (verdict === 'explained') {
		const side = sideOfZero(pooled.spearman.interval) < 0 ? 'lower' : 'higher';
		return m.sat_title_explained({ title: m[`sat_title_${side}_${clock}`](), stratum });
	}
	const title = m[`sat_title_${verdict}_${clock}`]();
	const bands = spokenBands(facts);
	const [first, last] = [bands[0], bands.at(-1)];
	const shares = [first, last].map((band) => band?.share.value);
	const [a, b] = shares;
	const contrasts =
		a !== null && b !== null && a !== undefined && b !== undefined && bands.length > 1
			? verdict === 'lower'
				? a > b
				: a < b
			: false;
	if (!contrasts || !first || !last) return title;
	return m.sat_title_contrast({
		title,
		first: f.percent(a ?? Number.NaN, 0),
		firstBand: bandName(f, facts, first),
		last: f.percent(b ?? Number.NaN, 0),
		lastBand: bandName(f, facts, last)
	});
}

/** One sentence more: how strong, taken together and within strata; and that it is no cause. */
export function satisfactionLead(view: SatisfactionView): string {
	const { f, facts } = view;
	const rho = facts.pooled.spearman;
	if (facts.verdict === 'too_few' || rho.value === null || !rho.interval) return '';
	const numbers = intervalWords(view, rho);
	const pooled =
		sideOfZero(rho.interval) === 0
			? m.sat_lead_none(numbers)
			: m.sat_lead_pooled({ ...numbers, strength: strengthWords[strength(rho.value)]() });
	return f.sentences(
		pooled,
		withinSentence(view, m.sat_lead_within),
		facts.time === 'working' && m.sat_lead_working(),
		m.sat_lead_caution()
	);
}

/** "Within priority it is −0.25 (…)", where more than one stratum was found. */
export function withinSentence(
	view: SatisfactionView,
	words: typeof m.sat_lead_within
): string | null {
	const { within, strata } = view.facts;
	if (!within || strata.length < 2 || within.within.value === null) return null;
	return words({ stratum: stratumName(view), ...intervalWords(view, within.within) });
}

export function intervalWords(
	{ f }: Pick<SatisfactionView, 'f'>,
	{ value, interval }: Pick<Coefficient, 'value' | 'interval'>
): { readonly rho: string; readonly lower: string; readonly upper: string } {
	return {
		rho: coefficientText(f, value),
		lower: coefficientText(f, interval?.lower),
		upper: coefficientText(f, interval?.upper)
	};
}

export const strengthWords: Readonly<Record<ReturnType<typeof strength>, () => string>> = {
	negligible: m.sat_strength_negligible,
	weak: m.sat_strength_weak,
	medium: m.sat_strength_medium,
	strong: m.sat_strength_strong
};

/** What the page leaves out, with counts, for its definitions. */
export function leftOut({ f, facts }: SatisfactionView): string {
	const { cases, rated, timed_rated, set_aside } = facts.coverage[facts.clock];
	return m.sat_left_out({
		unrated: f.count(cases - rated),
		untimed: f.count(rated - timed_rated),
		aside: f.count(set_aside)
	});
}

/** Whether there is anything to compare. */
export function hasPairs(facts: SatisfactionFacts): boolean {
	return facts.coverage[facts.clock].timed_rated > 0;
}
