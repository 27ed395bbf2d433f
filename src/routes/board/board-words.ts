import type { Decision } from '#lib/board/decisions.ts';
import { changesBy, ripens } from '#lib/board/measures.ts';
import type { RunningImprovement } from '#lib/board/running.ts';
import type { Comparison, Tile } from '#lib/board/tile.ts';
import { durationUnit } from '#lib/format/duration.ts';
import type { Formats } from '#lib/format/formats.ts';
import { betterOf, unitOf, type ChartedMeasure } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureValue, valueAndUnit } from '#lib/messages/measure-values.ts';
import { measureName, unitWords } from '#lib/messages/measure-words.ts';
import type { Board } from '#lib/server/questions/board.ts';

/** The state in one sentence: what turned for the worse, and what will not reach its target. */
export function boardTitle(f: Formats, { tiles }: Pick<Board, 'tiles'>): string {
	const names = (some: readonly Tile[]) => f.list(some.map(({ measure }) => measureName(measure)));
	const worse = tiles.filter(({ variation }) => variation === 'worsening');
	const missing = tiles.filter(({ assurance }) => assurance === 'will_miss');
	const unknown = tiles.filter(({ variation }) => variation === 'unknown').length;
	const of = f.count(tiles.length);
	const judged = f.count(tiles.length - unknown);
	const calm =
		unknown === 0
			? m.board_title_none({ of })
			: unknown === tiles.length
				? m.board_title_unknown({ of })
				: m.board_title_some_unknown({ judged, unknown: f.count(unknown) });
	const said =
		worse.length > 0
			? m.board_title_worse({ count: f.count(worse.length), of, names: names(worse) })
			: calm;
	if (missing.length === 0) return said;
	const told = { said, count: f.count(missing.length), names: names(missing) };
	return missing.every((tile) => worse.includes(tile))
		? m.board_title_miss_too(told)
		: m.board_title_miss(told);
}

/** Which days, how far the month has come, what the signals speak of. */
export function boardLead(f: Formats, board: Board): string {
	const { days, partial, judged, tiles } = board;
	const better = tiles.filter(({ variation }) => variation === 'improving');
	return f.sentences(
		partial
			? m.board_lead_running({
					days: f.dayRange(days),
					over: f.count(partial.days),
					of: f.count(partial.of)
				})
			: m.board_lead_whole({ days: f.dayRange(days) }),
		judged && judged !== board.month && m.board_lead_judged({ month: f.month(judged) }),
		better.length > 0 &&
			m.board_lead_better({ names: f.list(better.map(({ measure }) => measureName(measure))) })
	);
}

/** A value with its unit apart, for the large figure of a tile. */
export function figure(
	f: Formats,
	measure: ChartedMeasure,
	value: number | null
): { readonly value: string; readonly unit?: string } {
	if (value === null) return { value: '–' };
	switch (unitOf(measure)) {
		case 'minutes':
			return f.durationParts(value);
		case 'share':
			return { value: f.number(value * 100, 1, 1), unit: '%' };
		case 'cases':
			return { value: measureValue(f, measure, value), unit: m.overview_case_unit() };
		case 'per_10000_orders':
			return { value: measureValue(f, measure, value), unit: m.overview_rate_unit() };
		default:
			return { value: measureValue(f, measure, value) };
	}
}

/** The lines under the figure: what it was in the same days before. */
export function comparisons(f: Formats, tile: Tile): readonly string[] {
	const line = (word: typeof m.board_before, one: Comparison | null): string[] =>
		one
			? [
					word({
						value: measureValue(f, tile.measure, one.value),
						change: changeText(f, tile, one)
					})
				]
			: [];
	const ripening = tile.partial && ripens(tile.measure);
	return [
		...(ripening
			? [typeof tile.measure === 'string' ? m.board_ripening() : m.board_ripening_own()]
			: []),
		...line(tile.partial ? m.board_before : m.board_before_whole, tile.before),
		...line(tile.partial ? m.board_year_ago : m.board_year_ago_whole, tile.yearAgo)
	];
}

function changeText(f: Formats, { measure }: Tile, { change }: Comparison): string {
	if (changesBy(measure) === 'ratio') return f.change(change);
	return unitOf(measure) === 'share' ? f.points(change) : f.signed(change, 2);
}

