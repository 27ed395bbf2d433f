import type { Definition } from '#lib/components/definition.ts';
import { definition } from '#lib/components/measure-definition.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import * as m from '#lib/messages/generated/messages.js';
import { silentSentence } from './rate-bands.ts';
import type { SatisfactionView } from './satisfaction-view.ts';
import { leftOut } from './satisfaction-words.ts';

export type SatisfactionBlock = 'bands' | 'strata' | 'waiting' | 'strength' | 'rate';

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
	const further = silent
		? [{ term: m.sat_definition_bounds(), text: silent.replaceAll('**', '') }]
		: undefined;
	const score = measure === 'share' ? 'satisfied_share' : 'satisfaction_mean';
	return {
		bands: definition(score, { ...common, query: 'satisfaction/bands', further }),
		strata: definition('spearman', common),
		waiting: definition('density', common),
		strength: definition('spearman', common),
		rate: definition('response_rate', {
			...common,
			n: f.count(sums.timed),
			exclusions: undefined,
			query: 'satisfaction/bands'
		})
	};
}
