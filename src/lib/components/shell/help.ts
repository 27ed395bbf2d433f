import * as m from '#lib/messages/generated/messages.js';
import { pageAt } from './navigation.ts';

/** Help of a page: the question it answers, and how it is read and used. */
export interface PageHelp {
	readonly answers: () => string;
	readonly read: () => string;
}

const help: Readonly<Record<string, PageHelp>> = {
	'/': { answers: m.help_overview, read: m.help_overview_read },
	'/board': { answers: m.help_board, read: m.help_board_read },
	'/reviews': { answers: m.help_reviews, read: m.help_reviews_read },
	'/categories': { answers: m.help_categories, read: m.help_categories_read },
	'/satisfaction': { answers: m.help_satisfaction, read: m.help_satisfaction_read },
	'/timeliness': { answers: m.help_timeliness, read: m.help_timeliness_read },
	'/control': { answers: m.help_control, read: m.help_control_read },
	'/drivers': { answers: m.help_drivers, read: m.help_drivers_read },
	'/themes': { answers: m.help_themes, read: m.help_themes_read },
	'/forecast': { answers: m.help_forecast, read: m.help_forecast_read },
	'/improvements': { answers: m.help_improvements, read: m.help_improvements_read },
	'/audits': { answers: m.help_audits, read: m.help_audits_read },
	'/cases': { answers: m.help_cases, read: m.help_cases_read },
	'/imports': { answers: m.help_imports, read: m.help_imports_read },
	'/measures': { answers: m.help_measures_page, read: m.help_measures_read },
	'/settings': { answers: m.help_settings, read: m.help_settings_read }
};

/** Help of the page an address belongs to. */
export function helpOf(pathname: string): PageHelp | undefined {
	return help[pageAt(pathname)?.href ?? ''];
}
