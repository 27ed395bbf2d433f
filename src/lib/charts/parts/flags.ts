import type { MarkLineComponentOption } from 'echarts';
import type { Look } from '../look/look.ts';
import { shorten, textWidth } from './text.ts';

export type Flag = {
	/** Position on the category axis. */
	readonly at: number;
	readonly label: string;
};

type Seat = { readonly text: string; readonly align: 'left' | 'center' | 'right' };

/** Less than this is no room for words that are longer. */
const leastRoom = 64;

/**
 * Phases and annotations: dotted lines with their words above the plot, over their line or, where that
 * is too narrow, beside it. A label that would run into the next one or over the edge is shortened; one
 * without any room is left to the tooltip.
 */
export function flags(
	look: Look,
	marks: readonly Flag[],
	place: { pixelsEach: number; plotWidth: number; nameWidth?: number; taken?: readonly number[] }
): MarkLineComponentOption {
	const sorted = [...marks].sort((a, b) => a.at - b.at);
	const centre = (at: number): number => (at + 0.5) * place.pixelsEach;
	const taken = (place.taken ?? []).map(centre);
	let freeFrom = Math.max(place.nameWidth ?? 0, -30);
	const data = sorted.map((flag, rank) => {
		const middle = centre(flag.at);
		const next = sorted[rank + 1];
		const nextLine = next === undefined ? Infinity : centre(next.at);
		const left = middle - Math.max(freeFrom, ...taken.filter((x) => x < middle).map((x) => x + 44));
		const end = Math.min(
			place.plotWidth + 40,
			...taken.filter((x) => x > middle).map((x) => x - 44)
		);
		const { text, align } = seat(flag.label, {
			center: 2 * Math.min(left, end - middle, (nextLine - middle) / 2) - 8,
			right: left - 8,
			left: Math.min(end, nextLine) - middle - 8
		});
		freeFrom = middle + textWidth(text) * { left: 1, center: 0.5, right: 0 }[align];
		return {
			xAxis: flag.at,
			label: {
				show: text !== '',
				formatter: () => text,
				position: 'end' as const,
				rotate: 0,
				distance: 4,
				align,
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

/** The first of the places, the centre before the sides, that has room for the words or a good part of them. */
function seat(label: string, room: Readonly<Record<Seat['align'], number>>): Seat {
	const enough = Math.min(leastRoom, textWidth(label));
	const align = (['center', 'right', 'left'] as const).find((one) => room[one] >= enough);
	return align ? { text: shorten(label, room[align]), align } : { text: '', align: 'center' };
}
