import type { Filter } from '#lib/filter/filter.ts';
import { pageHref } from '#lib/filter/href.ts';
import type { Formats } from '#lib/format/formats.ts';
import { assuranceStates } from '#lib/components/assurance-states.ts';
import type { StateKind } from '#lib/components/state.ts';
import type { Variation } from '#lib/measures/control-verdict.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { OverviewFacts } from '#lib/server/questions/overview-page.ts';
import type { ToldMeasure } from '#lib/server/questions/overview-verdicts.ts';
import type { TileProps } from './overview-tile-parts.ts';

const variations: Readonly<
	Record<
		Variation,
		{ readonly kind: StateKind; readonly text: typeof m.overview_chart_common } | null
	>
> = {
	improving: { kind: 'improving', text: m.overview_chart_improving },
	worsening: { kind: 'worsening', text: m.overview_chart_worsening },
	changing: { kind: 'common', text: m.overview_chart_changing },
	nothing_special: { kind: 'common', text: m.overview_chart_common },
	unknown: null
};
/** Whose good direction is up. */
const upwards: readonly ToldMeasure[] = ['satisfaction_mean'];

/** What the control chart of a measure says of its last whole month, in a shape and words that open it. */
export function chartStates(
	f: Formats,
	{ verdicts }: OverviewFacts,
	filter: Filter,
	measure: ToldMeasure
): NonNullable<TileProps['states']> {
	const verdict = verdicts[measure];
	const variation = verdict && variations[verdict.variation];
	if (!variation) return [];
	const assurance = assuranceStates[verdict.assurance];
	return [
		{
			kind: variation.kind,
			direction: upwards.includes(measure) ? 'up' : 'down',
			text: variation.text({ month: f.monthOfYear(verdict.month) }),
			href: pageHref('/control', filter, { measure })
		},
		...(assurance ? [{ kind: assurance }] : [])
	];
}
