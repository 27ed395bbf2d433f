/** Invented numbers for every builder, once: the tests look at what is drawn from them. */
import { coefficients } from '#lib/charts/options/coefficients.ts';
import { heatMap, type HeatMapColumns } from '#lib/charts/options/heat-map.ts';
import { monthlyTrend } from '#lib/charts/options/monthly-trend.ts';
import type {
	MonthlyTrendColumns,
	MonthlyTrendWords
} from '#lib/charts/options/monthly-trend-columns.ts';
import { pareto } from '#lib/charts/options/pareto.ts';
import type { ParetoColumns, ParetoWords } from '#lib/charts/options/pareto-columns.ts';
import { responseRate } from '#lib/charts/options/response-rate.ts';
import { ridges } from '#lib/charts/options/ridges.ts';
import { scoreBands } from '#lib/charts/options/score-bands.ts';
import { shareChange } from '#lib/charts/options/share-change.ts';
import { strataPanels } from '#lib/charts/options/strata-panels.ts';
import { treemap } from '#lib/charts/options/treemap.ts';
import { waterfall } from '#lib/charts/options/waterfall.ts';
import type { Draw } from '#lib/charts/drawing.ts';
import { lookFor, type Look } from '#lib/charts/look/look.ts';
import { drawnFan } from './fan.ts';

export const look = (width = 1180, height = 400, extra: Partial<Look> = {}): Look => ({
	...lookFor({ scheme: 'light', width, height }),
	...extra
});

const plain = (value: number): string => String(Math.round(value * 1000) / 1000);
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export const months = Array.from({ length: 23 }, (_, at) => {
	const month = at % 12;
	return `${2024 + Math.floor(at / 12)}-${String(month + 1).padStart(2, '0')}`;
});

export const trend: MonthlyTrendColumns = {
	month: months,
	count: months.map((_, at) => 1000 + 37 * at),
	comparable: months.map((month) => (month === '2024-11' ? 700 : Number.NaN)),
	value: months.map((_, at) => 80 + (at % 5)),
	lower: months.map((_, at) => 78 + (at % 5)),
	upper: months.map((_, at) => 82 + (at % 5)),
	limitLower: months.map(() => 76),
	limitUpper: months.map(() => 88),
	running: 22,
	target: 95,
	flags: [{ month: '2024-06', label: '智能分派上线' }]
};

export const trendWords: MonthlyTrendWords = {
	countName: '投诉量（件/月）',
	valueName: '满意率（%）',
	month: (month) => `${Number(month.slice(5))}月`,
	year: (month) => `${month.slice(0, 4)}年`,
	count: plain,
	countTick: plain,
	valueTick: plain,
	lower: '控制下限',
	upper: '控制上限',
	target: (value) => `目标 ${value}`,
	whole: (count) => `全月 ${count}`,
	part: (count) => `1–18日 ${count}`,
	running: (count) => [plain(count), '1–18日'],
	last: (value, running) => `${value}${running ? '（进行中）' : ''}`,
	tip: (at) => [months[at] ?? '', plain(at)]
};

export const groups: ParetoColumns = {
	key: ['其他', '商品质量', null, '物流配送', '售后处理', '价格'],
	amount: [300, 500, 100, 250, 100, 50],
	other: ['其他']
};

export const paretoWords: ParetoWords = {
	amountName: '投诉量（件）',
	cumulativeName: '累计占比',
	shareName: '占比',
	mark: '80% 线',
	blank: '（未填写）',
	folded: (left) => `另外 ${left} 类`,
	name: (key) => key,
	amount: plain,
	amountTick: plain,
	share: percent,
	shareTick: plain,
	tip: (row) => [row.name, plain(row.amount)]
};

export const manyGroups: ParetoColumns = {
	key: Array.from({ length: 40 }, (_, at) => (at === 0 ? null : `问题 ${at} 与很长很长的名称说明`)),
	amount: Array.from({ length: 40 }, (_, at) => 400 - 9 * at)
};

export const cells: HeatMapColumns = {
	rows: ['价格', null],
	across: ['2025-09', '2025-10', '2025-11'],
	row: [0, 0, 1],
	column: [0, 1, 2],
	count: [130, 52, 7],
	z: [6, -3.5, Number.NaN],
	partial: [2]
};

const bands = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const bandNames = [
	'≤ 5 分钟',
	'5–15 分钟',
	'15–30 分钟',
	'30–60 分钟',
	'1–2 小时',
	'2–4 小时',
	'4–8 小时',
	'> 8 小时'
];
const bandName = (key: string): string => bandNames[bands.indexOf(key)] ?? '';
const each = (from: number, by: number): number[] => bands.map((_, at) => from + by * at);

export const strata = {
	band: bands,
	strata: ['1', '2', '3', '4'].map((key, at) => ({
		key,
		value: each(90 - at, -4).map((value, place) => (place > 5 && at === 0 ? Number.NaN : value)),
		lower: each(86 - at, -4),
		upper: each(94 - at, -4)
	})),
	pooled: each(88, -2),
	ends: [0, 100] as const
};

