import type { Definition } from '#lib/components/definition.ts';
import { definition } from '#lib/components/measure-definition.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import * as m from '#lib/messages/generated/messages.js';
import { silentSentence } from './rate-bands.ts';
import type { SatisfactionView } from './satisfaction-view.ts';
import { leftOut } from './satisfaction-words.ts';

export type SatisfactionBlock =
	'bands' | 'threshold' | 'strata' | 'groups' | 'waiting' | 'strength' | 'sides' | 'nps' | 'rate';

/** What the numbers of each block mean. */
export function satisfactionDefinitions(
	view: SatisfactionView,
	days: DayRange,
	asOf: number
): Readonly<Record<SatisfactionBlock, Definition>> {
	const { f, facts, measure, dataVersion } = view;
	const sums = facts.coverage[facts.clock];
	const common = {
		days: f.dayRange(days),
		asOf: f.asOf(asOf),
		dataVersion,
		n: f.count(sums.timed_rated),
		exclusions: leftOut(view)
	};
	const silent = silentSentence(view);
	const bounds = silent
		? [{ term: m.sat_definition_bounds(), text: silent.replaceAll('**', '') }]
		: [];
	const further = bounds.length > 0 ? bounds : undefined;
	const weights = { term: m.sat_definition_weights(), text: m.sat_definition_weights_text() };
	// What does not speak of waiting leaves out the unrated alone.
	const whole = { ...common, exclusions: undefined };
	const answered = facts.promoter
		? facts.promoter.promoters + facts.promoter.passives + facts.promoter.detractors
		: 0;
	const score = measure === 'share' ? 'satisfied_share' : 'satisfaction_mean';
	return {
		bands: definition(score, { ...common, query: 'satisfaction/bands', further }),
		threshold: definition('satisfied_share', { ...common, query: 'satisfaction/steps', further }),
		strata: definition('spearman', common),
		groups: definition('superiority', { ...whole, n: f.count(sums.rated) }),
		sides: definition('satisfied_share', {
			...whole,
			n: f.count(sums.rated),
			query: 'satisfaction/sides',
			further
		}),
		nps: definition('net_promoter', { ...whole, n: f.count(answered) }),
		waiting: definition('density', common),
		strength: definition('spearman', common),
		rate: definition('response_rate', {
			...common,
			n: f.count(sums.timed),
			exclusions: undefined,
			query: 'satisfaction/bands',
			further: [...bounds, weights]
		})
	};
}
