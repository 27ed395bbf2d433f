import { describe, expect, test } from 'vitest';
import {
	achievementOf,
	endings,
	isJudged,
	type Achievement
} from '#lib/improvement/achievement.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { chosen, portfolioChoice, portfolioHref } from '#lib/improvement/portfolio-choice.ts';
import { combined, groupedBy, portfolioOf } from '#lib/improvement/portfolio.ts';

const none: Achievement = {
	id: 'x',
	number: '2501-01',
	theme: '',
	team: '',
	categories: [],
	year: '2025',
	ending: 'none',
	outcome: null,
	computed: null,
	casesAvoided: null,
	costAvoided: null,
	cost: null,
	benefit: null,
	daysToEffective: null,
	daysToVerdict: null,
	held: { 30: null, 60: null, 90: null },
	subject: ''
};
let serial = 0;
const one = (given: Partial<Achievement>): Achievement => {
	const id = String(++serial);
	return { ...none, id, number: id, subject: id, ...given };
};

describe('the sum of amounts', () => {
	test('adds half-widths in squares, each side by itself', () => {
		// 100 (70…140) and 50 (10…80): below √(30² + 40²) = 50, above √(40² + 30²) = 50.
		const sum = combined([
			{ value: 100, lower: 70, upper: 140 },
			{ value: 50, lower: 10, upper: 80 }
		]);
		expect(sum).toEqual({ value: 150, lower: 100, upper: 200 });
	});
	test('keeps losses: what grew worse is taken off', () => {
		const sum = combined([
			{ value: 100, lower: 97, upper: 103 },
			{ value: -40, lower: -44, upper: -36 }
		]);
		expect(sum).toEqual({ value: 60, lower: 55, upper: 65 });
	});
	test('of nothing is nothing', () => expect(combined([])).toBeNull());
});

describe('a portfolio', () => {
	const all = [
		one({
			ending: 'effective',
			categories: ['售后'],
			team: '售后组',
			casesAvoided: { value: 100, lower: 70, upper: 140 },
			costAvoided: { value: 5_000, lower: 3_000, upper: 7_000 },
			cost: 1_000,
			benefit: 8_000,
			daysToEffective: 20,
			daysToVerdict: 90,
			held: { 30: true, 60: true, 90: false }
		}),
		one({
			ending: 'not_shown',
			categories: ['售后', '物流'],
			team: '物流组',
			year: '2024',
			casesAvoided: { value: 50, lower: 10, upper: 80 },
			benefit: 2_000,
			daysToEffective: 40,
			daysToVerdict: 100,
			held: { 30: true, 60: null, 90: null }
		}),
		// Two people call it effective; the data do not.
		one({
			ending: 'overridden',
			outcome: 'effective',
			computed: 'not_shown',
			casesAvoided: { value: 900, lower: -100, upper: 1_900 },
			costAvoided: { value: 90_000, lower: -10_000, upper: 190_000 },
			benefit: 70_000
		}),
		one({ ending: 'none', cost: 700, casesAvoided: null, daysToEffective: 30 }),
		one({ ending: 'cancelled', cost: 900, benefit: 900 })
	];
	const portfolio = portfolioOf(all);

	test('counts every ending', () => {
		expect(portfolio.endings).toEqual({
			effective: 1,
			worse: 0,
			not_shown: 1,
			cannot_tell: 0,
			overridden: 1,
			none: 1,
			cancelled: 1
		});
		expect(portfolio.judged).toBe(3);
	});
	test('holds what people put over the data beside its sums, never in them', () => {
		expect(portfolio.casesAvoided?.sum.value).toBe(150);
		expect(portfolio.costAvoided?.sum.value).toBe(5_000);
		expect(portfolio.overridden).toEqual({
			casesAvoided: { count: 1, sum: { value: 900, lower: -100, upper: 1_900 } },
			costAvoided: { count: 1, sum: { value: 90_000, lower: -10_000, upper: 190_000 } }
		});
	});
	test('adds up all that were judged, not only the effective ones', () => {
		expect(portfolio.casesAvoided).toEqual({
			count: 2,
			sum: { value: 150, lower: 100, upper: 200 }
		});
		expect(portfolio.cost).toEqual({ sum: 1_000, count: 1 });
		expect(portfolio.benefit).toEqual({ sum: 80_000, count: 3 });
	});
	test('holds a claim against a calculation only where there are both', () => {
		expect(portfolio.claimedAndComputed).toEqual({
			count: 1,
			claimed: 8_000,
			computed: { value: 5_000, lower: 3_000, upper: 7_000 }
		});
	});
	test('says how long it took by the middle one', () => {
		expect(portfolio.toEffective).toEqual({ median: 30, count: 3 });
		expect(portfolio.toVerdict).toEqual({ median: 95, count: 2 });
	});
	test('counts what lasted among what was looked at again', () => {
		expect(portfolio.lasting.map(({ days, held, checked }) => [days, held, checked])).toEqual([
			[30, 2, 2],
			[60, 1, 1],
			[90, 0, 1]
		]);
		// Wilson, 0 of 1: 0 … z²/(1 + z²) = 3.8415/4.8415.
		expect(portfolio.lasting[2]?.lower).toBe(0);
		expect(portfolio.lasting[2]?.upper).toBeCloseTo(0.7935, 4);
	});
	test('counts an improvement of two categories in both', () => {
		const groups = groupedBy(all, 'category');
		expect(groups.map(({ name, portfolio: own }) => [name, own.improvements])).toEqual([
			['', 3],
			['售后', 2],
			['物流', 1]
		]);
		expect(groupedBy(all, 'year').map(({ name }) => name)).toEqual(['2025', '2024']);
	});
	test('says where two count the same cases', () => {
		expect(portfolio.overlapping).toBe(0);
		const twice = one({ ending: 'effective', subject: 'a' });
		expect(portfolioOf([...all, twice, { ...twice, id: 'other' }]).overlapping).toBe(2);
	});
	test('opens exactly the improvements a number counts', () => {
		const count = (query: string) =>
			chosen(all, portfolioChoice(new URLSearchParams(query))).length;
		for (const ending of endings)
			expect(count(`show=${ending}`), ending).toBe(portfolio.endings[ending]);
		expect(count('show=judged')).toBe(portfolio.judged);
		expect(count('show=cases_avoided')).toBe(portfolio.casesAvoided?.count);
		expect(count('show=cost_avoided')).toBe(portfolio.costAvoided?.count);
		expect(count('show=cost')).toBe(portfolio.cost.count);
		expect(count('show=benefit')).toBe(portfolio.benefit.count);
		expect(count('show=claimed_and_computed')).toBe(portfolio.claimedAndComputed?.count);
		expect(count('show=to_effective')).toBe(portfolio.toEffective.count);
		expect(count('show=to_verdict')).toBe(portfolio.toVerdict.count);
		for (const { days, held, checked } of portfolio.lasting) {
			expect(count(`show=held_${days}`)).toBe(held);
			expect(count(`show=checked_${days}`)).toBe(checked);
		}
		expect(count('by=team&group=物流组')).toBe(1);
		expect(count('show=effective&group=物流')).toBe(0);
	});
	test('the address of a choice reads back as the choice', () => {
		const choice = { part: 'held_30', by: 'team', group: '售后组 & 夜班' } as const;
		const href = portfolioHref(choice);
		const parameters = new URL(href, 'http://x').searchParams;
		expect(portfolioChoice(parameters)).toEqual(choice);
	});
});

