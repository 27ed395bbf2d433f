import { describe, expect, it } from 'vitest';
import {
	boardChoices,
	boardHref,
	categoriesOf,
	chosen,
	type BoardChoices
} from '#lib/improvement/board-choices.ts';
import { dueOf } from '#lib/improvement/due.ts';
import { progressOf } from '#lib/improvement/progress.ts';
import { boardSummary, outcomeInForce } from '#lib/improvement/summary.ts';
import { placeOf, timelineOf, timelineSpan } from '#lib/improvement/timeline.ts';
import { anAction, anImprovement, at, aVerdict, facts, signed } from './an-improvement.ts';

const read = (query: string): BoardChoices => boardChoices(new URLSearchParams(query));
const withDue = (improvement: ReturnType<typeof anImprovement>) => ({
	improvement,
	due: dueOf(improvement, facts)
});

describe('choices of the board', () => {
	it('come back from the address they make', () => {
		for (const query of [
			'',
			'view=list&team=Service+desk&owner=%E6%9E%97&category=a%26b&due=overdue&mine=1&q=25+late&closed=all&sort=-owner',
			'view=calendar&sort=number'
		])
			expect(boardHref(read(query))).toBe(query ? `/improvements?${query}` : '/improvements');
	});

	it('fall back to the usual where the address says what nobody knows', () => {
		expect(boardHref(read('view=pie&sort=-colour&due=soon&mine=yes'))).toBe('/improvements');
	});

	it('choose by team, owner, category, lateness, person and words together', () => {
		const late = anImprovement({
			id: 'late',
			stage: 'do',
			actions: [anAction({ due: '2025-11-01' })]
		});
		const other = anImprovement(
			{
				id: 'other',
				number: '2510-02',
				stage: 'do',
				actions: [anAction({ due: '2025-12-01', who: 'Gao' })]
			},
			{
				theme: '退款到账慢',
				owner: 'Zhou',
				sponsor: '',
				team: 'Money',
				selection: 'category=refund&channel=app'
			}
		);
		const all = [late, other].map(withDue);
		const ids = (query: string, name = '') =>
			chosen(all, read(query), name).map(({ improvement }) => improvement.id);
		expect(ids('')).toEqual(['late', 'other']);
		expect(ids('team=Money')).toEqual(['other']);
		expect(ids('owner=lin')).toEqual(['late']);
		expect(ids('category=refund')).toEqual(['other']);
		expect(ids('due=overdue')).toEqual(['late']);
		expect(ids('mine=1', 'Gao')).toEqual(['other']);
		expect(ids('mine=1', 'Chen')).toEqual(['late']);
		expect(ids('mine=1')).toEqual(['late', 'other']);
		expect(ids('q=2510 退款')).toEqual(['other']);
		expect(ids('team=Money&due=overdue')).toEqual([]);
		expect(categoriesOf(other)).toEqual(['refund']);
	});
});

describe('the sentence over the board', () => {
	it('counts what runs, is late, was closed this year and is proven, with the cases avoided', () => {
		const closed = (id: string, day: string, outcome: Parameters<typeof aVerdict>[0]) =>
			anImprovement({
				id,
				stage: 'closed',
				closedAt: at(day),
				verdict: signed(aVerdict(outcome, { value: 100, lower: 70, upper: 140 }), day)
			});
		const overridden = closed('o', '2025-05-01', 'effective');
		const all = [
			anImprovement({ stage: 'do', actions: [anAction({ due: '2025-11-01' })] }),
			anImprovement({ stage: 'do', actions: [anAction({ due: '2025-12-01' })] }),
			closed('a', '2025-02-01', 'effective'),
			closed('b', '2025-03-01', 'effective'),
			closed('c', '2025-04-01', 'not_shown'),
			closed('d', '2024-12-31', 'effective'),
			anImprovement({
				...overridden,
				verdict: {
					...overridden.verdict!,
					override: {
						request: 9,
						outcome: 'not_shown',
						why: 'stock had run out',
						askedBy: overridden.startedBy,
						confirmedBy: overridden.startedBy
					}
				}
			})
		].map(withDue);
		const summary = boardSummary(all, facts);
		expect(summary).toMatchObject({ running: 2, overdue: 1, closedThisYear: 4, effective: 2 });
		// Three times 100, the fourth being overridden; three times −30 and +40 in squares.
		expect(summary.avoided?.value).toBe(300);
		expect(summary.avoided?.lower).toBeCloseTo(300 - 30 * Math.sqrt(3), 9);
		expect(summary.avoided?.upper).toBeCloseTo(300 + 40 * Math.sqrt(3), 9);
		expect(outcomeInForce(all[6]!.improvement)).toBe('not_shown');
	});

	it('says nothing of cases avoided where nothing is proven', () => {
		expect(boardSummary([], facts)).toEqual({
			running: 0,
			overdue: 0,
			closedThisYear: 0,
			effective: 0,
			avoided: null
		});
	});
});

