import { expect, it } from 'vitest';
import { standingOf } from '#lib/improvement/verdict-standing.ts';
import type { Outcome, Verdict } from '#lib/improvement/verdict.ts';

const verdict = (outcome: Outcome, beforeCases: number, afterCases: number, asOfDay: string) => ({
	outcome,
	asOfDay,
	judgedUntil: '2025-11-01',
	primary: { values: { beforeCases, afterCases } } as Verdict['primary']
});
const signed = verdict('effective', 400, 120, '2025-11-18');

it('holds while data only come to it', () => {
	expect(standingOf(signed, signed)).toBe('holds');
	expect(standingOf(signed, verdict('effective', 400, 180, '2026-01-31'))).toBe('holds');
});

it('says where the same plan finds something else today', () => {
	expect(standingOf(signed, verdict('not_shown', 400, 180, '2026-01-31'))).toBe('changed');
});

it('says where cases it counted were removed, or nothing is left to count', () => {
	expect(standingOf(signed, verdict('effective', 250, 120, '2025-11-18'))).toBe('removed');
	expect(standingOf(signed, verdict('effective', 400, 90, '2025-11-18'))).toBe('removed');
	expect(standingOf(signed, null)).toBe('removed');
});
