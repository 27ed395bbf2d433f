import '#lib/charts/echarts.ts';
import { svgOf } from '#lib/charts/echarts-svg.ts';
import { lookFor } from '#lib/charts/look/look.ts';
import { improvementChart } from '#lib/charts/options/improvement-chart.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { measures } from '#lib/measures/catalogue.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureTick, measureValue, nameAndUnit } from '#lib/messages/measure-values.ts';
import type { PlanCheck } from '#lib/server/questions/improvement-check.ts';
import { chartSize } from './chart-size.ts';

/**
 * The chart of a plan as a drawing of vectors, made on the server: a report is complete without script and
 * prints sharp. Paper is white, so the light colours whatever the reader's.
 */
export function reportChart(f: Formats, plan: Plan, check: PlanCheck): string | null {
	const { chart, periods, side, values } = check;
	if (!chart || periods.length === 0 || values.every((value) => value === null)) return null;
	const { center, lower, upper } = chart.judged;
	const { measure, effectiveOn } = plan;
	const value = (number: number): string => measureValue(f, measure, number);
	const at = periods.findIndex(
		({ since, until }) => effectiveOn !== null && since <= effectiveOn && effectiveOn < until
	);
	const option = improvementChart(
		{
			period: periods.map(({ since }) => since),
			step: plan.step,
			value: numbers(values),
			center: numbers(center),
			lower: numbers(lower),
			upper: numbers(upper),
			side,
			target: plan.target,
			effectiveAt: at < 0 ? null : at,
			floor: measures[measure].unit === 'score' ? null : 0
		},
		lookFor({ scheme: 'light', ...chartSize, font: fontOf(f) }),
		{
			valueName: nameAndUnit(measure),
			tick: (number) => measureTick(f, measure, number),
			upper: m.report_chart_upper(),
			lower: m.report_chart_lower(),
			target: (number) => m.report_chart_target({ value: value(number) }),
			mean: (number) => m.report_chart_mean({ value: value(number) }),
			effective: effectiveOn === null ? '' : m.report_chart_effective({ day: f.day(effectiveOn) }),
			excluded: m.report_chart_excluded(),
			month: f.monthOfYear,
			year: f.year,
			tip: () => ['']
		}
	);
	return svgOf({ ...option, animation: false }, chartSize);
}

const numbers = (values: readonly (number | null)[]): number[] =>
	values.map((value) => value ?? Number.NaN);

/** A picture does not inherit the page's font. */
function fontOf({ locale }: Formats): string {
	if (locale === 'en') return 'Noto Sans, Liberation Sans, Arial, sans-serif';
	return locale === 'zh-CN'
		? 'PingFang SC, Microsoft YaHei UI, Noto Sans SC, Noto Sans CJK SC, sans-serif'
		: 'PingFang TC, Microsoft JhengHei UI, Noto Sans TC, Noto Sans CJK TC, sans-serif';
}
