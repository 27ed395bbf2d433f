import { describe, expect, test } from 'vitest';
import { formats } from '#lib/format/formats.ts';
import type { Improvement, SignedVerdict } from '#lib/improvement/improvement.ts';
import type { Verdict } from '#lib/improvement/verdict.ts';
import {
	afterwardsText,
	consequenceText,
	verdictTitle
} from '../../src/routes/improvements/[id]/verdict-words.ts';
import { aVerdict } from '../improvement/an-improvement.ts';

const f = formats('en', 'Asia/Shanghai');
const effect = { kind: 'ratio', estimate: 0.9, lower: 0.7, upper: 1.15 } as const;
const verdict: Verdict = {
	...aVerdict('cannot_tell'),
	primary: { ...aVerdict('cannot_tell').primary, effect },
	casesAvoided: { value: 64, lower: -12, upper: 140 },
	costAvoided: { value: 6_400, lower: -1_200, upper: 14_000 }
};
const person = (name: string) => ({ id: name, name, assurance: 'declared' as const });
const override = {
	outcome: 'effective',
	why: 'A strike in two of the weeks',
	request: 9,
	askedBy: person('Gao'),
	confirmedBy: person('Wang')
} as unknown as SignedVerdict['override'];

describe('a verdict that two people put over what was computed', () => {
	test('is told as theirs, beside what the data show, and claims no avoided complaint', () => {
		const title = verdictTitle(f, verdict, { verdict, override });
		expect(title).toContain('Judged “Effective” by Gao and Wang');
		expect(title).toContain('what the data show – Cannot tell yet: ');
		expect(title).toContain('95% interval');
		expect(title).not.toMatch(/avoided/);
	});
	test('is not yet in force while it waits for the second', () => {
		const waiting = { ...override!, confirmedBy: null };
		const title = verdictTitle(f, verdict, { verdict, override: waiting });
		expect(title).toMatch(/^Cannot tell yet: /);
	});
});

test('complaints and money whose interval holds zero are told as not shown', () => {
	const said = consequenceText(f, verdict);
	expect(said).toContain('The data do not show whether complaints were avoided: 64 (−12 to 140).');
	expect(said).toContain('The data do not show whether cost was avoided');
	expect(said).not.toContain('Complaints avoided (estimate)');
});

test('those whose interval does not are an estimate, fewer or more', () => {
	const of = (value: number, lower: number, upper: number) =>
		consequenceText(f, { ...verdict, costAvoided: null, casesAvoided: { value, lower, upper } });
	expect(of(64, 12, 140)).toContain('Complaints avoided (estimate): 64 (12 to 140).');
	expect(of(-64, -140, -12)).toContain('Complaints more than without it: 64 (12 to 140).');
});

test('only an effective verdict headlines avoided complaints, and only where they are shown', () => {
	const avoided = (lower: number) =>
		verdictTitle(
			f,
			{ ...verdict, outcome: 'effective', casesAvoided: { value: 64, lower, upper: 140 } },
			null
		);
	expect(avoided(12)).toContain('an estimated 64 complaints avoided');
	expect(avoided(-12)).not.toContain('avoided');
});

test('a plan approved once it had taken effect is said to be judged with hindsight, one before it is not', () => {
	const approved = (approvedAt: string, version = 1) => ({
		versions: [
			{ version, plan: { effectiveOn: '2025-09-01' }, approvedAt: Date.parse(approvedAt) }
		] as unknown as Improvement['versions']
	});
	const said = (improvement: Pick<Improvement, 'versions'>) =>
		afterwardsText(f, improvement, { planVersion: 1 });
	// 31 August 23:30 in Shanghai, then the 2nd of September.
	expect(said(approved('2025-08-31T15:30:00Z'))).toBeNull();
	expect(said(approved('2025-09-01T17:00:00Z'))).toContain('judged with hindsight');
	// Another version's approval says nothing of this verdict; nor is there one before the first.
	expect(said(approved('2025-09-01T17:00:00Z', 2))).toBeNull();
	expect(said({ versions: [] })).toBeNull();
});
