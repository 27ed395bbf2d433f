import '#lib/charts/echarts.ts';
import { svgOf } from '#lib/charts/echarts-svg.ts';
import { lookFor } from '#lib/charts/look/look.ts';
import { improvementChart } from '#lib/charts/options/improvement-chart.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { chartColumns, chartWords } from '../chart-columns.ts';
import type { ShownCheck } from '../shown-check.ts';
import { chartSize } from './chart-size.ts';

/**
 * The chart of a plan as a drawing of vectors, made on the server: a report is complete without script and
 * prints sharp. Paper is white, so the light colours whatever the reader's. Null where there is no value.
 */
export function reportChart(f: Formats, plan: Plan, check: ShownCheck): string | null {
	if (!check.lines || check.values.every((value) => value === null)) return null;
	const option = improvementChart(
		chartColumns(check, plan),
		lookFor({ scheme: 'light', ...chartSize, font: fontOf(f) }),
		chartWords(check, plan, f)
	);
	return svgOf({ ...option, animation: false }, chartSize);
}

/** A picture does not inherit the page's font. */
function fontOf({ locale }: Formats): string {
	if (locale === 'en') return 'Noto Sans, Liberation Sans, Arial, sans-serif';
	return locale === 'zh-CN'
		? 'PingFang SC, Microsoft YaHei UI, Noto Sans SC, Noto Sans CJK SC, sans-serif'
		: 'PingFang TC, Microsoft JhengHei UI, Noto Sans TC, Noto Sans CJK TC, sans-serif';
}
