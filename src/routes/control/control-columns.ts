import type {
	ControlColumns,
	ControlSignal,
	ControlWords
} from '#lib/charts/options/control-columns.ts';
import type { ControlPanel, ControlPanelWords } from '#lib/charts/options/control-panels.ts';
import { annotationFlags } from '#lib/measures/annotations.ts';
import { meaningOf } from '#lib/measures/control-verdict.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ShownChart } from '#lib/server/questions/control-shown.ts';
import { floorOf, patternText } from './control-words.ts';
import {
	betterOf,
	periodName,
	tickText,
	unitOf,
	valueName,
	valueText,
	type ControlView
} from './control-view.ts';

/** Each point with what it signals; a point beyond the limits says so before any run it is part of. */
export function chartColumns(view: ControlView, chart: ShownChart): ControlColumns {
	const { facts } = view;
	const better = betterOf(view);
	const signal: ControlSignal[] = facts.periods.map(() => null);
	const side: (-1 | 0 | 1)[] = facts.periods.map(() => 0);
	for (const pattern of chart.patterns.toSorted((a, b) => weight(a.kind) - weight(b.kind)))
		for (const at of pattern.marked) {
			if (pattern.kind === 'few_crossings') continue;
			signal[at] = meaningOf(pattern.side, better);
			side[at] = pattern.side;
		}
	const floor = floorOf(view);
	return {
		period: facts.periods.map(({ since }) => since),
		step: facts.choices.step,
		value: numbers(chart.values),
		center: numbers(chart.center),
		lower: numbers(chart.lower),
		upper: numbers(chart.upper),
		signal,
		side,
		partial: facts.periods.flatMap(({ partial }, at) => (partial ? [at] : [])),
		flags: chart === facts.chart ? chartFlags(view) : [],
		...(chart.target.some((one) => one !== null) && { target: numbers(chart.target) }),
		...(floor !== undefined && { floor }),
		...(unitOf(view) === 'minutes' && { minutes: true }),
		...(facts.earlier && chart === facts.chart && { earlier: numbers(facts.earlier) })
	};
}

/** Events, and where phases begin. */
function chartFlags({ facts }: ControlView) {
	const begun = facts.limits.phases.map(({ day, reason }) => ({
		day,
		label: m.control_phase_flag({ reason })
	}));
	return annotationFlags([...facts.annotations, ...begun], facts.periods);
}

const weight = (kind: string): number => (kind === 'beyond' ? 1 : 0);

const numbers = (line: readonly (number | null)[]): number[] =>
	line.map((value) => value ?? Number.NaN);

export function chartWords(view: ControlView): ControlWords {
	const { f, facts } = view;
	const text = (value: number): string => valueText(view, value);
	return {
		valueName: valueName(view),
		tick: (value) => tickText(view, value),
		upper: (value) => m.control_upper({ value: text(value) }),
		center: (value) => m.control_center({ value: text(value) }),
		lower: (value) => m.control_lower({ value: text(value) }),
		target: (value) => m.control_target({ value: text(value) }),
		month: f.monthOfYear,
		year: f.year,
		tip: (at) => pointTip(view, facts.chart, at)
	};
}

export function panelColumns(view: ControlView): ControlPanel[] {
	return view.facts.panels.map(({ value, chart }) => ({
		...chartColumns(view, chart),
		key: value
	}));
}

export function panelWords(view: ControlView): ControlPanelWords {
	const { f, facts } = view;
	const { panels } = facts;
	return {
		tick: (value) => tickText(view, value),
		month: f.monthOfYear,
		year: f.year,
		title: (panel) => panels[panel]?.value ?? m.blank_value(),
		under: (panel) => {
			const chart = panels[panel]?.chart;
			return chart ? panelSignal(view, chart) : '';
		},
		tip: (panel, at) => {
			const found = panels[panel];
			if (!found) return [''];
			const [title, ...lines] = pointTip(view, found.chart, at);
			return [`${found.value ?? m.blank_value()}${m.clause_separator()}${title}`, ...lines];
		}
	};
}

/** What a panel's last judged period says. */
export function panelSignal(view: ControlView, chart: ShownChart): string {
	const { pattern } = chart.verdict;
	return pattern ? patternText(view, chart, pattern) : m.control_panel_quiet();
}

/** A point in words: value, what it rests on, what is usual, which rules it breaks. */
function pointTip(view: ControlView, chart: ShownChart, at: number): [string, ...string[]] {
	const { f, facts } = view;
	const count = chart.cases[at] ?? 0;
	const shown = f.count(count);
	const lower = chart.lower[at] ?? null;
	const upper = chart.upper[at] ?? null;
	return [
		`${periodName(view, at)}${m.clause_separator()}${valueText(view, chart.values[at] ?? null)}`,
		chart.family === 'rate' && !facts.own
			? m.control_tip_orders({ count, shown, orders: f.count(chart.sizes[at] ?? 0) })
			: m.control_tip_cases({ count, shown }),
		...targetTip(view, chart, at),
		...earlierTip(view, chart, at),
		...(facts.periods[at]?.partial
			? [m.control_tip_partial()]
			: lower !== null && upper !== null
				? [
						m.control_tip_limits({
							lower: valueText(view, lower),
							upper: valueText(view, upper),
							center: valueText(view, chart.center[at] ?? null)
						})
					]
				: []),
		...chart.patterns
			.filter(({ marked }) => marked.includes(at))
			.map((pattern) => patternText(view, chart, pattern))
	];
}

function targetTip(view: ControlView, chart: ShownChart, at: number): string[] {
	const value = chart.target[at] ?? null;
	return value === null ? [] : [m.control_tip_target({ value: valueText(view, value) })];
}

function earlierTip(view: ControlView, chart: ShownChart, at: number): string[] {
	const { facts } = view;
	const value = chart === facts.chart ? facts.earlier?.[at] : undefined;
	return typeof value === 'number'
		? [m.control_tip_earlier({ value: valueText(view, value) })]
		: [];
}
