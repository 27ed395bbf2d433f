import * as m from './generated/messages.js';

/** What a question asks, in the reader's words; a question without them keeps those of its query. */
export function questionText(question: string, description: string): string {
	return words[question]?.() ?? `${description.split('?')[0]}?`;
}

const words: Readonly<Record<string, () => string>> = {
	'overview/headline': m.question_overview_headline,
	'overview/resolution': m.question_overview_resolution,
	'overview/order_totals': m.question_overview_order_totals,
	'overview/backlog': m.question_overview_backlog,
	'overview/monthly': m.question_overview_monthly,
	'overview/monthly_orders': m.question_overview_monthly_orders,
	'overview/monthly_resolution': m.question_overview_monthly_resolution,
	'overview/monthly_backlog': m.question_overview_monthly_backlog,
	'overview/changes': m.question_overview_changes,
	'overview/subcategory_monthly': m.question_overview_subcategory_monthly,
	'overview/daily': m.question_overview_daily,
	'satisfaction/coverage': m.question_satisfaction_coverage,
	'satisfaction/bands': m.question_satisfaction_bands,
	'satisfaction/pairs': m.question_satisfaction_pairs,
	'satisfaction/ranks': m.question_satisfaction_ranks,
	'satisfaction/concordance': m.question_satisfaction_concordance,
	'satisfaction/medians': m.question_satisfaction_medians,
	'satisfaction/waits': m.question_satisfaction_waits,
	'drivers/groups': m.question_drivers_groups,
	'drivers/variation': m.question_drivers_variation,
	'drivers/orders': m.question_drivers_orders,
	'drivers/cells': m.question_drivers_cells,
	'categories/pareto': m.question_categories_pareto,
	'categories/severity': m.question_categories_severity,
	'categories/by_period': m.question_categories_by_period,
	'categories/by_dimension': m.question_categories_by_dimension,
	'control/periods': m.question_control_periods,
	'control/orders': m.question_control_orders,
	'control/receipts': m.question_control_receipts,
	'cases/count': m.question_cases_count,
	'cases/extra_columns': m.question_cases_extra_columns,
	'scope/dimension_values': m.question_scope_dimension_values
};
