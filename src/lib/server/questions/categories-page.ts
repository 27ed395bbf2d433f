import { foldValue } from '#lib/import/fold.ts';
import { priorityWords } from '#lib/import/value-words.ts';
import {
	categoryTree,
	vitalFew,
	type CategoryGroup,
	type ProblemCounts,
	type VitalFew
} from '#lib/measures/category-tree.ts';
import { crossDimensions, type CrossDimension } from '#lib/measures/cross-dimensions.ts';
import { crossGrid, type CrossGrid } from '#lib/measures/cross-grid.ts';
import { periodGrid, type PeriodGrid } from '#lib/measures/period-grid.ts';
import { meansOther } from '#lib/measures/other-values.ts';
import { isGrade, severityWeight, type Grade } from '#lib/measures/severity-weight.ts';
import { shareMoves, type ShareMoves } from '#lib/measures/share-moves.ts';
import { ask } from './ask.ts';
import * as categories from './categories.ts';
import { dimensionValuesQuestion } from './dimension-values.ts';
import type { RowOf } from './question.ts';
import { laterCases, periodsOf, stepOf, type Step } from './categories-periods.ts';
import type { LogScope, Scope } from './scope.ts';

/** What the bars of a Pareto are as long as. */
export const weights = ['count', 'cost', 'severity'] as const;
export type Weight = (typeof weights)[number];

/** What a reader chose on the page, as it stands in the address. */
export interface CategoriesChoices {
	readonly weight?: string | null;
	/** The category to look inside; '' is the blank group. */
	readonly inside?: string | null;
	readonly by?: string | null;
}

/** What the two grids have down: categories, or within one category its subcategories. */
export type Level = 'category' | 'subcategory';

export interface CategoriesFacts {
	readonly cases: number;
	readonly before: number | null;
	/** False where no case has a category at all. */
	readonly hasCategory: boolean;
	readonly weights: readonly Weight[];
	readonly weight: Weight;
	/** Cases that have a cost; cases whose grade no one knows, which weigh as normal ones. */
	readonly costed: number;
	readonly ungraded: number;
	readonly tree: readonly CategoryGroup[];
	/** The few categories that make up 80 %, folded or not. */
	readonly vital: VitalFew | null;
	/** The category looked into; undefined where there is none. */
	readonly inside: string | null | undefined;
	/** Null without a period to compare with. */
	readonly moves: ShareMoves | null;
	readonly level: Level;
	readonly step: Step;
	readonly grid: PeriodGrid;
	/** Cases dated after the last column of the grid. */
	readonly later: ReturnType<typeof laterCases>;
	readonly dimensions: readonly CrossDimension[];
	readonly cross: CrossFacts | null;
}

export interface CrossFacts extends CrossGrid {
	readonly dimension: CrossDimension;
	/** Values across that are folded into the rest. */
	readonly further: number;
	/** Those values; null where they are too many for an address. */
	readonly rest: readonly string[] | null;
}

/** More than a picture can show; it folds once more, so that a log of thousands stays small. */
const most = { categories: 60, subcategories: 40 };
const mostMoves = 10;
const mostRows = 16;
const mostLinked = 60;