export const scores = {
	band: bands,
	value: each(88, -2),
	lower: each(85, -2.5),
	upper: each(90, -1.8),
	cases: each(2000, -200),
	target: 85,
	ends: [0, 100] as const
};

/** Every chart by name, ready for a look. */
export const drawings: Readonly<Record<string, Draw>> = {
	'monthly trend': (place) => monthlyTrend(trend, place, trendWords),
	'pareto of few': (place) => pareto(groups, place, paretoWords),
	'pareto of many': (place) => pareto(manyGroups, place, paretoWords),
	'share change': (place) =>
		shareChange(
			{
				key: ['商品质量', '与描述不符且客服一直没有答复的情形', null],
				change: [0.02, -0.018, 0.001],
				lower: [0.01, -0.024, -0.004],
				upper: [0.03, -0.012, 0.006],
				cases: [8834, 2468, 326]
			},
			place,
			{
				changeName: '百分点',
				casesName: '件数',
				blank: '（未填写）',
				name: (key) => key,
				change: percent,
				tick: plain,
				cases: plain,
				tip: () => ['x']
			}
		),
	waterfall: (place) =>
		waterfall(
			{
				key: ['售后服务', '商品质量与描述不符且一直没有答复', null, null],
				kind: ['value', 'value', 'rest', 'total'],
				change: [120, -40, 5, 85],
				worse: 1
			},
			place,
			{
				changeName: '对差异的贡献',
				name: (at) =>
					['售后服务', '商品质量与描述不符且一直没有答复', '其余 3 个', '合计差异'][at] ?? '',
				change: (at) => ['+120', '−40', '+5', '+85'][at] ?? '',
				tick: plain,
				heads: ['件数'],
				cells: (at) => [['200 → 320', '90 → 50', '30 → 35', '320 → 405'][at] ?? ''],
				tip: () => ['x']
			}
		),
	coefficients: (place) =>
		coefficients(
			{
				name: ['全部合并：首次响应，Spearman ρ', '一级'],
				key: [null, '1'],
				kind: ['pooled', 'stratum'],
				value: [-0.02, -0.335],
				lower: [-0.04, -0.411],
				upper: [-0.001, -0.254],
				cases: [9363, 522]
			},
			place,
			{
				valueName: '系数（区间）',
				casesName: '件数',
				value: (value, lower, upper) => `${value}（${lower} 至 ${upper}）`,
				tick: plain,
				cases: plain,
				tip: () => ['x']
			}
		),
	'heat map': (place) =>
		heatMap(cells, place, {
			row: (key) => key ?? '（未填写）',
			column: (key) => key ?? '',
			count: plain,
			tip: (cell) => [`${cell.row} ${cell.column}`, plain(cell.count)]
		}),
	'score bands': (place) =>
		scoreBands(scores, place, {
			valueName: '满意率（%）',
			tick: plain,
			value: plain,
			band: bandName,
			under: (at) => [`n = ${scores.cases[at]}`, '83%'],
			target: (value) => `目标 ${value}`,
			tip: (at) => [bandNames[at] ?? '']
		}),
	'response rate': (place) =>
		responseRate(
			{ band: bands, rate: each(0.5, -0.03), cases: each(900, 0), overall: 0.43 },
			place,
			{
				rateName: '回评率（%）',
				tick: plain,
				rate: percent,
				band: bandName,
				under: () => 'n = 900',
				overall: (rate) => `全部 ${percent(rate)}`,
				tip: (at) => [bandNames[at] ?? '']
			}
		),
	strata: (place) =>
		strataPanels(strata, place, {
			title: (at) => `第 ${at + 1} 级：需要在二十四小时内核实的全部投诉与权益`,
			under: () => 'ρ −0.34（−0.41 至 −0.25），n = 522',
			band: bandName,
			tick: plain,
			pooled: '合并',
			tip: (stratum, band) => [`${stratum}`, `${band}`]
		}),
	ridges: (place) =>
		ridges(
			{
				at: [0, 1, 2, 3],
				ridges: [
					{ key: '5', density: [0, 0.4, 0.6, 0], medianMinutes: 60, cases: 5537 },
					{ key: '1', density: [0, 0.2, 0.3, 0.1], medianMinutes: Number.NaN, cases: 0 }
				]
			},
			place,
			{
				row: (key) => `${key} 分`,
				tick: (minutes) => `${minutes} 分钟`,
				median: (minutes) => `${minutes} 分钟`,
				cases: (count) => `n = ${count}`,
				tip: (at) => [`${at}`]
			}
		),
	'forecast fan': drawnFan,
	treemap: (place) =>
		treemap(
			{
				category: ['质量', '质量', '物流', null],
				subcategory: ['缺陷', null, '延误', null],
				amount: [60, 10, 25, 5]
			},
			place,
			{
				name: (key) => key ?? '（未填写）',
				amount: plain,
				tip: ({ category, subcategory }) => [`${category}/${subcategory}`],
				hue: () => 'c1'
			}
		)
};
