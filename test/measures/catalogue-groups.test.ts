import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogueGroupIds, groupMeasures } from '#lib/measures/catalogue-groups.ts';
import { measureIds, measures } from '#lib/measures/catalogue.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { columnWords } from '#lib/messages/catalogue-words.ts';

const entries = catalogueGroupIds.flatMap((group) => [...groupMeasures(group)]);

test('every measure stands in the catalogue, once', () => {
	expect(entries.map(([id]) => id).toSorted()).toEqual(measureIds.toSorted());
});

test.each(entries)('%s is said to be on pages that exist', (_, { pages }) => {
	for (const page of pages)
		expect(existsSync(`src/routes${page === '/' ? '' : page}/+page.svelte`), page).toBe(true);
});

test.each(measureIds)('%s has words for what it counts and what it is divided by', (id) => {
	const { numerator, denominator } = measures[id] as Measure;
	expect(columnWords(numerator)).not.toBe(numerator);
	if (denominator !== null) expect(columnWords(denominator)).not.toBe(denominator);
});
