import { describe, expect, it } from 'vitest';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { gainHeld, sustainDue } from '#lib/improvement/sustain.ts';
import type { Verdict } from '#lib/improvement/verdict.ts';
import type { Pattern } from '#lib/measures/control-rules.ts';

const verdict = (outcome: Verdict['outcome'], asOfDay = '2025-06-30'): Verdict =>
	({ outcome, asOfDay }) as Verdict;

const acting = (given: Partial<Improvement> = {}): Improvement =>
	({
		stage: 'act',
		verdict: { verdict: verdict('effective') },
		act: null,
		sustain: [],
		gainLost: false,
		...given
	}) as unknown as Improvement;

describe('sustainDue', () => {
	it('counts days of the data, from the day they had reached when the verdict was signed', () => {
		expect(sustainDue(acting(), '2025-07-29')).toEqual([]);
		expect(sustainDue(acting(), '2025-07-30')).toEqual([30]);
		expect(sustainDue(acting(), '2025-09-28')).toEqual([30, 60, 90]);
	});

	it('leaves out what was done, and improvements without a gain to keep', () => {
		const done = [{ days: 30 }] as unknown as Improvement['sustain'];
		expect(sustainDue(acting({ sustain: done }), '2025-09-01')).toEqual([60]);
		expect(sustainDue(acting({ gainLost: true }), '2025-12-31')).toEqual([]);
		expect(sustainDue(acting({ stage: 'closed' }), '2025-12-31')).toEqual([]);
		const stopped = { decision: 'stop' } as Improvement['act'];
		expect(sustainDue(acting({ act: stopped }), '2025-12-31')).toEqual([]);
	});
});

describe('gainHeld', () => {
	const periods = [{ until: '2025-06-01' }, { until: '2025-07-01' }, { until: '2025-08-01' }];
	const held = (
		measure: 'complaint_rate' | 'satisfied_share',
		now: Verdict['outcome'],
		patterns: readonly Pick<Pattern, 'side' | 'marked'>[] = [],
		signed: Verdict['outcome'] = 'effective'
	) =>
		gainHeld({ measure }, verdict(signed), {
			verdict: verdict(now),
			periods,
			patterns: patterns as readonly Pattern[]
		});

	it('is lost with the interval on the bad side, or without what was proven', () => {
		expect(held('complaint_rate', 'effective')).toBe(true);
		expect(held('complaint_rate', 'cannot_tell')).toBe(true);
		expect(held('complaint_rate', 'worse')).toBe(false);
		expect(held('complaint_rate', 'not_shown')).toBe(false);
		expect(held('complaint_rate', 'not_shown', [], 'cannot_tell')).toBe(true);
	});

	it('is lost with a signal for the worse since the verdict, not with one before or for the better', () => {
		expect(held('complaint_rate', 'effective', [{ side: 1, marked: [1, 2] }])).toBe(false);
		expect(held('complaint_rate', 'effective', [{ side: 1, marked: [0] }])).toBe(true);
		expect(held('complaint_rate', 'effective', [{ side: -1, marked: [2] }])).toBe(true);
		expect(held('satisfied_share', 'effective', [{ side: -1, marked: [2] }])).toBe(false);
	});
});
