import { describe, expect, it } from 'vitest';
import { decisionsOf } from '#lib/board/decisions.ts';
import { runningOn } from '#lib/board/running.ts';
import type { Tile } from '#lib/board/tile.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { dueOf } from '#lib/improvement/due.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { anAction, anImprovement, facts } from '../improvement/an-improvement.ts';

function tile(more: Partial<Tile>): Tile {
	return {
		measure: 'complaint_rate',
		scope: null,
		value: 1,
		month: '2025-11-01',
		partial: true,
		cases: 1,
		filter: emptyFilter,
		variation: 'worsening',
		assurance: 'unknown',
		judged: null,
		spark: { months: [], values: [], lower: [], upper: [], flagged: [] },
		before: null,
		yearAgo: null,
		target: null,
		monthEnd: null,
		...more
	};
}

const waiting = (...all: readonly Improvement[]) =>
	all.map((improvement) => ({ improvement, due: dueOf(improvement, facts) }));

const logistics = { dimension: 'department', value: '物流部' } as const;

describe('what needs a decision', () => {
	it('is a signal for the worse, of all cases before that of a department', () => {
		const found = decisionsOf(
			[
				tile({ scope: logistics, measure: 'resolution_in_time' }),
				tile({ variation: 'improving' }),
				tile({ variation: 'nothing_special' }),
				tile({ measure: 'satisfied_share' })
			],
			[]
		);
		expect(
			found.map((one) => one.kind === 'signal' && [one.tile.measure, one.tile.scope?.value])
		).toEqual([
			['satisfied_share', undefined],
			['resolution_in_time', '物流部']
		]);
	});

	it('is no signal somebody works on, by the same measure or one that tells of the same thing', () => {
		const working = anImprovement({}, { measure: 'complaints', selection: 'category=A' });
		const signals = [tile({}), tile({ measure: 'satisfied_share' })];
		const kinds = decisionsOf(signals, waiting(working)).flatMap((one) =>
			one.kind === 'signal' ? [one.tile.measure] : []
		);
		expect(kinds).toEqual(['satisfied_share']);
	});

	it('is an answer asked for and late, and in one line what else is overdue', () => {
		const late = anImprovement(
			{ number: '2511-01', actions: [anAction({ due: '2025-11-12' })] },
			{ effectiveOn: '2025-11-24', checkOn: '2026-02-02', targetOn: null }
		);
		const judged = anImprovement(
			{ number: '2508-02', stage: 'check', locked: true },
			{ checkOn: '2025-11-10' }
		);
		const later = anImprovement(
			{ number: '2508-03', stage: 'check', locked: true },
			{ checkOn: '2025-12-10' }
		);
		const found = decisionsOf([], waiting(late, judged, later));
		// The data have reached the day of its check: a verdict is ready, and nobody is late with it.
		expect(found).toMatchObject([
			{
				kind: 'answer',
				answer: 'sign_verdict',
				improvement: { number: '2508-02' },
				daysLate: 0
			},
			{ kind: 'overdue', improvements: [{ number: '2511-01' }] }
		]);
		expect(found).toHaveLength(2);
	});
});

describe('improvements that run', () => {
	const of = (more: Partial<Improvement['plan']>, stage: Improvement['stage'] = 'do') => ({
		...anImprovement({}, more),
		stage
	});

	it('work on a department where they name it or are its own', () => {
		const own = of({ team: '物流部', selection: '' });
		const named = of({ team: 'X', selection: 'department=物流部&category=A' });
		const other = of({ team: 'X', selection: 'department=客服部' });
		expect(runningOn([own, named, other], logistics)).toEqual([own, named]);
		expect(runningOn([own, named, other], null)).toHaveLength(3);
	});

	it('no longer run when they are closed', () => {
		expect(runningOn([of({}, 'closed')], null)).toEqual([]);
	});
});
