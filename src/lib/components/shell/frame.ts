import type { Theme } from '#lib/components/theme.ts';
import type { LogState } from '#lib/filter/log-state.ts';
import type { SavedView } from '#lib/filter/saved-view.ts';
import type { OpenCount } from './navigation.ts';

/** What the frame around every page shows. */
export interface Frame {
	readonly pathname: string;
	/** Path and query, to come back to. */
	readonly here: string;
	/** The filter as a query with its question mark, or ''. */
	readonly filterQuery: string;
	readonly zone: string;
	readonly theme: Theme;
	readonly person: App.PageData['person'];
	readonly log: LogState | null;
	/** Views of this person, and those others share. */
	readonly views: readonly SavedView[];
	/** So many are open; 0 is not shown. */
	readonly open: Readonly<Record<OpenCount, number>>;
}
