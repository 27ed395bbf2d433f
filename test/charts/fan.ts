import type { Draw } from '#lib/charts/drawing.ts';
import type { ForecastColumns } from '#lib/charts/options/forecast-columns.ts';
import { forecastFan } from '#lib/charts/options/forecast-fan.ts';

/** Months that are over. */
const past = 23;
const coming = 6;
const ahead = (value: (h: number) => number): number[] => [
	...Array.from({ length: past }, () => Number.NaN),
	...Array.from({ length: coming }, (_, h) => value(h))
];

/** 23 months that are over and six to come, the first of them begun. */
export const fan: ForecastColumns = {
	period: Array.from(
		{ length: past + coming },
		(_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
	),
	step: 'month',
	value: [
		...Array.from({ length: past }, (_, at) => 1000 + 37 * at),
		...Array.from({ length: coming }, () => NaN)
	],
	median: ahead((h) => 1900 + 10 * h),
	lower80: ahead((h) => 1800 - 20 * h),
	upper80: ahead((h) => 2000 + 40 * h),
	lower95: ahead((h) => 1700 - 30 * h),
	upper95: ahead((h) => 2100 + 60 * h),
	earlier: ahead((h) => 1400 + 37 * h),
	seen: 1200,
	flags: [
		{ at: 9, label: 'suggested' },
		{ at: 14, label: 'suggested' }
	]
};

const plain = (value: number): string => String(value);

export const drawnFan: Draw = (place) =>
	forecastFan(fan, place, {
		valueName: '件数',
		tick: plain,
		median: (value) => `预计 ${plain(value)}`,
		upper: (value) => `95%：${plain(value)}`,
		lower: (value) => `95%：${plain(value)}`,
		earlier: '去年同期',
		month: (day) => `${Number(day.slice(5, 7))}月`,
		year: (day) => `${day.slice(0, 4)}年`,
		tip: (at) => [`${at}`]
	});
