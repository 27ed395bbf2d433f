import type { LineSeriesOption } from 'echarts';
import { orGap, valueAt, type Numbers } from '../drawing.ts';
import { faded, type Look } from '../look/look.ts';

type Place = { xAxisIndex?: number; yAxisIndex?: number };

const points = (column: Numbers): (number | '-')[] =>
	Array.from({ length: column.length }, (_, at) => orGap(valueAt(column, at)));

/** Uncertainty: an unseen line at the lower end and the difference stacked on it. */
export function band(
	look: Look,
	ends: { lower: Numbers; upper: Numbers; role: 'context' | 'subject'; name: string } & Place
): LineSeriesOption[] {
	const { lower, upper, role, name, ...place } = ends;
	const common: LineSeriesOption = {
		type: 'line',
		...place,
		stack: `band ${name}`,
		stackStrategy: 'all',
		symbol: 'none',
		silent: true,
		lineStyle: { opacity: 0 },
		z: 1
	};
	const height = Array.from(
		{ length: upper.length },
		(_, at) => valueAt(upper, at) - valueAt(lower, at)
	);
	const fill =
		role === 'subject' ? faded(look.colours.accent, 0.2) : faded(look.colours.rest, 0.22);
	return [
		{ ...common, name: `${name} lower`, data: points(lower) },
		{
			...common,
			name: `${name} upper`,
			data: points(height),
			areaStyle: { color: fill, opacity: 1 }
		}
	];
}

/** A control limit: dashed, stepping where it changes. */
export function limit(
	look: Look,
	line: { values: Numbers; name: string; label?: string } & Place
): LineSeriesOption {
	const { values, name, label, ...place } = line;
	return {
		type: 'line',
		name,
		...place,
		data: points(values),
		step: 'middle',
		symbol: 'none',
		silent: true,
		z: 2,
		lineStyle: { color: look.colours.ink3, width: 1, type: [4, 4] },
		...(label === undefined ? {} : { endLabel: endLabel(look.colours.ink2, label) })
	};
}

/** A target: solid ink over the whole width, named at its end. */
export function target(
	look: Look,
	line: {
		value: number;
		count: number;
		name: string;
		label?: string;
		offset?: number;
		distance?: number;
	} & Place
): LineSeriesOption {
	const { value, count, name, label, offset, distance, ...place } = line;
	return {
		type: 'line',
		name,
		...place,
		data: Array.from({ length: count }, () => value),
		symbol: 'none',
		silent: true,
		z: 2,
		// The series carries the name; the line itself runs from edge to edge of the plot.
		lineStyle: { opacity: 0 },
		markLine: {
			silent: true,
			symbol: 'none',
			animation: false,
			label: { show: false },
			lineStyle: { color: look.colours.ink, width: 1, type: 'solid' },
			data: [{ yAxis: value }]
		},
		...(label === undefined
			? {}
			: { endLabel: endLabel(look.colours.ink, label, offset, { distance }) })
	};
}

/** The name of a line at its end instead of a legend. */
export const endLabel = (
	color: string,
	text: string,
	offset = 0,
	{ bold = false, distance = 8 } = {}
): NonNullable<LineSeriesOption['endLabel']> => ({
	show: true,
	distance,
	offset: [0, offset],
	color,
	fontSize: 12,
	fontWeight: bold ? 600 : 400,
	formatter: () => text
});

/**
 * Vertical places for labels that want to stand at `wanted` pixels: no two nearer than `gap`, moved
 * as little as possible, order kept. Returns the shift of each.
 */
export function apart(wanted: readonly number[], gap = 15): number[] {
	const order = wanted.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y);
	type Cluster = { sum: number; members: { y: number; at: number }[] };
	const clusters: Cluster[] = [];
	const start = (cluster: Cluster): number =>
		cluster.sum / cluster.members.length - ((cluster.members.length - 1) * gap) / 2;
	for (const member of order) {
		let last: Cluster = { sum: member.y, members: [member] };
		for (;;) {
			const before = clusters.at(-1);
			if (before === undefined) break;
			if (start(before) + before.members.length * gap <= start(last) + 1e-9) break;
			clusters.pop();
			last = { sum: before.sum + last.sum, members: [...before.members, ...last.members] };
		}
		clusters.push(last);
	}
	const shifts = wanted.map(() => 0);
	for (const cluster of clusters) {
		cluster.members.forEach((member, rank) => {
			shifts[member.at] = Math.round(start(cluster) + rank * gap - member.y);
		});
	}
	return shifts;
}
