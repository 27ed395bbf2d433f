import type { CoefficientColumns, CoefficientWords } from '#lib/charts/options/coefficients.ts';
import { strength } from '#lib/measures/association-strength.ts';
import type { Coefficient } from '#lib/measures/association.ts';
import type { Clock } from '#lib/measures/waiting-time.ts';
import { capitalised } from '#lib/format/sentence.ts';
import * as m from '#lib/messages/generated/messages.js';
import { sideOfZero } from '#lib/statistics/interval.ts';
import {
	clockName,
	coefficientText,
	stratumName,
	stratumValue,
	type SatisfactionView
} from './satisfaction-view.ts';
import { intervalWords, strengthWords, withinSentence } from './satisfaction-words.ts';

/** One line of the forest: a coefficient, over all cases or within strata, and the cases it rests on. */
export interface CoefficientRow extends Omit<Coefficient, 'pValue'> {
	readonly name: string;
	readonly kind: 'pooled' | 'within' | 'stratum';
	readonly clock: Clock;
	/** Value of the stratum a row speaks of; undefined for all cases. */
	readonly stratum?: string | null;
	/** Undefined where no test is made. */
	readonly pValue?: number | null;
}

/** Every coefficient of the page: three over all cases, within strata, each stratum, the other clock. */
export function coefficientRows(view: SatisfactionView): CoefficientRow[] {
	const { facts } = view;
	const { clock, pooled, other, within, strata } = facts;
	const three = (of: Clock, { pearson, spearman, kendall }: typeof pooled): CoefficientRow[] => {
		const name = { clock: capitalised(clockName(of, 'wall')) };
		return [
			{ ...spearman, name: m.sat_row_spearman(name), kind: 'pooled', clock: of },
			{ ...kendall, name: m.sat_row_kendall(name), kind: 'pooled', clock: of },
			{ ...pearson, name: m.sat_row_pearson(name), kind: 'pooled', clock: of }
		];
	};
	return [
		...three(clock, pooled),
		...(within && strata.length > 1
			? [
					{
						...within.within,
						n: within.withinCases,
						name: m.sat_row_within({
							clock: capitalised(clockName(clock, 'wall')),
							stratum: stratumName(view)
						}),
						kind: 'within' as const,
						clock
					},
					...strata.map(({ key, rho, interval, n }) => ({
						value: rho,
						interval,
						n,
						name: m.sat_row_stratum({ value: stratumValue(key) }),
						kind: 'stratum' as const,
						clock,
						stratum: key
					}))
				]
			: []),
		...(other ? three(other.clock, other.association) : [])
	];
}

export function coefficientColumns(rows: readonly CoefficientRow[]): CoefficientColumns {
	const shown = drawable(rows);
	return {
		name: shown.map(({ name }) => name),
		key: shown.map(({ stratum }) => stratum ?? null),
		kind: shown.map(({ kind }) => kind),
		value: shown.map(({ value }) => value ?? Number.NaN),
		lower: shown.map(({ interval }) => interval?.lower ?? Number.NaN),
		upper: shown.map(({ interval }) => interval?.upper ?? Number.NaN),
		cases: shown.map(({ n }) => n)
	};
}

/** Rows that have a value; the table names the others too. */
export function drawable(rows: readonly CoefficientRow[]): readonly CoefficientRow[] {
	return rows.filter(({ value, interval }) => value !== null && interval !== null);
}

export function coefficientWords(
	view: SatisfactionView,
	rows: readonly CoefficientRow[]
): CoefficientWords {
	const { f } = view;
	const shown = drawable(rows);
	return {
		valueName: m.sat_coefficient_head(),
		casesName: m.sat_coefficient_cases(),
		value: (value, lower, upper) =>
			m.sat_coefficient({
				value: coefficientText(f, value),
				lower: coefficientText(f, lower),
				upper: coefficientText(f, upper)
			}),
		tick: (value) => f.number(value, 2),
		cases: f.count,
		tip: (at) => {
			const row = shown[at];
			if (!row) return [''];
			const { rho: value, lower, upper } = intervalWords(view, row);
			const p = pText(view, row.pValue);
			return [
				row.name,
				m.sat_coefficient({ value, lower, upper }),
				...(p === null ? [] : [p]),
				m.sat_n({ n: f.count(row.n) })
			];
		}
	};
}

/** "p < 0.001" or "p = 0.042"; null where there is none. */
export function pText(
	{ f }: Pick<SatisfactionView, 'f'>,
	pValue: number | null | undefined
): string | null {
	if (pValue === null || pValue === undefined) return null;
	return pValue < 0.001 ? m.sat_p_below() : m.sat_p({ p: f.number(pValue, 3, 3) });
}

export function strengthAnswer(view: SatisfactionView): string {
	const { f, facts } = view;
	const { spearman } = facts.pooled;
	if (spearman.value === null || spearman.interval === null)
		return m.sat_strength_answer_undefined();
	const numbers = { clock: clockName(facts.clock, facts.time), ...intervalWords(view, spearman) };
	return f.sentences(
		sideOfZero(spearman.interval) === 0
			? m.sat_strength_answer_none(numbers)
			: m.sat_strength_answer({ ...numbers, strength: strengthWords[strength(spearman.value)]() }),
		withinSentence(view, m.sat_strength_answer_within)
	);
}
