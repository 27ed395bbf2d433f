import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '#lib/filter/filter.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { reviewOf } from '#lib/server/questions/review.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { openPlanted, type PlantedLog } from './planted-drivers.ts';

let log: PlantedLog;
let shift: MonthReview;
let running: MonthReview;
beforeAll(async () => {
	log = await openPlanted(1);
	shift = await reviewed(log.truth.mix_shift.after_from);
	running = await reviewed('2025-11-01');
}, 120_000);
afterAll(() => log.close());

async function reviewed(month: string): Promise<MonthReview> {
	const review = await reviewOf(localPerson, month);
	if (!review) throw new Error(`no review of ${month}`);
	return review;
}

async function casesIn(filter: Filter): Promise<number> {
	const [row] = await ask(await scopeOf(localPerson, filter), caseCount);
	return row?.cases ?? 0;
}

/** Everything a review counts, with the filter that opens it. */
function counted(review: MonthReview): (readonly [string, number, Filter])[] {
	const { figures, findings, categories, drivers } = review;
	return [
		['all', review.cases, review.filter],
		...figures.flatMap(({ measure, cases, filter, before, yearAgo }) => [
			[`figure ${measure}`, cases, filter] as const,
			...[before, yearAgo].flatMap((other) =>
				other ? [[`${measure} ${other.kind}`, other.cases, other.filter] as const] : []
			)
		]),
		...findings.map(({ id, cases, filter }) => [id, cases, filter] as const),
		...findings.flatMap(({ within }) =>
			within ? [[`within ${within.value}`, within.cases, within.filter] as const] : []
		),
		...categories.flatMap(({ category, cases, filter, before, resolved, resolvedFilter }) => [
			[`category ${category}`, cases, filter] as const,
			...(before ? [[`before ${category}`, before.cases, before.filter] as const] : []),
			[`resolved ${category}`, resolved ?? 0, resolvedFilter] as const
		]),
		...(drivers?.rows ?? []).flatMap(({ kind, value, cases, filter }) =>
			filter ? [[`${kind} ${value}`, cases, filter] as const] : []
		)
	];
}

describe('the review of a month with a planted shift of mix', () => {
	it('names the growing category once, with what came of it', () => {
		const { growing_category: category } = log.truth.mix_shift;
		const found = shift.findings.filter(
			({ scope, side }) => scope?.dimension === 'category' && scope.value === category && side === 1
		);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ kind: 'news', meaning: 'bad', season: null });
		expect(found[0]!.value).toBeGreaterThan(found[0]!.upper);
		expect(found[0]!.alike.some(({ scope }) => scope?.dimension === 'subcategory')).toBe(true);
		expect(shift.findings.every(({ measure }) => measure === 'share')).toBe(true);
	});

	it('opens exactly the cases of every number', async () => {
		for (const [name, cases, filter] of counted(shift))
			expect([name, await casesIn(filter)]).toEqual([name, cases]);
	});

	it('explains the change of the count row by row', () => {
		const rows = shift.drivers?.rows ?? [];
		const parts = rows.filter(({ kind }) => kind !== 'total').map(({ change }) => change);
		expect(rows[0]!.kind).toBe('exposure');
		expect(parts.reduce((sum, change) => sum + change, 0)).toBeCloseTo(
			shift.cases - (shift.drivers?.casesBefore ?? 0),
			6
		);
	});

	it('asks what nobody works on to be decided', () => {
		const asked = shift.decisions.flatMap((one) => (one.kind === 'signal' ? [one.finding] : []));
		const bad = shift.findings.filter(({ meaning }) => meaning === 'bad').map(({ id }) => id);
		expect(asked).toEqual(bad);
	});

	it('is plain data, the same again, with the same fingerprint', async () => {
		expect(JSON.parse(JSON.stringify(shift))).toEqual(shift);
		const again = await reviewed(shift.month);
		expect(again.fingerprint).toBe(shift.fingerprint);
		expect(again.fingerprint).not.toBe(running.fingerprint);
	});
});

describe('the review of the running month', () => {
	it('is told as partial, judges nothing and holds the same days against it', async () => {
		expect(running.partial).toBe(true);
		expect(running.findings).toEqual([]);
		expect(running.judged).toBe(0);
		const [complaints] = running.figures;
		expect(complaints!.before!.days).toEqual({ since: '2025-10-01', until: '2025-10-19' });
		expect(complaints!.yearAgo!.days).toEqual({ since: '2024-11-01', until: '2024-11-19' });
		const figures = { ...running, findings: [], categories: [], drivers: null };
		for (const [name, cases, filter] of counted(figures))
			expect([name, await casesIn(filter)]).toEqual([name, cases]);
	});

	it('expects at its end no fewer than have come', () => {
		const { forecast, cases } = running;
		expect(forecast).toMatchObject({ month: '2025-11-01', running: true, seen: cases });
		expect(forecast!.value).toBeGreaterThan(cases);
		expect(forecast!.lower80).toBeLessThan(forecast!.value);
	});
});

describe('a month the log does not tell of', () => {
	it('has no review', async () => {
		expect(await reviewOf(localPerson, '2022-10-01')).toBeNull();
		expect(await reviewOf(localPerson, '2025-12-01')).toBeNull();
	});

	it('is not judged while fewer than six months are known, and compared with nothing before the log', async () => {
		const first = await reviewed('2022-12-01');
		expect(first.judged).toBe(0);
		expect(first.figures[0]).toMatchObject({ before: null, yearAgo: null });
	});
});
