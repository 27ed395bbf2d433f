import { emptyFilter } from '#lib/filter/filter.ts';
import { readState, wantsReading } from '#lib/server/themes/last-reading.ts';
import {
	readingFailed,
	readingProgress,
	startReading,
	type ReadingProgress
} from '#lib/server/themes/reading.ts';
import { scopeOf, type Scope } from './scope.ts';
import { themesFacts, type ThemesFacts } from './themes-facts.ts';

export type ThemesState =
	| { readonly kind: 'no_log' | 'no_narratives' | 'selection' }
	| { readonly kind: 'reading'; readonly progress: ReadingProgress }
	| { readonly kind: 'failed' }
	| {
			readonly kind: 'read';
			readonly facts: ThemesFacts;
			/** A newer reading is under way. */
			readonly progress: ReadingProgress | null;
			readonly failed: boolean;
	  };

/**
 * Everything the themes page says. Where narratives were never read, or new ones have come, a reading is
 * begun; what is known already is answered meanwhile.
 */
export async function themesState(
	scope: Scope,
	onFailure: (error: unknown) => void
): Promise<ThemesState> {
	if (scope.log === null) return { kind: 'no_log' };
	const state = await readState(scope.warehouse, scope.sources, scope.signal);
	if (state.narratives === 0) return { kind: 'no_narratives' };
	const failed = readingFailed(scope.dataVersion);
	if (wantsReading(state) && !failed)
		startReading(await sourcesToRead(scope), scope.dataVersion, onFailure);
	const progress = readingProgress();
	const { last } = state;
	if (last === null || state.unread === state.narratives)
		return progress ? { kind: 'reading', progress } : { kind: 'failed' };
	const facts = await themesFacts(scope, last, state.unread);
	return facts ? { kind: 'read', facts, progress, failed } : { kind: 'selection' };
}

/** Every log that is shown without a choice, and those chosen here. */
async function sourcesToRead(scope: Scope): Promise<string[]> {
	const usual = await scopeOf(scope.person, emptyFilter, scope.signal);
	return [...new Set([...usual.sources, ...scope.sources])];
}
