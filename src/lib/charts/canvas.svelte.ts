import type { EChartsType } from 'echarts';
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Draw, EChartsOption } from './drawing.ts';
import { lookFor, type Look } from './look/look.ts';
import { markOf, type Mark, type PlacedMark } from './mark.ts';
import { picture } from './picture.ts';
import { seats, type Seat } from './seats.ts';
import { readSurroundings, watchSurroundings } from './surroundings.ts';
import { tooltipOf } from './tooltip.ts';

/** What a drawn chart lets others do with it. */
export type Canvas = {
	readonly seats: readonly Seat[];
	place: (seat: Seat, by: PlacedMark['by']) => PlacedMark;
	/** Shows the tooltip of a mark as the pointer would; undefined hides it. */
	point: (seat: Seat | undefined) => void;
	picture: (kind: 'png' | 'svg') => Promise<Blob>;
};

type Wishes = {
	readonly draw: Draw;
	readonly treemap: boolean;
	readonly onready: (canvas: Canvas | undefined) => void;
	readonly onmark: (mark: PlacedMark) => void;
};

/** Farther from a small bar than this a click means nothing. */
const reach = 40;

/**
 * The only owner of an ECharts instance: loads the library when the chart is on the page, draws
 * again when its size, the theme or its numbers change, and lets go of everything at the end.
 */
export const canvas =
	(wishes: () => Wishes): Attachment<HTMLElement> =>
	(host) => {
		let library: typeof import('./echarts.ts') | undefined;
		let chart: EChartsType | undefined;
		let option: EChartsOption = {};
		let look: Look | undefined;
		let gone = false;
		const box = document.createElement('div');
		box.style.cssText = 'position:absolute;inset:0';
		host.append(box);

		const pixel = (seat: Seat): [number, number] => {
			const { at } = seat.mark;
			const point = at && chart?.convertToPixel({ seriesIndex: seat.series }, [...at]);
			const [x, y] = Array.isArray(point) ? point : [];
			return x !== undefined && y !== undefined && Number.isFinite(x + y)
				? [x, y]
				: [host.clientWidth / 2, host.clientHeight / 2];
		};
		const placed = (mark: Mark, [x, y]: [number, number], by: PlacedMark['by']): PlacedMark => {
			const { left, top } = host.getBoundingClientRect();
			return { ...mark, x, y, clientX: left + x, clientY: top + y, by };
		};
		const nearest = (point: [number, number]): Seat | undefined => {
			let best: Seat | undefined;
			let least = reach;
			for (const seat of seats(option)) {
				const { along } = seat.mark;
				if (along === undefined) continue;
				const [x, y] = pixel(seat);
				const distance = Math.abs(along === 'x' ? x - point[0] : y - point[1]);
				if (distance < least) [best, least] = [seat, distance];
			}
			return best;
		};
		const render = (): void => {
			// Behind its table a chart has no size: it is begun when it is seen.
			if (library === undefined || host.clientWidth === 0) return;
			if (chart === undefined) {
				chart = library.init(box, null, { renderer: 'canvas' });
				listen(chart);
			}
			const { draw, onready } = wishes();
			const size = { width: host.clientWidth, height: host.clientHeight };
			look = lookFor({ ...size, ...readSurroundings(host) });
			option = draw(look);
			chart.resize(size);
			chart.setOption(option, { notMerge: true });
			chart.setOption({ tooltip: { formatter: tooltipOf } });
			onready({
				seats: seats(option),
				place: (seat, by) => placed(seat.mark, pixel(seat), by),
				point: (seat) =>
					chart?.dispatchAction(
						seat === undefined
							? { type: 'hideTip' }
							: { type: 'showTip', seriesIndex: seat.series, dataIndex: seat.index }
					),
				picture: async (kind) => {
					if (chart === undefined || look === undefined) throw new Error('the chart is gone');
					return await picture(chart, option, kind, look.colours.paper);
				}
			});
		};
		/** The menu takes the tooltip's place. */
		const open = (mark: Mark, point: [number, number]): void => {
			chart?.dispatchAction({ type: 'hideTip' });
			wishes().onmark(placed(mark, point, 'pointer'));
		};
		const listen = (drawn: EChartsType): void => {
			drawn.on('click', (event) => {
				const mark = markOf(event.data);
				if (mark === undefined) return;
				const seat = seats(option).find((each) => each.mark.id === mark.id);
				const pointer = event.event;
				const point: [number, number] =
					seat?.mark.at === undefined
						? [pointer?.offsetX ?? 0, pointer?.offsetY ?? 0]
						: pixel(seat);
				open(mark, point);
			});
			// A bar of three pixels is no target: its whole column is.
			drawn.getZr().on('click', (event) => {
				if (event.target) return;
				const seat = nearest([event.offsetX, event.offsetY]);
				if (seat !== undefined) open(seat.mark, pixel(seat));
			});
		};
		const load = async (): Promise<void> => {
			const treemap = untrack(() => wishes().treemap);
			const [loaded] = await Promise.all([
				import('./echarts.ts'),
				treemap ? import('./echarts-treemap.ts') : undefined
			]);
			// The page may be gone by the time the library is here.
			if (gone) return;
			library = loaded;
			render();
		};

		const observer = new ResizeObserver(render);
		observer.observe(host);
		const unwatch = watchSurroundings(render);
		void load();
		$effect(() => {
			void wishes().draw;
			untrack(render);
		});
		return () => {
			gone = true;
			observer.disconnect();
			unwatch();
			chart?.dispose();
			chart = undefined;
			box.remove();
			wishes().onready(undefined);
		};
	};
