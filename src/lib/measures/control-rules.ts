import { anhoej } from '#lib/statistics/rules/anhoej.ts';
import { nelson } from '#lib/statistics/rules/nelson.ts';
import { nhs } from '#lib/statistics/rules/nhs.ts';
import { westernElectric } from '#lib/statistics/rules/western-electric.ts';
import type { JudgedSeries } from './control-series.ts';

export const ruleSets = ['nhs', 'western_electric', 'nelson', 'anhoej'] as const;
export type RuleSet = (typeof ruleSets)[number];

/** What a pattern is, whatever the set calls it. */
export type PatternKind =
	| 'beyond'
	| 'run'
	| 'trend'
	| 'two_of_three'
	| 'four_of_five'
	| 'alternating'
	| 'within_one_sigma'
	| 'none_within_one_sigma'
	| 'few_crossings';

/** Periods that together break a rule. */
export interface Pattern {
	readonly kind: PatternKind;
	/** Number of the rule in its set; null where the set does not number them. */
	readonly rule: number | null;
	/** First and last place of the pattern. */
	readonly from: number;
	readonly to: number;
	/** Places the rule marks. */
	readonly marked: readonly number[];
	/** Which way off the centre; 0 where the pattern has no side. */
	readonly side: -1 | 0 | 1;
}

interface Rule {
	readonly kind: PatternKind;
	readonly rule: number | null;
	/** 1-based positions as the set marks them. */
	readonly flags: readonly number[];
	/** Points from the first of a pattern to the one that completes it; 1 where all of it is marked. */
	readonly window: number;
}

/** Of patterns that end together the first of these says most. */
const telling: readonly PatternKind[] = [
	'beyond',
	'run',
	'trend',
	'two_of_three',
	'four_of_five',
	'alternating',
	'none_within_one_sigma',
	'within_one_sigma',
	'few_crossings'
];

/**
 * What a rule set finds, the latest first, by phase: nothing is counted across the start of a phase. Sides and distances are
 * judged on scores, trends on what is left when the season is taken out (without one, on the values).
 */
export function patterns(
	series: Pick<JudgedSeries, 'scores' | 'deviations' | 'phases' | 'enough'>,
	ruleSet: RuleSet
): readonly Pattern[] {
	if (!series.enough) return [];
	return series.phases
		.flatMap((phase) => {
			const places = phase.filter((at) => series.scores[at] !== null);
			const scores = places.map((at) => series.scores[at]!);
			const deviations = places.map((at) => series.deviations[at]!);
			return rulesOf(ruleSet, scores, deviations).flatMap((rule) =>
				grouped(rule, scores, deviations, places)
			);
		})
		.sort((a, b) => b.to - a.to || telling.indexOf(a.kind) - telling.indexOf(b.kind));
}

function rulesOf(
	ruleSet: RuleSet,
	scores: readonly number[],
	deviations: readonly number[]
): readonly Rule[] {
	const scored = { values: scores, centerLine: 0, sigma: 1 };
	const moved = { values: deviations, centerLine: 0, sigma: 1 };
	const rule = (
		kind: PatternKind,
		number: number | null,
		flags: readonly number[],
		window = 1
	): Rule => ({ kind, rule: number, flags, window });
	switch (ruleSet) {
		case 'nhs': {
			const limits = { centerLine: 0, lowerLimit: -3, upperLimit: 3 };
			const { flags } = nhs({ values: scores, ...limits });
			return [
				rule('beyond', null, flags.beyondLimits),
				rule('trend', null, nhs({ values: deviations, ...limits }).flags.trend),
				rule('two_of_three', null, flags.twoOfThree),
				rule('run', null, flags.shift)
			];
		}
		case 'western_electric': {
			const { flags } = westernElectric(scored);
			return [
				rule('beyond', 1, flags.rule1),
				rule('two_of_three', 2, flags.rule2, 3),
				rule('four_of_five', 3, flags.rule3, 5),
				rule('run', 4, flags.rule4, 8)
			];
		}
		case 'nelson': {
			const { flags } = nelson(scored);
			const ofSteps = nelson(moved).flags;
			return [
				rule('beyond', 1, flags.rule1),
				rule('run', 2, flags.rule2, 9),
				rule('trend', 3, ofSteps.rule3, 6),
				rule('alternating', 4, ofSteps.rule4, 14),
				rule('two_of_three', 5, flags.rule5, 3),
				rule('four_of_five', 6, flags.rule6, 5),
				rule('within_one_sigma', 7, flags.rule7, 15),
				rule('none_within_one_sigma', 8, flags.rule8, 8)
			];
		}
		case 'anhoej':
			return anhoejRules(scores, rule);
	}
}

/** Anhøj's rules speak of the whole series: the longest run is marked where it is too long. */
function anhoejRules(
	scores: readonly number[],
	rule: (kind: PatternKind, number: null, flags: readonly number[]) => Rule
): readonly Rule[] {
	const { flags, longestRun } = anhoej(scores, 0);
	const found: Rule[] = [];
	if (flags.shift && longestRun !== null) found.push(rule('run', null, longestRuns(scores)));
	if (flags.crossings)
		found.push(
			rule(
				'few_crossings',
				null,
				scores.map((_, at) => at + 1)
			)
		);
	return found;
}

/** 1-based positions of the longest run on one side, points on the line left out. */
function longestRuns(scores: readonly number[]): readonly number[] {
	let best: number[] = [];
	let run: number[] = [];
	let side = 0;
	scores.forEach((score, at) => {
		if (score === 0) return;
		run = Math.sign(score) === side ? [...run, at + 1] : [at + 1];
		side = Math.sign(score);
		if (run.length > best.length) best = run;
	});
	return best;
}

/** Neighbouring marks of one rule are one pattern, as long as they go the same way. */
function grouped(
	{ kind, rule, flags, window }: Rule,
	scores: readonly number[],
	deviations: readonly number[],
	places: readonly number[]
): Pattern[] {
	const sideOf = (position: number): -1 | 0 | 1 => {
		if (kind === 'few_crossings' || kind === 'alternating') return 0;
		if (kind === 'within_one_sigma' || kind === 'none_within_one_sigma') return 0;
		const value =
			kind === 'trend' ? slopeAt(deviations, flags, position) : (scores[position - 1] ?? 0);
		return Math.sign(value) as -1 | 0 | 1;
	};
	const groups: { marked: number[]; side: -1 | 0 | 1 }[] = [];
	for (const position of flags) {
		const last = groups.at(-1);
		const side = sideOf(position);
		const goesOn =
			kind !== 'beyond' &&
			last &&
			last.side === side &&
			position - last.marked.at(-1)! <= gap(kind);
		if (goesOn) last.marked.push(position);
		else groups.push({ marked: [position], side });
	}
	return groups.map(({ marked, side }) => ({
		kind,
		rule,
		side,
		marked: marked.map((position) => places[position - 1]!),
		from: places[Math.max(0, marked[0]! - window)]!,
		to: places[marked.at(-1)! - 1]!
	}));
}

/** Of two of three, the middle one need not be marked; runs of Anhøj may have points on the line. */
const gap = (kind: PatternKind): number => (kind === 'two_of_three' ? 2 : kind === 'run' ? 3 : 1);

/** The step into a point of a trend, or out of its first. */
function slopeAt(values: readonly number[], flags: readonly number[], position: number): number {
	const after = flags.includes(position + 1) ? values[position]! - values[position - 1]! : 0;
	return after || values[position - 1]! - (values[position - 2] ?? values[position - 1]!);
}
