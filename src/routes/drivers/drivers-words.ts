import { rangeText } from '#lib/components/share-words.ts';
import { fieldInSentence } from '#lib/messages/field-names.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { DecomposedValue, Decomposition } from '#lib/measures/driver-decomposition.ts';
import {
	amount,
	amountTold,
	groupName,
	level,
	measureTold,
	valueName,
	type DriversView
} from './drivers-view.ts';

/** What the page answers: did it change, and what explains most of it. */
export function driversTitle(view: DriversView): string {
	const { f, facts } = view;
	const measure = measureTold(view);
	const { ranking } = facts;
	if (!ranking.changed) return m.drivers_title_none({ measure });
	const difference = ranking.total.contribution;
	const first = facts.leading;
	const words = {
		measure,
		difference: amountTold(view, Math.abs(difference)).replace('+', ''),
		name: first ? groupName(f, first) : ''
	};
	if (!ranking.totalChanged) {
		const found = facts.found;
		return m.drivers_title_parts({ measure, count: found, shown: f.count(found) });
	}
	if (facts.isRest)
		return difference > 0
			? first
				? m.drivers_title_higher(words)
				: m.drivers_title_higher_alike(words)
			: first
				? m.drivers_title_lower(words)
				: m.drivers_title_lower_alike(words);
	return difference > 0
		? first
			? m.drivers_title_rose(words)
			: m.drivers_title_rose_alike(words)
		: first
			? m.drivers_title_fell(words)
			: m.drivers_title_fell_alike(words);
}

/** The two totals, their difference with its interval, and how much was looked at. */
export function driversLead(view: DriversView): string {
	const { f, facts, days, daysBefore } = view;
	const { total, judged } = facts.ranking;
	const words = {
		now: level(view, facts.now),
		days: f.dayRange(days),
		before: level(view, facts.before),
		difference: amountTold(view, total.contribution),
		interval: rangeText(total.interval, (value) => amount(view, value)),
		judged: f.count(judged),
		found: f.count(facts.found)
	};
	if (!daysBefore) return m.drivers_lead_rest(words);
	const lead =
		facts.measure === 'complaints' && facts.exposureUnit === 'orders'
			? m.drivers_lead_orders
			: m.drivers_lead;
	return lead({ ...words, daysBefore: f.dayRange(daysBefore) });
}

/** Mix or rate, in plain words. */
export function decompositionAnswer(view: DriversView, parts: Decomposition): string {
	const { f, facts } = view;
	const { difference, rateEffect, mixEffect } = parts;
	const worseSign = facts.better === 'lower' ? 1 : -1;
	const dimension = fieldInSentence(parts.dimension, f.locale);
	const effects = { mix: amount(view, mixEffect), rate: amount(view, rateEffect) };
	const changed = parts.values.filter(({ rateChanged }) => rateChanged);
	const worse = changed.filter((value) => rateChange(value) * worseSign > 0);
	const byMix = largest(parts.values, ({ mixEffect: mix }) => mix * Math.sign(mixEffect));
	const byRate = largest(parts.values, ({ rateEffect: rate }) => rate * Math.sign(rateEffect));
	const mixWords = facts.isRest ? m.drivers_mix_named_rest : m.drivers_mix_named;
	const mixSentence =
		byMix &&
		mixWords({
			name: valueName(byMix.value),
			before: f.percent(byMix.weightBefore),
			now: f.percent(byMix.weight)
		});
	const noneWorse = facts.isRest ? m.drivers_none_worse_rest : m.drivers_none_worse;
	const someWorse = facts.isRest ? m.drivers_some_worse_rest : m.drivers_some_worse;
	const worseSentence =
		difference * worseSign <= 0
			? undefined
			: worse.length === 0
				? noneWorse({ dimension })
				: someWorse({ dimension, count: worse.length, shown: f.count(worse.length) });
	if (isReversed(difference, rateEffect, mixEffect))
		return f.sentences(
			worse.length === 0 ? worseSentence : undefined,
			m.drivers_reversed({ dimension, difference: amount(view, difference), ...effects }),
			mixSentence
		);
	if (Math.abs(mixEffect) > Math.abs(rateEffect) && mixEffect * difference > 0)
		return f.sentences(worseSentence, mixSentence, m.drivers_mix_explains(effects));
	return f.sentences(
		m.drivers_rate_explains({ dimension, ...effects }),
		byRate &&
			m.drivers_rate_named({ name: valueName(byRate.value), rate: amount(view, byRate.rateEffect) })
	);
}

/** Inside the values the opposite of what the totals say, by a part that counts. */
function isReversed(difference: number, rateEffect: number, mixEffect: number): boolean {
	return (
		rateEffect * difference < 0 &&
		mixEffect * difference > 0 &&
		Math.abs(rateEffect) > Math.abs(difference) / 4
	);
}

function rateChange({ rate, rateBefore }: DecomposedValue): number {
	return rate === null || rateBefore === null ? 0 : rate - rateBefore;
}

function largest(
	values: readonly DecomposedValue[],
	by: (value: DecomposedValue) => number
): DecomposedValue | undefined {
	return values.reduce<DecomposedValue | undefined>(
		(best, value) => (by(value) > (best ? by(best) : 0) ? value : best),
		undefined
	);
}

/** The value that added most to a flow, against its own share of the cases. */
export function flowAnswer(view: DriversView): string {
	const { f, facts } = view;
	const difference = facts.ranking.total.contribution;
	const named = facts.parts.filter(({ kind }) => kind === 'value');
	const first = named.find(({ contribution }) => contribution * difference > 0) ?? named[0];
	if (!first) return '';
	return m.drivers_flow_first({
		name: valueName(first.value),
		amount: amountTold(view, first.contribution),
		total: amountTold(view, difference),
		share: f.percent(first.casesBefore / facts.casesBefore)
	});
}
