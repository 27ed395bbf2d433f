import type { Definition } from '#lib/components/definition.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureNames, type DriversView } from './drivers-view.ts';

/** What the numbers of the page's blocks mean. */
export function driversDefinitions(
	view: DriversView,
	asOf: number
): Record<'ranking' | 'parts', Definition> {
	const { f, facts, days, daysBefore, dataVersion } = view;
	const unit =
		facts.kind === 'share'
			? m.measure_unit_points()
			: facts.kind === 'mean'
				? m.measure_unit_score()
				: facts.measure === 'cost'
					? m.measure_unit_money()
					: m.drivers_unit_cases();
	const shared = {
		title: measureNames[facts.measure](),
		unit,
		window: m.drivers_definition_window({
			days: f.dayRange(days),
			before: daysBefore ? f.dayRange(daysBefore) : m.against_rest(),
			instant: f.asOf(asOf)
		}),
		exclusions: m.drivers_definition_exclusions(),
		n: m.drivers_from_to({ before: f.count(facts.casesBefore), now: f.count(facts.cases) }),
		dataVersion: String(dataVersion),
		query: 'drivers/groups'
	};
	return {
		ranking: {
			...shared,
			formula: facts.kind === 'flow' ? m.drivers_definition_flow() : m.drivers_definition_mean(),
			interval: m.drivers_definition_interval(),
			reading: m.drivers_definition_reading()
		},
		parts: {
			...shared,
			formula: facts.kind === 'flow' ? m.drivers_definition_flow() : m.drivers_definition_split(),
			reading: m.drivers_definition_parts_reading()
		}
	};
}
