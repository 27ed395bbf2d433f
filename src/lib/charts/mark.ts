/** One thing in a chart that a reader can point at, ask about and act on. */
export type Mark = {
	/** Unique in its chart. */
	readonly id: string;
	/** The value it stands for; null is the blank group. */
	readonly key: string | null;
	/** The value across, where a mark stands for two (a cell of a heat map). */
	readonly column?: string | null;
	/** The values it stands for, where it stands for several (the rest of a list). */
	readonly keys?: readonly (string | null)[];
	/** In words: the title, then one fact a line. Tooltip, screen reader and menu all say this. */
	readonly words: readonly [string, ...string[]];
	/** Data coordinates of the point the menu is tied to; none where the series has no axes. */
	readonly at?: readonly [number, number];
	/** The whole column ('x') or row ('y') of a small shape is its target. */
	readonly along?: 'x' | 'y';
};

/** A mark with the place it was drawn at, in pixels of the chart and of the window. */
export type PlacedMark = Mark & {
	readonly x: number;
	readonly y: number;
	readonly clientX: number;
	readonly clientY: number;
	/** How it was reached: a menu opened from the keyboard takes the focus. */
	readonly by: 'pointer' | 'keyboard';
};

/** A series point that carries its mark; ECharts keeps unknown keys and hands them back. */
export type Marked<Point extends object> = Point & { readonly mark?: Mark };

export const marked = <Point extends object>(
	point: Point,
	mark: Mark | undefined
): Marked<Point> => (mark === undefined ? point : { ...point, mark });

export const markOf = (point: unknown): Mark | undefined =>
	typeof point === 'object' && point !== null && 'mark' in point
		? (point.mark as Mark | undefined)
		: undefined;

/** What a screen reader says of a mark; clauses are parted as the language does. */
export const spoken = (mark: Mark, separator: string): string => mark.words.join(separator);
