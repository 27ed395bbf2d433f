import type { MarkLineComponentOption } from 'echarts';
import type { Look } from '../look/look.ts';
import { shorten, textWidth } from './text.ts';

export type Flag = {
	/** Position on the category axis. */
	readonly at: number;
	readonly label: string;
};

/**
 * Phases and annotations: dotted lines with their words above the plot. A label that would run
 * into the next one or over the edge is shortened; one without any room is left to the tooltip.
 */
export function flags(
	look: Look,
	marks: readonly Flag[],
	place: { pixelsEach: number; plotWidth: number; nameWidth?: number; taken?: readonly number[] }
): MarkLineComponentOption {
	const sorted = [...marks].sort((a, b) => a.at - b.at);
	const centre = (at: number): number => (at + 0.5) * place.pixelsEach;
	let freeFrom = place.nameWidth ?? 0;
	const data = sorted.map((flag, rank) => {
		const middle = centre(flag.at);
		const next = sorted[rank + 1];
		const stops = [
			place.plotWidth + 40,
			...(next === undefined ? [] : [(middle + centre(next.at)) / 2]),
			...(place.taken ?? [])
				.map(centre)
				.filter((x) => x > middle)
				.map((x) => x - 44)
		];
		const before = (place.taken ?? [])
			.map(centre)
			.filter((x) => x < middle)
			.map((x) => x + 44);
		const room =
			2 * Math.min(middle - Math.max(freeFrom, -30, ...before), Math.min(...stops) - middle) - 8;
		const text = room < Math.min(64, textWidth(flag.label)) ? '' : shorten(flag.label, room);
		freeFrom = middle + textWidth(text) / 2;
		return {
			xAxis: flag.at,
			label: {
				show: text !== '',
				formatter: () => text,
				position: 'end' as const,
				rotate: 0,
				distance: 4,
				color: look.colours.ink2,
				fontSize: 12
			}
		};
	});
	return {
		silent: true,
		symbol: 'none',
		animation: false,
		lineStyle: { type: [1, 2], color: look.colours.ink3, width: 1 },
		data
	};
}
