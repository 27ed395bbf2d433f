import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ThemesFacts } from '#lib/server/questions/themes-facts.ts';
import { themeName } from './themes-view.ts';

/** What the page answers: the theme most complaints are of. */
export function themesTitle(f: Formats, { themes, coverage }: ThemesFacts): string {
	const first = themes.find(({ theme }) => theme !== 0);
	return first
		? m.themes_title({ label: themeName(first), share: f.percent(first.cases / coverage.read) })
		: m.themes_title_none({ shown: f.count(coverage.read) });
}

/** How many complaints say anything, how many were read, and how they fall into themes. */
export function themesLead(f: Formats, { themes, coverage }: ThemesFacts): string {
	const named = themes.filter(({ theme }) => theme !== 0);
	return m.themes_lead({
		cases: f.count(coverage.cases),
		narratives: f.count(coverage.narratives),
		read: f.count(coverage.read),
		themes: f.count(named.length),
		strays: f.count(coverage.read - coverage.themed)
	});
}
