import type { EChartsOption } from './drawing.ts';
import { markOf, type Mark } from './mark.ts';

/** A mark and where ECharts keeps it. */
export type Seat = { readonly mark: Mark; readonly series: number; readonly index: number };

function each(points: unknown, found: (point: unknown, index: number) => void): void {
	if (Array.isArray(points)) points.forEach(found);
}

/** Every mark of a drawing once, in drawing order: what a keyboard walks through. */
export function seats(option: EChartsOption): Seat[] {
	const found = new Map<string, Seat>();
	const all = Array.isArray(option.series) ? option.series : [option.series];
	all.forEach((one, series) => {
		each(one?.data, (point, index) => {
			const mark = markOf(point);
			if (mark !== undefined && !found.has(mark.id)) found.set(mark.id, { mark, series, index });
		});
	});
	return [...found.values()];
}
