import type { EChartsType } from 'echarts';
import type { EChartsOption } from './drawing.ts';

/** A chart as a file: the pixels as they stand, twice as fine, or the same drawing as vectors. */
export async function picture(
	chart: EChartsType,
	option: EChartsOption,
	kind: 'png' | 'svg',
	paper: string
): Promise<Blob> {
	if (kind === 'svg') {
		const { svgOf } = await import('./echarts-svg.ts');
		const size = { width: chart.getWidth(), height: chart.getHeight() };
		const svg = svgOf({ ...option, backgroundColor: paper }, size);
		return new Blob([svg], { type: 'image/svg+xml' });
	}
	const address = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: paper });
	return await (await fetch(address)).blob();
}
