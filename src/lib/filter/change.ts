import type { JudgedStage, Outcome } from '#lib/calendar/policy.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { emptyFilter, type DayRange, type Fact, type Filter } from './filter.ts';

/** What a list of values chooses by: a dimension, or the log a case came from. */
export type Choosable = Dimension | 'source';

/** Values chosen of it; none chosen means any. */
export function chosenValues(filter: Filter, by: Choosable): readonly string[] {
	return (by === 'source' ? filter.sources : filter.dimensions[by]) ?? [];
}

/** The filter narrowed to these values of it ('' is the blank group of a dimension). */
export function narrowed(filter: Filter, by: Choosable, values: readonly string[]): Filter {
	if (by === 'source') return { ...filter, sources: values };
	return { ...filter, dimensions: { ...filter.dimensions, [by]: values } };
}

/** The filter without any choice of it. */
export function widened(filter: Filter, by: Choosable): Filter {
	if (by === 'source') return { ...filter, sources: [] };
	const { [by]: _, ...others } = filter.dimensions;
	return { ...filter, dimensions: others };
}

/** A category as a whole, or one of its subcategories; null is the blank group. */
export interface Problem {
	readonly category: string | null;
	/** Left out for the whole category. */
	readonly subcategory?: string | null;
}

/** The filter narrowed to a problem, in its own period or in other days. */
export function inProblem(filter: Filter, problem: Problem, days?: DayRange): Filter {
	const { category, subcategory } = problem;
	const whole = narrowed(filter, 'category', [category ?? '']);
	const chosen =
		subcategory === undefined ? whole : narrowed(whole, 'subcategory', [subcategory ?? '']);
	return days ? { ...chosen, period: days } : chosen;
}

/** The filter narrowed to cases that have a fact, or lack it. */
export function having(filter: Filter, fact: Fact): Filter {
	return { ...filter, having: [...new Set([...filter.having, fact])] };
}

export function lacking(filter: Filter, fact: Fact): Filter {
	return { ...filter, lacking: [...new Set([...filter.lacking, fact])] };
}

const passedOutcomes: readonly Outcome[] = ['met', 'breached', 'open_late'];

/** Cases whose limit of a stage has passed: met, breached, or open beyond it; of these what is chosen. */
export function withLimitPassed(filter: Filter, stage: JudgedStage): Filter {
	const chosen = filter.limits?.[stage];
	const passed = passedOutcomes.filter((outcome) => chosen?.includes(outcome) ?? true);
	return { ...filter, limits: { ...filter.limits, [stage]: passed } };
}

/** Same period and comparison, nothing else chosen. */
export function cleared(filter: Filter): Filter {
	return { ...emptyFilter, period: filter.period, comparison: filter.comparison };
}
