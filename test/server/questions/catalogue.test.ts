import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questions, describeQuestions } from '#lib/server/questions/catalogue.ts';
import { units, type Unit } from '#lib/server/questions/question.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { openFixture } from '../../fixtures/cases.ts';

let store: DuckDbWarehouse;
beforeAll(async () => {
	store = await openFixture([]);
});
afterAll(() => store.close());

const days = { since: '2025-01-01', until: '2025-02-01' };
const filters = {
	selection: days,
	before: days,
	ever: {},
	against: {},
	part: {},
	as_of_day: '2025-01-31'
};

describe('every question', () => {
	it.each([...questions.values()].map((asked) => [asked.id, asked] as const))(
		'%s answers with the columns it declares',
		async (_, asked) => {
			const parameters = Object.fromEntries(
				Object.entries(asked.parameters).map(([name, spec]) => [name, spec.initial])
			);
			const described = await store.describe(asked.id, { filters, parameters });
			expect(described).toEqual(
				Object.entries(asked.columns).map(([name, type]) => ({
					name,
					kind: units[type.replace('?', '') as Unit]
				}))
			);
		}
	);

	it('is described by the question its file begins with', () => {
		for (const { description } of describeQuestions() as { description: string }[])
			expect(description).toMatch(/^[A-Z].*\?/);
	});
});