describe('what an improvement came to', () => {
	const day = 86_400_000;
	const start = Date.parse('2025-03-01T00:00:00Z');
	const improvement = {
		id: 'a',
		number: '2503-01',
		startedAt: start,
		plan: {
			theme: '退款',
			team: '售后组',
			measure: 'complaint_rate',
			selection: 'category=售后&category=物流',
			effectiveOn: '2025-03-21',
			cost: null,
			benefit: null
		},
		verdict: {
			verdict: { outcome: 'effective', casesAvoided: null, costAvoided: null },
			signedAt: start + 50 * day,
			override: null
		},
		sustain: [
			{ days: 30, held: false },
			{ days: 30, held: true }
		],
		cancelled: null
	} as unknown as Improvement;
	const dayOf = (epoch: number) => new Date(epoch).toISOString().slice(0, 10);

	test('is read from its plan, its verdict and its last checks', () => {
		expect(achievementOf(improvement, dayOf)).toMatchObject({
			categories: ['售后', '物流'],
			year: '2025',
			ending: 'effective',
			daysToEffective: 20,
			daysToVerdict: 30,
			held: { 30: true, 60: null, 90: null }
		});
	});
	test('is what two people set, once the second agreed', () => {
		const asked = { outcome: 'not_shown', confirmedBy: null };
		const verdict = improvement.verdict!;
		const set = (override: unknown) =>
			achievementOf({ ...improvement, verdict: { ...verdict, override } } as Improvement, dayOf);
		expect(set(asked)).toMatchObject({ ending: 'effective', outcome: 'effective' });
		expect(set({ ...asked, confirmedBy: { name: 'B' } })).toMatchObject({
			ending: 'overridden',
			outcome: 'not_shown',
			computed: 'effective'
		});
		// What the data say too is no override.
		const same = { outcome: 'effective', confirmedBy: { name: 'B' } };
		expect(set(same)).toMatchObject({ ending: 'effective' });
	});
	test('is not judged where it was given up, and has no time to effect from before its start', () => {
		const plan = { ...improvement.plan, effectiveOn: '2025-02-01' };
		const given = achievementOf({ ...improvement, plan, cancelled: 'no' }, dayOf);
		expect([given.ending, isJudged(given), given.daysToEffective]).toEqual([
			'cancelled',
			false,
			null
		]);
	});
});
