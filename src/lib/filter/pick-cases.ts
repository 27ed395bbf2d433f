import type { FilteredPage } from './href.ts';

/** Plan fields that say which cases are meant. */
export const pickedFields = ['selection', 'comparison'] as const;
export type PickedField = (typeof pickedFields)[number];

const pickPage: FilteredPage = '/improvements/cases';

/**
 * Address where the cases of a plan are chosen by dimension and value, without pasting anything.
 *
 * @param query the choice it begins with, as a plan keeps it
 */
export function pickHref(improvement: string, field: PickedField, query: string): string {
	const parameters = new URLSearchParams(query);
	// Days are no part of a selection: counts are those of the whole log.
	parameters.set('period', 'all');
	parameters.set('improvement', improvement);
	parameters.set('field', field);
	return `${pickPage}?${parameters.toString()}`;
}
