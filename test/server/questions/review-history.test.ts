import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shiftMonth } from '#lib/filter/period.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { reviewOf } from '#lib/server/questions/review.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { openFixture, serve, type CaseValues } from '../../fixtures/cases.ts';

/** Six years; reviewed is a month of the third. */
const months = Array.from({ length: 72 }, (_, at) => shiftMonth('2019-01-01', at));
const reviewed = '2021-08-01';

/**
 * Some forty cases a month, answered, solved and rated within it: whatever came later says nothing new of them.
 * 'Rare' comes four times a month, thrice as often in the month reviewed and never after it; from then on
 * people also rate as they please.
 */
function casesOf(month: string): CaseValues[] {
	const later = month > reviewed;
	const at = months.indexOf(month);
	const rare = later ? 0 : month === reviewed ? 14 : 4;
	return Array.from({ length: 36 + (at % 5) + rare }, (_, n): CaseValues => {
		const day = `${month.slice(0, 7)}-${String(1 + (n % 25)).padStart(2, '0')}`;
		const usual = ['Late', 'Broken', 'Wrong'][(n + at) % 3]!;
		return {
			received: `${day} 09:00`,
			responded: `${day} 09:${10 + ((n * 7 + at) % 40)}`,
			resolved: `${day} 1${(n + at) % 7}:30`,
			category: n < rare ? 'Rare' : usual,
			department: n % 2 ? 'Quality' : 'Service',
			satisfaction: later ? (n % 2 ? 1 : 5) : 3 + ((n + at) % 3 === 0 ? 1 : 0)
		};
	});
}

async function reviewOfLog(until: string): Promise<MonthReview> {
	const store = await openFixture(
		months.filter((month) => month < until).flatMap((month) => casesOf(month)),
		{ asOf: until }
	);
	serve(store);
	try {
		const review = await reviewOf(localPerson, reviewed);
		if (!review) throw new Error(`no review of ${reviewed}`);
		return review;
	} finally {
		await store.close();
	}
}

describe('the review of a month with years of log after it', () => {
	let then: MonthReview;
	let now: MonthReview;
	beforeAll(async () => {
		await holdRecordInMemory();
		then = await reviewOfLog(shiftMonth(reviewed, 1));
		now = await reviewOfLog('2025-01-01');
	}, 60_000);
	afterAll(() => closeRecord());

	it('names what it named when it was the last month', () => {
		expect(then.findings.map(({ id }) => id)).toContain('share|category|Rare|1');
		expect(now.judged).toBe(then.judged);
		expect(now.findings).toEqual(then.findings);
	});

	it('has the same numbers and the same fingerprint', () => {
		expect(now.figures).toEqual(then.figures);
		expect(now.fingerprint).toBe(then.fingerprint);
	});

	it('foresees the next month from its own end alone', () => {
		expect(now.forecast?.month).toBe('2021-09-01');
		expect(now.forecast?.seen).toBeNull();
		expect(now.forecast?.value).toBe(then.forecast?.value);
	});
});
