import type { FilterProblem } from '#lib/filter/codec.ts';
import { chartedMeasure } from '#lib/measures/charted-measure.ts';
import { allOwnMeasures } from '#lib/server/record/own-measures.ts';

/** What an address calls a measure and nothing is or ever was: said, not answered with another in silence. */
export async function measureProblems(value: string | null): Promise<readonly FilterProblem[]> {
	if (!value || chartedMeasure(value, await allOwnMeasures())) return [];
	return [{ parameter: 'measure', value }];
}
