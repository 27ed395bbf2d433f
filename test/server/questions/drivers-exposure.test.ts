import { expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { driversFacts } from '#lib/server/questions/drivers-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

const daysOf = (month: string, count: number) =>
	Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);

/** One complaint a day, a hundred orders a day up to some day of February; nothing changed. */
async function factsWithOrdersUntil(last: number, source: string) {
	const cases = [...daysOf('2025-01', 31), ...daysOf('2025-02', 28)];
	const orders = [...daysOf('2025-01', 31), ...daysOf('2025-02', last)];
	const store = await openFixture(
		cases.map((day) => ({ received: `${day} 09:00`, channel: 'App', source })),
		{ asOf: '2025-03-01', orders: orders.map((day) => ({ day, orders: 100, source })) }
	);
	serve(store);
	try {
		const scope = await scopeOf(localPerson, {
			...emptyFilter,
			sources: [source],
			period: { since: '2025-02-01', until: '2025-03-01' },
			comparison: 'previous'
		});
		return await driversFacts(scope, { measure: 'complaints' });
	} finally {
		await store.close();
	}
}

it('counts complaints by orders where these cover both periods', async () => {
	expect(await factsWithOrdersUntil(28, 'whole')).toMatchObject({
		exposureUnit: 'orders',
		now: 0.01,
		before: 0.01,
		ranking: { totalChanged: false }
	});
});

it('counts them by days where orders end within a period, which else looked like twice the rate', async () => {
	expect(await factsWithOrdersUntil(14, 'part')).toMatchObject({
		exposureUnit: 'days',
		now: 1,
		before: 1,
		ranking: { totalChanged: false }
	});
});
