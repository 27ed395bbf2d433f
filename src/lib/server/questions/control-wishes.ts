import { seasonTerms } from '#lib/calendar/season-terms.ts';
import type { ControlWishes } from '#lib/measures/control-facts.ts';
import type { ControlPeriod } from '#lib/measures/control-series.ts';
import type { ControlChoices } from './control-choices.ts';
import type { Step } from './control-periods.ts';

/** Two years are the least that tell a season from a change; of weekdays eight weeks. */
const seasonsFrom: Readonly<Record<Step, number>> = { month: 24, week: 104, day: 56 };

/** What a reader's choices ask of a chart of these periods. */
export function wishesOf(
	choices: ControlChoices,
	periods: readonly ControlPeriod[]
): ControlWishes {
	const { step, season, kind, ruleSet } = choices;
	const long = periods.filter(({ partial }) => !partial).length >= seasonsFrom[step];
	return {
		kind,
		ruleSet,
		// Days are always held against their weekday: without it every Sunday would be a signal.
		season: step === 'day' && season === 'auto' ? 'on' : season,
		terms: long ? seasonTerms(periods, step) : null
	};
}
