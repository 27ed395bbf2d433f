import type { ThemeNames } from '#lib/filter/log-state.ts';
import { ask } from './ask.ts';
import type { Scope } from './scope.ts';
import { labels } from './themes.ts';

/** What the themes are called where a filter names them: their first words. */
export async function themeNames(scope: Scope): Promise<ThemeNames> {
	const rows = await ask(scope, labels);
	return Object.fromEntries(
		rows.map(({ theme, label }) => [
			theme,
			label.split('|').filter(Boolean).slice(0, wordsNamed).join(' · ')
		])
	);
}

const wordsNamed = 3;
