import type { CoefficientColumns, CoefficientWords } from '#lib/charts/options/coefficients.ts';
import { having } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { Coefficient } from '#lib/measures/association.ts';
import { fewestCases } from '#lib/measures/association-strength.ts';
import type { Measured } from '#lib/measures/headline.ts';
import type { Side, SideFacts } from '#lib/measures/satisfaction-sides.ts';
import * as m from '#lib/messages/generated/messages.js';
import { coefficientText, rated, scored, type SatisfactionView } from './satisfaction-view.ts';
import { intervalWords } from './satisfaction-words.ts';

const sideNames: Readonly<Record<Side, () => string>> = {
	timeliness: m.sat_side_timeliness,
	solution: m.sat_side_solution,
	openness: m.sat_side_openness,
	follow_up: m.sat_side_follow_up
};

/** A side, or the overall score it stands beside. */
export interface SideRow {
	readonly name: string;
	readonly n: number;
	readonly satisfied: number;
	readonly share: Measured;
	readonly mean: Measured;
	/** With the overall score; null of that score itself. */
	readonly rho: Coefficient | null;
	/** Cases that scored it, that scored it 4 or 5, that scored the whole as well. */
	readonly scored: Filter;
	readonly content: Filter | undefined;
	readonly both: Filter | undefined;
}

export function sideRows({ facts, filter }: SatisfactionView): SideRow[] {
	const sums = facts.coverage[facts.clock];
	const overall: SideRow = {
		name: m.sat_side_overall(),
		n: sums.rated,
		satisfied: sums.satisfied,
		...facts.overall,
		rho: null,
		scored: rated(filter),
		content: scored(filter, [4, 5]),
		both: undefined
	};
	return [
		overall,
		...facts.sides.map(({ side, n, satisfied, share, mean, withOverall }): SideRow => {
			const ofSide = having(filter, `${side}_score`);
			return {
				name: sideNames[side](),
				n,
				satisfied,
				share,
				mean,
				rho: withOverall,
				scored: ofSide,
				content: having(filter, `${side}_satisfied`),
				both: rated(ofSide)
			};
		})
	];
}

/** Drawn as distance from the overall satisfied share, which is the line. */
export function sideColumns(rows: readonly SideRow[]): CoefficientColumns {
	const line = lineOf(rows);
	const end = (row: SideRow, at: 'lower' | 'upper') =>
		(row.share.interval?.[at] ?? Number.NaN) - line;
	return {
		name: rows.map(({ name }) => name),
		key: rows.map(() => null),
		kind: rows.map((_, at) => (at === 0 ? 'pooled' : 'stratum')),
		value: rows.map(({ share }) => (share.value ?? Number.NaN) - line),
		lower: rows.map((row) => end(row, 'lower')),
		upper: rows.map((row) => end(row, 'upper')),
		cases: rows.map(({ n }) => n)
	};
}

export function sideWords({ f }: SatisfactionView, rows: readonly SideRow[]): CoefficientWords {
	const line = lineOf(rows);
	const percent = (distance: number) => f.percent(line + distance);
	return {
		valueName: m.sat_sides_head(),
		casesName: m.sat_coefficient_cases(),
		value: (value, lower, upper) =>
			m.sat_coefficient({
				value: percent(value),
				lower: percent(lower),
				upper: percent(upper)
			}),
		tick: (value) => f.points(value, 0),
		cases: f.count,
		tip: (at) => {
			const row = rows[at];
			if (!row) return [''];
			const { value, interval } = row.share;
			const text = (share: number | undefined | null) => f.percent(share ?? Number.NaN);
			return [
				row.name,
				m.sat_tip_share({
					value: text(value),
					lower: text(interval?.lower),
					upper: text(interval?.upper)
				}),
				m.sat_n({ n: f.count(row.n) }),
				...(row.rho ? [m.sat_sides_tip_rho({ rho: coefficientText(f, row.rho.value) })] : [])
			];
		}
	};
}

/** The overall share, or that of the first side where nobody gave an overall score. */
function lineOf(rows: readonly SideRow[]): number {
	return rows.find(({ share }) => share.value !== null)?.share.value ?? 0;
}

/** Which side is weakest, where it can be told from the next, and which goes most with the whole. */
export function sidesAnswer(view: SatisfactionView): string {
	const { f, facts } = view;
	const found = facts.weakest;
	if (!found) return m.sat_sides_answer_few();
	const { weakest, next, difference, apart } = found;
	const words = {
		weakest: sideNames[weakest.side](),
		share: f.percent(weakest.share.value ?? Number.NaN),
		next: sideNames[next.side](),
		nextShare: f.percent(next.share.value ?? Number.NaN),
		difference: f.points(difference.value ?? Number.NaN),
		lower: f.signed((difference.interval?.lower ?? Number.NaN) * 100, 1),
		upper: f.signed((difference.interval?.upper ?? Number.NaN) * 100, 1)
	};
	return f.sentences(
		apart ? m.sat_sides_answer_weakest(words) : m.sat_sides_answer_close(words),
		closestSentence(view)
	);
}

/** Which side goes most closely with the whole; said of one only where its interval lies above all others. */
function closestSentence(view: SatisfactionView): string | null {
	const known = view.facts.sides
		.filter(({ withOverall }) => withOverall.interval !== null && withOverall.n >= fewestCases)
		.toSorted((a, b) => rho(b) - rho(a));
	const [closest, next, last] = [known[0], known[1], known.at(-1)];
	if (!closest || !next || !last) return null;
	const apart =
		(closest.withOverall.interval?.lower ?? -1) > (next.withOverall.interval?.upper ?? 1);
	return apart
		? m.sat_sides_closest({
				side: sideNames[closest.side](),
				...intervalWords(view, closest.withOverall)
			})
		: m.sat_sides_alike({
				most: coefficientText(view.f, rho(closest)),
				least: coefficientText(view.f, rho(last))
			});
}

function rho({ withOverall }: SideFacts): number {
	return withOverall.value ?? Number.NaN;
}
