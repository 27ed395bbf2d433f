import type { Definition } from '#lib/components/definition.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { OverviewFacts } from '#lib/server/questions/overview-page.ts';

/** What the numbers of the three blocks mean. */
export function overviewDefinitions(
	f: Formats,
	days: DayRange,
	version: number,
	facts: OverviewFacts
): Record<'measures' | 'trend' | 'changes', Definition> {
	const window = m.overview_definition_window({ days: f.dayRange(days) });
	const dataVersion = String(version);
	const n = f.count(facts.now.sums.cases);
	return {
		measures: {
			title: m.overview_definition_measures(),
			formula: m.overview_definition_measures_formula(),
			unit: m.overview_definition_measures_unit(),
			window,
			exclusions: m.overview_definition_measures_exclusions(),
			interval: m.overview_definition_measures_interval(),
			n,
			dataVersion,
			query: 'overview/headline'
		},
		trend: {
			title: m.overview_definition_trend(),
			formula: m.overview_definition_trend_formula(),
			unit: m.unit_cases_and_score(),
			window: m.overview_definition_all_days(),
			interval: m.overview_definition_trend_interval(),
			dataVersion,
			query: 'overview/monthly'
		},
		changes: {
			title: m.overview_definition_changes(),
			formula: m.overview_definition_changes_formula(),
			unit: m.unit_points(),
			window,
			interval: m.overview_definition_changes_interval(),
			reading: m.overview_definition_changes_reading(),
			n,
			dataVersion,
			query: 'overview/changes'
		}
	};
}
