import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { answer } from './ask.ts';
import { dimensionChoice, question, type RowOf } from './question.ts';
import type { Scope } from './scope.ts';

export const dimensionValuesQuestion = question(
	'scope/dimension_values',
	{ value: 'text?', cases: 'cases' },
	{ dimension: dimensionChoice(dimensions, 'category') }
);

/** Values of a dimension with their cases, most first; the blank group is null. */
export async function dimensionValues(
	scope: Scope,
	dimension: Dimension
): Promise<{ values: readonly RowOf<typeof dimensionValuesQuestion.columns>[]; total: number }> {
	const result = await answer(scope, dimensionValuesQuestion, { dimension });
	const values = rowsOf<RowOf<typeof dimensionValuesQuestion.columns>>(result);
	return { values, total: values.reduce((sum, { cases }) => sum + cases, 0) };
}
