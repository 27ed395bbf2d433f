import type { Outcome } from '#lib/improvement/verdict.ts';
import type { Finding } from './finding.ts';
import type {
	CategoryRow,
	MonthReview,
	ReviewDriverRow,
	ReviewFigure,
	ReviewedImprovement
} from './month-review.ts';

/** What of a figure changed: itself, the cases it counts, what it is held against. */
export type FigureAspect = 'value' | 'cases' | 'before' | 'year_ago' | 'target';

/** One number of a signed month that would read otherwise today. Null: it was, or would be, not told. */
export type ReviewDifference = { readonly before: number | null; readonly now: number | null } & (
	| { readonly of: 'cases' }
	| {
			readonly of: 'figure';
			readonly measure: ReviewFigure['measure'];
			readonly aspect: FigureAspect;
	  }
	/** `before` null: it would be a finding today; `now` null: it would be none. */
	| { readonly of: 'finding'; readonly finding: Finding }
	| { readonly of: 'driver'; readonly row: ReviewDriverRow }
	| { readonly of: 'forecast' }
	| {
			readonly of: 'category';
			readonly category: string;
			readonly aspect: 'cases' | 'share' | 'resolved';
	  }
	/** The effect of its verdict; where only the verdict is another one, both numbers are the same. */
	| {
			readonly of: 'improvement';
			readonly improvement: ReviewedImprovement;
			readonly outcomeBefore: Outcome | null;
			readonly outcomeNow: Outcome | null;
	  }
);

/**
 * Figure by figure what a month would say today, in the order of its parts. Sums made anew may differ in
 * their last bits; that is no difference.
 */
export function reviewDifferences(signed: MonthReview, now: MonthReview): ReviewDifference[] {
	return [
		...number({ of: 'cases' as const }, signed.cases, now.cases),
		...pairs(signed.figures, now.figures, ({ measure }) => measure).flatMap(figures),
		...pairs(signed.findings, now.findings, ({ id }) => id).flatMap(([was, is]) =>
			number({ of: 'finding' as const, finding: (is ?? was)! }, ...comparable(was, is))
		),
		...pairs(signed.drivers?.rows ?? [], now.drivers?.rows ?? [], rowKey).flatMap(([was, is]) =>
			number({ of: 'driver' as const, row: (is ?? was)! }, was?.change, is?.change)
		),
		...number({ of: 'forecast' as const }, signed.forecast?.value, now.forecast?.value),
		...pairs(signed.categories, now.categories, ({ kind, category }) => `${kind} ${category}`)
			.filter(([was, is]) => (is ?? was)!.kind === 'category')
			// A row of no cases says what no row says.
			.filter(([was, is]) => (was?.cases ?? 0) + (is?.cases ?? 0) > 0)
			.flatMap(categories),
		...pairs(signed.improvements, now.improvements, ({ id }) => id).flatMap(improvements)
	];
}

/** What two findings of the same say: of one month by itself where only one of them is of two months. */
function comparable(was?: Finding, is?: Finding): [number | undefined, number | undefined] {
	const asOne = was && is && was.since !== is.since;
	const valueOf = (one?: Finding): number | undefined =>
		(asOne ? one?.trend.values.at(-1) : one?.value) ?? one?.value;
	return [valueOf(was), valueOf(is)];
}

/** Rows that say the same thing, those only one side has alone; in the order of what stands now. */
function pairs<T>(
	signed: readonly T[],
	now: readonly T[],
	key: (row: T) => string
): (readonly [T | undefined, T | undefined])[] {
	const was = new Map(signed.map((row) => [key(row), row]));
	const is = new Set(now.map(key));
	return [
		...now.map((row) => [was.get(key(row)), row] as const),
		...signed.filter((row) => !is.has(key(row))).map((row) => [row, undefined] as const)
	];
}

function number<Subject>(
	subject: Subject,
	was: number | null | undefined,
	is: number | null | undefined
): (Subject & { readonly before: number | null; readonly now: number | null })[] {
	const [before, now] = [was ?? null, is ?? null];
	return alike(before, now) ? [] : [{ ...subject, before, now }];
}

function alike(a: number | null, b: number | null): boolean {
	if (a === null || b === null) return a === b;
	return Math.abs(a - b) <= 1e-9 * Math.max(1e-9, Math.abs(a), Math.abs(b));
}

function figures([was, is]: readonly [ReviewFigure | undefined, ReviewFigure | undefined]) {
	const { measure } = (is ?? was)!;
	const of = (aspect: FigureAspect) => ({ of: 'figure' as const, measure, aspect });
	const value = number(of('value'), was?.value, is?.value);
	return [
		...value,
		// The cases say it where the number itself does not.
		...(value.length > 0 ? [] : number(of('cases'), was?.cases, is?.cases)),
		...number(of('before'), was?.before?.value, is?.before?.value),
		...number(of('year_ago'), was?.yearAgo?.value, is?.yearAgo?.value),
		...number(of('target'), was?.target, is?.target)
	];
}

function categories([was, is]: readonly [CategoryRow | undefined, CategoryRow | undefined]) {
	const category = (is ?? was)!.category ?? '';
	const of = (aspect: 'cases' | 'share' | 'resolved') => ({
		of: 'category' as const,
		category,
		aspect
	});
	return [
		...number(of('cases'), was?.cases, is?.cases),
		...number(of('share'), was?.share, is?.share),
		...number(of('resolved'), was?.resolved, is?.resolved)
	];
}

function improvements([was, is]: readonly [
	ReviewedImprovement | undefined,
	ReviewedImprovement | undefined
]): ReviewDifference[] {
	const outcomeBefore = was?.outcome ?? null;
	const outcomeNow = is?.outcome ?? null;
	const before = was?.effect?.estimate ?? null;
	const now = is?.effect?.estimate ?? null;
	if (was && is && outcomeBefore === outcomeNow && alike(before, now)) return [];
	return [{ of: 'improvement', improvement: (is ?? was)!, outcomeBefore, outcomeNow, before, now }];
}

function rowKey({ kind, value }: ReviewDriverRow): string {
	return JSON.stringify([kind, value]);
}
