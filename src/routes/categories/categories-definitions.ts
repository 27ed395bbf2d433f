import { definition } from '#lib/components/measure-definition.ts';
import type { Definition } from '#lib/components/definition.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { CategoriesFacts } from '#lib/server/questions/categories-page.ts';

type Name = 'pareto' | 'treemap' | 'moves' | 'periods' | 'cross';

/** What the numbers of the page's blocks mean. */
export function categoriesDefinitions(
	f: Formats,
	days: DayRange,
	asOf: number,
	dataVersion: number,
	facts: CategoriesFacts
): Record<Name, Definition> {
	const context = {
		days: f.dayRange(days),
		asOf: f.asOf(asOf),
		dataVersion,
		n: f.count(facts.cases),
		query: 'categories/pareto'
	};
	const first = facts.grid.periods[0];
	const last = facts.grid.periods.at(-1);
	const across = first && last ? { since: first.since, until: last.until } : days;
	const ranked = {
		count: definition('cumulative_share', context),
		cost: definition('cost', { ...context, n: f.count(facts.costed) }),
		severity: definition('severity_weight', { ...context, query: 'categories/severity' })
	};
	return {
		pareto: ranked[facts.weight],
		treemap: definition('share', context),
		moves: definition('share_change', context),
		periods: definition('month_share', {
			...context,
			days: f.dayRange(across),
			n: f.count(facts.grid.totals.reduce((sum, each) => sum + each, 0)),
			query: 'categories/by_period'
		}),
		cross: {
			title: m.categories_definition_cross(),
			formula: m.categories_definition_cross_formula(),
			unit: m.categories_definition_cross_unit(),
			window: definition('share', context).window,
			exclusions: m.categories_definition_cross_exclusions(),
			n: context.n,
			reading: m.categories_definition_cross_reading(),
			dataVersion: String(dataVersion),
			query: 'categories/by_dimension'
		}
	};
}
