import type { DayRange, Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ThemeRow, ThemesFacts } from '#lib/server/questions/themes-facts.ts';

/** What every block of the page needs. */
export interface ThemesView {
	readonly f: Formats;
	readonly filter: Filter;
	readonly facts: ThemesFacts;
	readonly days: DayRange;
	readonly daysBefore: DayRange | null;
	readonly dataVersion: number;
}

/** 退款 · 到账 · 处理中. */
export function themeName({ theme, words }: ThemeRow): string {
	if (theme === 0) return m.themes_none_of_them();
	return words.length > 0 ? words.join(' · ') : m.chip_theme({ theme: theme % 1000 });
}

export function inTheme(filter: Filter, theme: number): Filter {
	return { ...filter, themes: [theme] };
}

export function withWords(filter: Filter, ...words: readonly string[]): Filter {
	return { ...filter, words: [...new Set([...(filter.words ?? []), ...words])] };
}

/** 3.4×, 120×. */
export function timesText(f: Formats, times: number): string {
	return m.themes_times({ times: f.number(times, times < 10 ? 1 : 0) });
}

/** Fewer ratings say nothing about a theme. */
const fewestRatings = 30;

/** The theme customers are least satisfied with, of those with ratings enough. */
export function worstTheme(themes: readonly ThemeRow[]): ThemeRow | undefined {
	return themes
		.filter(({ theme, rated }) => theme !== 0 && rated >= fewestRatings)
		.reduce<ThemeRow | undefined>(
			(worst, each) => (!worst || (each.satisfied ?? 1) < (worst.satisfied ?? 1) ? each : worst),
			undefined
		);
}
