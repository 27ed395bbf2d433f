import type { BarSeriesOption, LineSeriesOption } from 'echarts';
import { orGap, valueAt } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { marked, type Mark } from '../mark.ts';
import { hatched } from '../parts/bars.ts';
import type { Scale } from '../parts/scale.ts';
import { shorten, textWidth } from '../parts/text.ts';
import type { ImprovementColumns, ImprovementWords } from './improvement-columns.ts';

/** Days left out of the baseline, on a sunk band over the whole height. */
export function sunkBands(
	columns: ImprovementColumns,
	look: Look,
	scale: Scale
): BarSeriesOption[] {
	if (!columns.side.includes('excluded')) return [];
	return [
		{
			type: 'bar',
			name: 'excluded',
			silent: true,
			z: 0,
			barWidth: '101%',
			barGap: '-100%',
			tooltip: { show: false },
			itemStyle: { color: look.colours.band },
			data: columns.side.map((side) => (side === 'excluded' ? scale.max : '-'))
		}
	];
}

/** The effective date, and the name of what was left out, above the plot. */
export function flagLines(
	{ effectiveAt, side }: ImprovementColumns,
	{ colours }: Look,
	words: ImprovementWords,
	{ pixelsEach, plotWidth }: { pixelsEach: number; plotWidth: number }
): NonNullable<LineSeriesOption['markLine']> {
	const first = side.indexOf('excluded');
	const middle = first < 0 ? null : (first + side.lastIndexOf('excluded')) / 2;
	const label = (text: string, color: string, align: 'left' | 'center' | 'right') => ({
		show: text !== '',
		formatter: () => text,
		position: 'end' as const,
		rotate: 0,
		distance: 4,
		align,
		color,
		fontSize: 12
	});
	const at = effectiveAt === null ? null : (effectiveAt + 0.5) * pixelsEach;
	const room = at === null ? 0 : Math.max(at, plotWidth - at + 60);
	const effective = shorten(words.effective, room);
	const toRight = at !== null && textWidth(effective) <= plotWidth - at + 60;
	const beside =
		at === null || middle === null
			? Infinity
			: Math.abs(at - (middle + 0.5) * pixelsEach) - (toRight ? 0 : textWidth(effective));
	const excluded = beside > textWidth(words.excluded) / 2 + 12 ? words.excluded : '';
	return {
		silent: true,
		symbol: 'none',
		animation: false,
		data: [
			...(effectiveAt === null
				? []
				: [
						{
							xAxis: effectiveAt,
							lineStyle: { color: colours.accent, width: 1.5, type: 'solid' as const },
							label: label(effective, colours.accent, toRight ? 'left' : 'right')
						}
					]),
			...(middle === null
				? []
				: [
						{
							xAxis: middle,
							lineStyle: { opacity: 0 },
							label: label(excluded, colours.ink3, 'center')
						}
					])
		]
	};
}

/** The period that runs is hatched and never judged. */
export function runningBar(
	columns: ImprovementColumns,
	look: Look,
	words: ImprovementWords,
	marks: readonly Mark[],
	pixelsEach: number
): BarSeriesOption[] {
	if (!columns.side.includes('partial')) return [];
	return [
		{
			type: 'bar',
			name: `${words.valueName} running`,
			z: 3,
			barWidth: Math.max(4, Math.min(12, pixelsEach * 0.8)),
			barGap: '-100%',
			data: columns.side.map((side, at) =>
				side === 'partial'
					? marked(
							{ value: orGap(valueAt(columns.value, at)), itemStyle: hatched(look) },
							marks[at]
						)
					: '-'
			)
		} as BarSeriesOption
	];
}
