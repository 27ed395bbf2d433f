import { seasonTerms } from '#lib/calendar/season-terms.ts';
import { controlFacts } from '#lib/measures/control-facts.ts';
import { meaningOf } from '#lib/measures/control-verdict.ts';
import type { CheckGroup } from './check-group.ts';
import { ownMethod, placesOf, viewOf, type CheckContext } from './check-views.ts';
import type { EffectView, Outcome } from './verdict.ts';

/** Two years are the least that tell a season from a change. */
const seasonsFrom = { month: 24, week: 104 } as const;

/**
 * What the control chart says: whether the periods after signal against limits made of the baseline alone. A
 * chart without a signal proves nothing, so it says no more than that it cannot tell.
 */
export function chartView(context: CheckContext, group: CheckGroup): EffectView {
	const { plan, kind, better } = context;
	const { series } = group;
	const places = placesOf(context, group);
	const facts = controlFacts(series, {
		ruleSet: 'western_electric',
		season: 'auto',
		terms:
			series.periods.length >= seasonsFrom[plan.step]
				? seasonTerms(series.periods, plan.step)
				: null,
		baseline: plan.baseline
	});
	const after = new Set(places.after);
	const meanings = new Set(
		facts.patterns
			.filter(({ marked }) => marked.some((at) => after.has(at)))
			.map(({ side }) => meaningOf(side, better))
	);
	const outcome: Outcome =
		meanings.has('good') === meanings.has('bad')
			? 'cannot_tell'
			: meanings.has('good')
				? 'effective'
				: 'worse';
	return {
		...viewOf(context, 'chart_phase', ownMethod[kind], group, places, null, []),
		outcome,
		doubts: []
	};
}
