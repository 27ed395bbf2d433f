import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureIds, measures } from '#lib/measures/catalogue.ts';
import type { Measure } from '#lib/measures/measure.ts';
import { questions } from '#lib/server/questions/catalogue.ts';

test.each(measureIds)('%s names query files that exist and columns they answer with', (id) => {
	const { query, numerator, denominator, denominatorQuery } = measures[id] as Measure;
	expect(columnsOf(query)).toContain(numerator);
	if (denominator !== null) expect(columnsOf(denominatorQuery ?? query)).toContain(denominator);
});

function columnsOf(query: string): string[] {
	expect(existsSync(`queries/${query}.sql`)).toBe(true);
	return Object.keys(questions.get(query)?.columns ?? {});
}
