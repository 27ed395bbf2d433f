import type { EChartsOption } from './drawing.ts';
import { markOf, type Mark } from './mark.ts';

/** A mark and where ECharts keeps it. */
export type Seat = { readonly mark: Mark; readonly series: number; readonly index: number };

/** Points in the order ECharts counts them: a tree parent first, then its children. */
function* points(data: unknown): Generator<unknown> {
	if (!Array.isArray(data)) return;
	for (const point of data as unknown[]) {
		yield point;
		if (typeof point === 'object' && point !== null && 'children' in point) {
			yield* points(point.children);
		}
	}
}

/** Every mark of a drawing once, in drawing order: what a keyboard walks through. */
export function seats(option: EChartsOption): Seat[] {
	const found = new Map<string, Seat>();
	const all = Array.isArray(option.series) ? option.series : [option.series];
	all.forEach((one, series) => {
		// A tree has a root of its own before the first point.
		let index = one?.type === 'treemap' ? 1 : 0;
		for (const point of points(one?.data)) {
			const mark = markOf(point);
			if (mark !== undefined && !found.has(mark.id)) found.set(mark.id, { mark, series, index });
			index++;
		}
	});
	return [...found.values()];
}

/**
 * The seat above or below another: in a chart of two dimensions the next of the same column, in all
 * others simply the next. Goes round at the ends.
 */
export function below(all: readonly Seat[], at: number, step: 1 | -1): number {
	const from = all[at]?.mark;
	for (let gone = 1; gone <= all.length; gone++) {
		const next = (at + gone * step + 2 * all.length) % all.length;
		const mark = all[next]?.mark;
		if (from?.column === undefined || (mark?.column === from.column && mark.key !== from.key)) {
			return next;
		}
	}
	return at;
}
