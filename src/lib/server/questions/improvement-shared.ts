import { bothOf } from '#lib/filter/both.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ask } from './ask.ts';
import { caseCount } from './cases.ts';
import { selectionOf } from './improvement-check.ts';
import { scopeOf } from './scope.ts';

/** Cases that are meant and compared with at once: what happens to them moves both groups. */
export interface SharedCases {
	readonly cases: number;
	/** Exactly these cases. */
	readonly filter: Filter;
	/** Both groups are the same cases: against itself nothing is told. */
	readonly identical: boolean;
}

/**
 * The cases a plan's selection and its comparison group share, over all days. Null where there are none, no
 * comparison is named, or one filter cannot say both choices.
 */
export async function sharedCases(
	person: Person,
	{ selection, comparison }: Pick<Plan, 'selection' | 'comparison'>,
	signal?: AbortSignal
): Promise<SharedCases | null> {
	const own = selectionOf(selection);
	const other = comparison === '' ? null : selectionOf(comparison);
	if (!own || !other) return null;
	const filter = bothOf(own, other);
	if (typeof filter === 'string') return null;
	const count = async (wanted: Filter): Promise<number> => {
		const [counted] = await ask(await scopeOf(person, wanted, signal), caseCount);
		return counted?.cases ?? 0;
	};
	const cases = await count(filter);
	if (cases === 0) return null;
	const [meant, compared] = await Promise.all([count(own), count(other)]);
	return { cases, filter, identical: cases === meant && cases === compared };
}
