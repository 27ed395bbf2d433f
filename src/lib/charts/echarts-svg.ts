import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from './drawing.ts';

use([SVGRenderer]);

/** The same option once more, as a drawing of vectors; loaded only when someone asks for it. */
export function svgOf(option: EChartsOption, size: { width: number; height: number }): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
	chart.setOption(option);
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}