describe('progress within a stage', () => {
	it('counts parts of the plan, actions settled, weeks of data and sustain checks', () => {
		// Of nine parts the cause and the actions are missing.
		expect(progressOf(anImprovement(), facts)).toEqual({ of: 'plan', done: 7, all: 9 });
		const actions = (['open', 'started', 'done', 'waived'] as const).map((state) =>
			anAction({ id: state, state })
		);
		expect(progressOf(anImprovement({ stage: 'do', actions }), facts)).toEqual({
			of: 'actions',
			done: 2,
			all: 4
		});
		// 1 September to 17 November are 78 days: 11 whole weeks; to 24 November 84 days: 12 weeks.
		expect(progressOf(anImprovement({ stage: 'check' }), facts)).toEqual({
			of: 'weeks',
			done: 11,
			all: 12
		});
		expect(progressOf(anImprovement({ stage: 'closed' }), facts)).toBeNull();
	});
});

describe('the timeline of an improvement', () => {
	const running = anImprovement({
		stage: 'do',
		versions: [
			{
				version: 1,
				plan: anImprovement().plan,
				whys: [],
				causes: [],
				actions: [],
				approvedBy: anImprovement().startedBy,
				approvedAt: at('2025-08-15'),
				verdict: null
			}
		],
		actions: [anAction({ due: '2025-11-01' })]
	});

	it('goes from plan to act by the days that were and the days planned', () => {
		const timeline = timelineOf(running, dueOf(running, facts), facts);
		expect(timeline.stretches.map(({ kind, since, until }) => `${kind} ${since} ${until}`)).toEqual(
			[
				'plan 2025-08-01 2025-08-15',
				'do 2025-08-15 2025-09-01',
				'transition 2025-09-01 2025-09-08',
				'check 2025-09-08 2025-11-24',
				// 90 days after the check.
				'act 2025-11-24 2026-02-22'
			]
		);
		expect(timeline.milestones.map(({ kind, day, state }) => `${kind} ${day} ${state}`)).toEqual([
			'effective 2025-09-01 late',
			'target 2026-01-31 ahead',
			'check 2025-11-24 ahead'
		]);
		expect(timeline.lateSince).toBe('2025-11-01');
	});

	it('marks sustain checks that held, that did not, and that are to come', () => {
		const verdict = signed(aVerdict('effective'), '2025-09-20');
		const acting = anImprovement({
			stage: 'act',
			verdict,
			sustain: [{ days: 30, held: false, checkedAt: at('2025-10-21'), verdict: verdict.verdict }]
		});
		const { milestones } = timelineOf(acting, dueOf(acting, facts), facts);
		expect(
			milestones.flatMap(({ kind, day, days, state }) =>
				kind === 'sustain' ? [`${days} ${day} ${state}`] : []
			)
		).toEqual(['30 2025-10-21 failed', '60 2025-11-19 ahead', '90 2025-12-19 ahead']);
	});

	it('spans whole months, and places a day in them', () => {
		const span = timelineSpan([timelineOf(running, [], facts)], facts.today);
		expect(span).toMatchObject({ since: '2025-08-01', until: '2026-04-01' });
		expect(span.months).toHaveLength(8);
		// 31 of 243 days.
		expect(placeOf('2025-09-01', span)).toBeCloseTo(31 / 243, 10);
		expect(placeOf('2024-01-01', span)).toBe(0);
	});
});
