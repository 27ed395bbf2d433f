import type { LogSource } from '#lib/filter/log-state.ts';
import { ask } from './ask.ts';
import { caseCount } from './cases.ts';
import { scopeOf, type Scope } from './scope.ts';

/** A log and how many cases choosing it alone would show. */
export interface SourceValue {
	readonly value: string;
	readonly cases: number;
	readonly demo: boolean;
}

/**
 * Every log with its cases, most first, the demo included though real logs hide it. Each is counted in
 * a scope of its own: a period such as "this month" means the days up to that log's own last one, and
 * the number must open exactly the cases it counts.
 */
export async function sourceValues(
	scope: Scope
): Promise<{ values: readonly SourceValue[]; total: number }> {
	const values = await Promise.all(
		scope.allSources.map(async ({ source, demo }: LogSource) => {
			const alone = await scopeOf(
				scope.person,
				{ ...scope.filter, sources: [source] },
				scope.signal
			);
			const [count] = await ask(alone, caseCount);
			return { value: source, cases: count?.cases ?? 0, demo };
		})
	);
	const total = values.reduce((sum, { cases }) => sum + cases, 0);
	return { values: values.sort((a, b) => b.cases - a.cases), total };
}
