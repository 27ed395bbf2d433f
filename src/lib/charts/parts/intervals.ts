import type { CustomSeriesOption } from 'echarts';
import { faded, type Look } from '../look/look.ts';
import type { Mark } from '../mark.ts';

export type Verdict = 'better' | 'worse' | 'open' | 'neutral' | 'pooled';

/** A row of an interval plot: a bar from low to high and a marker whose shape says the verdict. */
export type IntervalRow = {
	readonly low: number;
	readonly value: number;
	readonly high: number;
	readonly verdict: Verdict;
	/** 'down' where better means less: ▼; otherwise ▲. */
	readonly good?: 'up' | 'down';
	readonly mark?: Mark;
};

const barHeight = 6;

const tint = (look: Look, verdict: Verdict): string =>
	({
		better: look.colours.good,
		worse: look.colours.bad,
		open: look.colours.rest,
		neutral: look.colours.accent,
		pooled: look.colours.ink
	})[verdict];

/** Shape beside colour: ◆ worse, ▲ ▼ better, ● open or plain, □ pooled. Centre 0, about 9 px. */
function shapeOf(verdict: Verdict, good: 'up' | 'down', x: number, y: number, look: Look) {
	const fill = tint(look, verdict);
	const polygon = (points: [number, number][]) => ({
		type: 'polygon' as const,
		shape: { points: points.map(([dx, dy]): [number, number] => [x + dx, y + dy]) },
		style: { fill }
	});
	if (verdict === 'worse')
		return polygon([
			[0, -6],
			[6, 0],
			[0, 6],
			[-6, 0]
		]);
	if (verdict === 'better') {
		return good === 'down'
			? polygon([
					[-6, -4.5],
					[6, -4.5],
					[0, 6]
				])
			: polygon([
					[-6, 4.5],
					[6, 4.5],
					[0, -6]
				]);
	}
	if (verdict === 'pooled') {
		return {
			type: 'rect' as const,
			shape: { x: x - 4, y: y - 4, width: 8, height: 8 },
			style: { fill: look.colours.paper, stroke: look.colours.ink, lineWidth: 1.5 }
		};
	}
	return { type: 'circle' as const, shape: { cx: x, cy: y, r: 4.5 }, style: { fill } };
}

/** Rows of intervals as one custom series; row i stands at category i. */
export function intervalRows(
	look: Look,
	rows: readonly IntervalRow[],
	name: string
): CustomSeriesOption {
	return {
		type: 'custom',
		name,
		z: 4,
		encode: { x: [0, 1, 2], y: 3 },
		clip: false,
		data: rows.map((row, at) => ({
			value: [row.value, row.low, row.high, at],
			...(row.mark === undefined ? {} : { mark: row.mark })
		})),
		renderItem: (_, api) => {
			const row = rows[Number(api.value(3))];
			if (row === undefined || !Number.isFinite(row.value)) return null;
			const at = (value: number): [number, number] => {
				const [x = 0, y = 0] = api.coord([value, api.value(3)]);
				return [x, y];
			};
			const [x, y] = at(row.value);
			const [from] = at(row.low);
			const [to] = at(row.high);
			const known = Number.isFinite(row.low) && Number.isFinite(row.high);
			const bar = {
				type: 'rect' as const,
				shape: { x: from, y: y - barHeight / 2, width: Math.max(to - from, 1), height: barHeight },
				style: { fill: faded(tint(look, row.verdict), 0.35) }
			};
			const shape = shapeOf(row.verdict, row.good ?? 'down', x, y, look);
			return { type: 'group' as const, children: known ? [bar, shape] : [shape] };
		}
	};
}
