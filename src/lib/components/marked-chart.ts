import type { EChartsOption, Height } from '#lib/charts/drawing.ts';
import type { Look } from '#lib/charts/look/look.ts';
import type { PlacedMark } from '#lib/charts/mark.ts';
import type { Mark } from './mark.ts';

/** A chart to draw, and what can be done with each of its marks. */
export interface MarkedDrawing<Columns, Words> {
	/** One of the builders in `charts/options`. */
	build: (columns: Columns, look: Look, words: Words) => EChartsOption;
	columns: Columns;
	words: Words;
	height: Height;
	/** The chart is a treemap, which is loaded for it alone. */
	treemap?: boolean;
	/** Undefined where nothing can be done with a mark. */
	menu: (mark: PlacedMark) => MarkMenuFacts | undefined;
}

/** The menu of a mark; its title is the mark's own. */
export type MarkMenuFacts = Omit<Mark, 'title'>;