/** Everything the categories page says, or null while there is no case. */
export async function categoriesFacts(
	scope: Scope,
	choices: CategoriesChoices
): Promise<CategoriesFacts | null> {
	const { log } = scope;
	if (log === null) return null;
	const offered = dimensionsOf(scope);
	const dimension = offered.find((name) => name === choices.by) ?? offered[0];
	const level = scope.filter.dimensions.category?.length === 1 ? 'subcategory' : 'category';
	const step = stepOf(log);
	const [pareto, byPeriod, byDimension] = await Promise.all([
		ask(scope, categories.pareto),
		ask(scope, categories.byPeriod, { level, step }),
		dimension ? ask(scope, categories.byDimension, { level, dimension }) : []
	]);
	const periods = periodsOf(log, step);
	const costed = pareto.reduce((sum, row) => sum + row.costed, 0);
	const possible = weightsOf(scope, costed);
	const weight = possible.find((name) => name === choices.weight) ?? 'count';
	const graded = weight === 'severity' ? await severityAmounts(scope) : null;
	const problems = pareto.map((row): ProblemCounts => ({
		category: row.category,
		subcategory: row.subcategory,
		cases: row.cases,
		before: row.cases_before,
		amount: graded
			? (graded.amounts.get(problemKey(row)) ?? 0)
			: weight === 'cost'
				? row.cost
				: row.cases
	}));
	const cross = dimension ? await crossFacts(scope, dimension, byDimension) : null;
	const tree = categoryTree(problems, most).filter(({ cases }) => cases > 0);
	return {
		cases: problems.reduce((sum, { cases }) => sum + cases, 0),
		before: log.comparison && problems.reduce((sum, { before }) => sum + before, 0),
		hasCategory:
			problems.some(({ category }) => category !== null) || scope.columns.includes('category'),
		weights: possible,
		weight,
		costed,
		ungraded: graded?.ungraded ?? 0,
		tree,
		vital: vitalFew(problems),
		inside: insideOf(tree, choices.inside),
		moves: log.comparison && shareMoves(problems, mostMoves),
		level,
		step,
		grid: periodGrid(byPeriod, periods, mostRows),
		later: laterCases(log, periods, byPeriod),
		dimensions: offered,
		cross
	};
}

/** The rest across is asked for by name only where an address can hold its values. */
async function crossFacts(
	scope: Scope,
	dimension: CrossDimension,
	counts: readonly RowOf<typeof categories.byDimension.columns>[]
): Promise<CrossFacts> {
	const further = counts[0]?.further ?? 0;
	const grid = crossGrid(counts, mostRows);
	const named = new Set(grid.columns.map(({ key }) => key));
	const rest =
		further > 0 && further <= mostLinked
			? (await ask(scope, dimensionValuesQuestion, { dimension })).flatMap(({ value }) =>
					value === null || named.has(value) ? [] : [value]
				)
			: null;
	return { dimension, further, rest, ...grid };
}

/** Dimensions the log has. */
function dimensionsOf({ columns }: Pick<Scope, 'columns'>): CrossDimension[] {
	return crossDimensions.filter((name) => columns.includes(name));
}

function weightsOf({ columns }: Pick<Scope, 'columns'>, costed: number): Weight[] {
	return weights.filter((name) => {
		if (name === 'cost') return costed > 0;
		if (name === 'severity') return columns.includes('severity') || columns.includes('priority');
		return true;
	});
}

/** Weights of all problems by the grades of their cases, in the words of the log. */
async function severityAmounts(
	scope: Scope & { readonly log: LogScope | null }
): Promise<{ amounts: Map<string, number>; ungraded: number }> {
	const amounts = new Map<string, number>();
	let ungraded = 0;
	for (const row of await ask(scope, categories.severity)) {
		const grade = gradeOf(row.grade);
		if (grade === null) ungraded += row.cases;
		const key = problemKey(row);
		amounts.set(key, (amounts.get(key) ?? 0) + row.cases * severityWeight(grade));
	}
	return { amounts, ungraded };
}

function gradeOf(word: string | null): Grade | null {
	if (word === null) return null;
	const folded = foldValue(word);
	const known = priorityWords.get(folded) ?? folded;
	return isGrade(known) ? known : null;
}

function problemKey(row: {
	readonly category: string | null;
	readonly subcategory: string | null;
}) {
	return JSON.stringify([row.category, row.subcategory]);
}

/** The category asked for, else the first that is a problem and not a left-over. */
function insideOf(
	tree: readonly CategoryGroup[],
	wanted: string | null | undefined
): string | null | undefined {
	const chosen = tree.find(({ key, inside }) => inside.length > 0 && (key ?? '') === wanted);
	const named = tree.find(
		({ key, inside }) => inside.length > 0 && key !== null && !meansOther(key)
	);
	return (chosen ?? named ?? tree[0])?.key;
}
