import { expect, test } from 'vitest';
import { controlMeasureIds } from '#lib/measures/control-measures.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { questions } from '#lib/server/questions/catalogue.ts';
import { groupOf, questionsOf } from '#lib/server/questions/improvement-group.ts';
import { controlPeriods } from '#lib/server/questions/control-periods.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

test('what is shown as the SQL of a verdict is what its numbers are asked with, whatever the measure', async () => {
	const store = await openFixture([{ received: '2025-03-03 09:00' }], { asOf: '2025-04-01' });
	serve(store);
	const ever = { ...emptyFilter, period: 'all', comparison: 'none' } as const;
	const asked: string[] = [];
	// The warehouse as it is, with an ear at its door.
	const heard = new Proxy(store, {
		get: (target, name) => {
			const value: unknown = Reflect.get(target, name);
			if (name !== 'ask') return typeof value === 'function' ? value.bind(target) : value;
			return (id: string, ...rest: unknown[]) => {
				asked.push(id);
				return (value as (...all: unknown[]) => unknown).call(target, id, ...rest);
			};
		}
	});
	for (const measure of controlMeasureIds) {
		asked.length = 0;
		// Of cases of its own, so that no answer is at hand.
		const scope = await scopeOf(localPerson, { ...ever, dimensions: { shop: [measure] } });
		const periods = controlPeriods(scope.log!, 'month');
		const plan = { measure, step: 'month' } as const;
		await groupOf({ ...scope, warehouse: heard, ordersCoverSources: true }, plan, periods);
		const shown = questionsOf(plan).map(({ id }) => id);
		expect([...new Set(asked)].sort(), measure).toEqual([...shown].sort());
		for (const id of shown) expect(questions.has(id), `${id} has a page`).toBe(true);
	}
	expect(questionsOf({ measure: 'complaint_rate', step: 'week' })).toContainEqual({
		id: 'control/orders',
		choices: { step: 'week', dimension: 'none' }
	});
	await store.close();
}, 30_000);
