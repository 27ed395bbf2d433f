import { expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

it('splits a log only by columns it has: its blanks are no category that could stand out', async () => {
	holdRecordInMemory();
	const months = Array.from({ length: 18 }, (_, at) => new Date(Date.UTC(2024, at, 3)));
	const log = months.flatMap((month) =>
		Array.from({ length: 20 }, (_, at) => ({
			received: `${month.toISOString().slice(0, 10)} 09:00`,
			region: at % 2 === 0 ? 'North' : 'South'
		}))
	);
	const store = await openFixture(log, { asOf: '2025-07-01' });
	serve(store);
	const scope = await scopeOf(localPerson, emptyFilter);
	const split = async (by: string | null) => {
		const facts = await controlPageFacts(
			scope,
			controlChoices((name) => (name === 'by' ? by : null))
		);
		return [facts?.choices.dimension, facts?.panels.map(({ value }) => value).sort()];
	};
	expect(await split(null)).toEqual(['none', []]);
	expect(await split('category')).toEqual(['none', []]);
	expect(await split('region')).toEqual(['region', ['North', 'South']]);
	await store.close();
	await closeRecord();
});
