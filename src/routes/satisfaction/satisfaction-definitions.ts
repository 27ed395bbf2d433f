import type { Definition } from '#lib/components/definition.ts';
import { definition } from '#lib/components/measure-definition.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import { nonResponseBounds } from '#lib/measures/non-response.ts';
import * as m from '#lib/messages/generated/messages.js';
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
	const bounds = nonResponseBounds(sums);
	const common = {
		days: f.dayRange(days),
		asOf: f.asOf(asOf),
		dataVersion,
		n: f.count(sums.timed_rated),
		exclusions: leftOut(view)
	};
	const further =
		bounds && sums.rated < sums.cases
			? [
					{
						term: m.sat_definition_bounds(),
						text: m
							.sat_rate_answer({
								rate: f.percent(sums.rated / sums.cases),
								rated: f.count(sums.rated),
								cases: f.count(sums.cases),
								share: f.percent(sums.rated > 0 ? sums.satisfied / sums.rated : Number.NaN),
								lowest: f.percent(bounds.lowest),
								highest: f.percent(bounds.highest)
							})
							.replaceAll('**', '')
					}
				]
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