/** What the running month will end with, or why that is not said. */
export function monthEndText(f: Formats, { measure, monthEnd, partial }: Tile): string | null {
	if (monthEnd) {
		const { value, lower80, upper80 } = monthEnd;
		const unit = unitOf(measure) === 'minutes' ? durationUnit(upper80) : undefined;
		const text = (one: number) => (unit ? f.duration(one, unit) : measureValue(f, measure, one));
		return m.board_month_end({
			value: text(value),
			// The unit is said once, at the end.
			lower: unit ? f.durationParts(lower80, unit).value : text(lower80),
			upper: text(upper80)
		});
	}
	return partial && !ripens(measure) ? m.board_month_end_short() : null;
}

/** "≤ 24 h", the target as it is read at its line. */
export function targetText(f: Formats, { measure, target }: Tile): string | null {
	if (target === null) return null;
	const value = measureValue(f, measure, target);
	return betterOf(measure) === 'lower' ? `≤ ${value}` : `≥ ${value}`;
}

/** The measure's unit in the table of departments, where the values do not show it. */
export function rowUnit(measure: ChartedMeasure): string | null {
	const unit = unitOf(measure);
	return unit === 'cases' || unit === 'per_10000_orders' ? unitWords[unit]() : null;
}

/** Whose measure it is, in words: "质检部 · 办结及时率". */
function tileName({ measure, scope }: Pick<Tile, 'measure' | 'scope'>): string {
	const name = measureName(measure);
	return scope ? m.board_scoped({ scope: scope.value, name }) : name;
}

/** What has to be decided, in one sentence. */
export function decisionText(f: Formats, decision: Decision): string {
	switch (decision.kind) {
		case 'signal': {
			const { tile } = decision;
			const { judged, measure } = tile;
			return m.board_decide_signal({
				name: tileName(tile),
				month: judged ? f.monthOfYear(judged.month) : '',
				value: valueAndUnit(f, measure, judged?.value ?? null),
				center: valueAndUnit(f, measure, judged?.center ?? null)
			});
		}
		case 'answer': {
			const { number, theme } = decision.improvement;
			return m[`board_decide_${decision.answer}`]({ number, theme });
		}
		case 'overdue':
			return m.board_decide_overdue({
				count: f.count(decision.improvements.length),
				numbers: numbersOf(f, decision.improvements)
			});
	}
}

const mostNumbers = 6;

/** Numbers and themes of the first few; the list they lead to holds all. */
function numbersOf(f: Formats, improvements: readonly RunningImprovement[]): string {
	const first = improvements.slice(0, mostNumbers);
	const shown = f.list(first.map(({ number, theme }) => `${number} ${theme}`.trim()));
	return improvements.length > mostNumbers ? `${shown} …` : shown;
}

/** Which departments have signals for the worse, and which have none. */
export function departmentsAnswer(f: Formats, { departments }: Board): string {
	if (!departments) return '';
	const worse = departments.columns.map(({ value }) => ({
		value,
		count: departments.rows
			.flatMap(({ cells }) => cells)
			.filter(({ scope, variation }) => scope?.value === value && variation === 'worsening').length
	}));
	const some = worse.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
	const none = worse.filter(({ count }) => count === 0).map(({ value }) => value);
	if (some.length === 0) return m.board_departments_none();
	return f.sentences(
		m.board_departments_some({
			parts: f.list(
				some.map(({ value, count }) =>
					m.board_departments_part({ name: value, count: f.count(count) })
				)
			)
		}),
		none.length > 0 && m.board_departments_rest({ names: f.list(none) })
	);
}

/** What the table of departments leaves out. */
export function departmentsNote(f: Formats, { departments, partial }: Board): string {
	if (!departments) return '';
	const { cases, others, blank } = departments;
	return f.sentences(
		m.board_departments_note({ cases: f.count(cases) }),
		others.values > 0 &&
			m.board_departments_others({ values: f.count(others.values), cases: f.count(others.cases) }),
		blank > 0 && m.board_departments_blank({ cases: f.count(blank) }),
		m.board_departments_scale(),
		partial && m.board_departments_running()
	);
}
