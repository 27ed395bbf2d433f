import type { Formats } from '#lib/format/formats.ts';
import type { EffectView, Verdict } from '#lib/improvement/verdict.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureValue } from '#lib/messages/measure-values.ts';
import { doubtWords } from './doubt-words.ts';
import { outcomeWords, viewWords } from './words.ts';

/**
 * The ways the change was looked at, as rows of one scale: the one that decides first, then the others, then
 * what came after the check date. The page and the report show the same ones.
 */
export function effectRows(
	f: Formats,
	measure: ChartedMeasure,
	verdict: Verdict,
	sinceThen: EffectView | null
) {
	const value = (one: number | null) => (one === null ? null : measureValue(f, measure, one));
	return [verdict.primary, ...verdict.others, ...(sinceThen ? [sinceThen] : [])].map((view) => ({
		id: view.view,
		name: viewWords[view.view](),
		before: value(view.values.before),
		after: value(view.values.after),
		effect: view.effect,
		deciding: view.view === 'primary',
		// A phase of a chart has no interval, but it has an outcome.
		...(view.view === 'chart_phase' && { instead: outcomeWords[view.outcome]() }),
		doubt: view.doubts.map((doubt) => doubtWords[doubt]()).join(m.clause_separator())
	}));
}
