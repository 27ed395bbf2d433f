import type { Look } from '../look/look.ts';

/** Diagonal hairlines over a box: what it holds is part of a period. One path, clipped by sums. */
export function hatchLines(
	box: { x: number; y: number; width: number; height: number },
	look: Look
) {
	const { x, y, width, height } = box;
	let path = '';
	for (let shift = 6; shift < width + height; shift += 6) {
		const [x1, y1] = shift <= height ? [x, y + shift] : [x + shift - height, y + height];
		const [x2, y2] = shift <= width ? [x + shift, y] : [x + width, y + shift - width];
		path += `M${x1} ${y1}L${x2} ${y2}`;
	}
	return {
		type: 'path' as const,
		silent: true,
		shape: { pathData: path },
		style: { stroke: look.colours.ink3, lineWidth: 0.75, opacity: 0.32, fill: 'none' }
	};
}
