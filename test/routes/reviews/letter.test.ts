import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MailSchedule } from '#lib/review/mailing.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { signFurther, signPrepared } from '#lib/server/review/signatures.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { reviewLetter } from '../../../src/routes/reviews/[month]/letter.ts';
import { toFreeze, toldReview } from '../../../src/routes/reviews/[month]/month-page.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';

const schedule: MailSchedule = {
	on: true,
	recipients: ['chen@shop.example'],
	day: 5,
	hour: 9,
	form: 'link',
	language: 'en',
	approvedOnly: true,
	address: 'http://127.0.0.1:3000'
};
const october = '2025-10-01';
const [chen, lin, wu] = ['陈静', '林涛', '吴昊'].map(
	(name) => ({ id: `declared:${name}`, name, assurance: 'declared' }) as const
);

let store: DuckDbWarehouse;
/** Questions asked of the cases themselves, not of which logs there are. */
const asked: string[] = [];
beforeAll(async () => {
	await holdRecordInMemory();
	store = await openFixture(
		['2025-09-10', '2025-10-08', '2025-11-08'].map((day) => ({
			received: `${day} 09:00`,
			resolved: `${day} 10:00`
		})),
		{ asOf: '2025-11-20' }
	);
	const ask = store.ask.bind(store);
	store.ask = (name, ...rest) => {
		if (!name.startsWith('scope/')) asked.push(name);
		return ask(name, ...rest);
	};
	serve(store);
});
afterAll(async () => {
	await store.close();
	await closeRecord();
});
beforeEach(() => {
	asked.length = 0;
});

test('a review that waits for its approval, or its month, is not made each minute to find that out', async () => {
	const always = { ...schedule, approvedOnly: false };
	expect(await reviewLetter(october, schedule)).toEqual({ waits: 'not_approved' });
	expect(await reviewLetter('2025-11-01', always)).toEqual({ waits: 'month_runs' });
	expect(await reviewLetter('2026-03-01', always)).toEqual({ waits: 'no_such_month' });
	expect(asked).toEqual([]);
	expect(await reviewLetter(october, always)).toMatchObject({ attachment: null });
	expect(asked).not.toEqual([]);
});

test('goes once the last of the three has signed', async () => {
	expect(
		await signPrepared(chen!, october, 'read', async (minutes) => {
			const made = await toFreeze(chen!, minutes, new AbortController().signal);
			return made && { ...made, seen: 'read' };
		})
	).toBeNull();
	const hash = (await toldReview(chen!, october, 'en'))?.frozen?.hash ?? '';
	expect(await signFurther(lin!, october, 'reviewed', hash)).toBeNull();
	expect(await reviewLetter(october, schedule)).toEqual({ waits: 'not_approved' });
	expect(await signFurther(wu!, october, 'approved', hash)).toBeNull();
	const letter = await reviewLetter(october, schedule);
	expect(letter).toHaveProperty('text', expect.stringContaining('/reviews/2025-10'));
});
