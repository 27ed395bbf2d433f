import type { ControlSeries, JudgedSeries } from './control-series.ts';

/**
 * Whether a series is judged by the logarithms of its values. Times are skewed to the right even as medians,
 * and limits symmetric in minutes then flag up to twice as often as they promise; their logarithms are close to
 * symmetric. A value of 0 has no logarithm: such a series is judged as it is.
 */
export function isJudgedInLogs({ logarithmic, amounts }: ControlSeries): boolean {
	return logarithmic === true && amounts.every((amount) => amount === null || amount > 0);
}

export function inLogs(series: ControlSeries): ControlSeries {
	return {
		...series,
		amounts: series.amounts.map((amount) => (amount === null ? null : Math.log(amount)))
	};
}

/** Values, centre and limits back in the unit of the series; scores, deviations and sigma stay in logarithms. */
export function outOfLogs(chart: JudgedSeries, { amounts }: ControlSeries): JudgedSeries {
	const back = (line: readonly (number | null)[]): (number | null)[] =>
		line.map((value) => (value === null ? null : Math.exp(value)));
	return {
		...chart,
		values: amounts,
		center: back(chart.center),
		lower: back(chart.lower),
		upper: back(chart.upper)
	};
}
