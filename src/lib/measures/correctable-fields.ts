import type { Dimension } from './case-fields.ts';

/** Fields of a case that people may correct; `queries/record/*_corrections.sql` names the same. */
export const correctableFields = [
	'category',
	'subcategory',
	'nature',
	'priority',
	'severity',
	'department',
	'track',
	'finding',
	'resolution',
	'customer_answer'
] as const satisfies readonly Dimension[];
export type CorrectableField = (typeof correctableFields)[number];

export function isCorrectable(name: string): name is CorrectableField {
	return (correctableFields as readonly string[]).includes(name);
}
