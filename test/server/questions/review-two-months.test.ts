import { expect, it } from 'vitest';
import { shiftMonth } from '#lib/filter/period.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { reviewOf } from '#lib/server/questions/review.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

const months = Array.from({ length: 22 }, (_, at) => shiftMonth('2022-01-01', at));
const [before, reviewed] = months.slice(-2) as [string, string];

/** 24 broken a month among 400, half as many in the last two: neither alone is far off, both together are. */
const counts = (month: string, at: number): readonly (readonly [string, number])[] => {
	const broken = month >= before ? 12 : 24 + [0, 2, -2][at % 3]!;
	return [
		['Broken', broken],
		['Late', 100 - broken],
		// Many that are as usual: with few of them less would do for each.
		...Array.from({ length: 30 }, (_, k) => [`Other ${k}`, 10] as const)
	];
};

it('what two months show together opens the cases of both', async () => {
	await holdRecordInMemory();
	const store = await openFixture(
		months.flatMap((month, at) =>
			counts(month, at).flatMap(([category, count]) =>
				Array.from({ length: count }, (_, n) => ({
					received: `${month.slice(0, 8)}${String(1 + (n % 28)).padStart(2, '0')} 09:00`,
					category
				}))
			)
		),
		{ asOf: shiftMonth(reviewed, 1) }
	);
	serve(store);
	try {
		const told = async (month: string) =>
			(await reviewOf(localPerson, month))?.findings.find(
				({ id }) => id === 'share|category|Broken|-1'
			);
		expect(await told(before)).toBeUndefined();
		const finding = await told(reviewed);
		expect(finding).toMatchObject({ kind: 'news', since: before, cases: 24, began: before });
		expect(finding!.value).toBeCloseTo(24 / 800, 12);
		expect(finding!.trend.values.at(-1)).toBeCloseTo(12 / 400, 12);
		const [opened] = await ask(await scopeOf(localPerson, finding!.filter), caseCount);
		expect(opened?.cases).toBe(24);
	} finally {
		await store.close();
		await closeRecord();
	}
}, 60_000);
