import { describe, expect, test } from 'vitest';
import { propose, type ProposalFacts } from '#lib/improvement/propose.ts';

const facts: ProposalFacts = {
	measure: 'complaint_rate',
	firstDay: '2022-11-20',
	asOfDay: '2025-11-18',
	pointed: { since: '2024-12-01', until: '2025-11-19' },
	casesPerWeek: 4
};

describe('the step', () => {
	test('is the week where a week brings cases enough, else the month', () => {
		expect(propose({ ...facts, casesPerWeek: 10 }).step).toBe('week');
		expect(propose({ ...facts, casesPerWeek: 9.9 }).step).toBe('month');
	});
	test('needs more cases for shares and times than for counts', () => {
		const share = { ...facts, measure: 'dissatisfied_share' } as const;
		expect(propose({ ...share, casesPerWeek: 29 }).step).toBe('month');
		expect(propose({ ...share, casesPerWeek: 30 }).step).toBe('week');
	});
	test('is the one somebody chose', () => {
		expect(propose({ ...facts, casesPerWeek: 100 }, 'month').step).toBe('month');
	});
});

describe('the baseline', () => {
	test('is the last twelve whole months; a whole year pointed at leaves nothing out', () => {
		expect(propose(facts)).toMatchObject({
			baseline: { since: '2024-11-01', until: '2025-11-01' },
			trigger: null,
			pointedAtLong: true,
			points: 12,
			trialLimits: false
		});
	});

	test('leaves the month out that was pointed at, and reaches a month further back', () => {
		const march = { since: '2025-03-01', until: '2025-04-01' };
		expect(propose({ ...facts, pointed: march })).toMatchObject({
			baseline: { since: '2024-10-01', until: '2025-11-01' },
			trigger: march,
			points: 12
		});
	});

	test('leaves up to half a year out; what is longer is the present state', () => {
		const of = (since: string) => ({ ...facts, pointed: { since, until: '2025-06-01' } });
		expect(propose(of('2025-02-01')).trigger).not.toBeNull();
		expect(propose(of('2024-11-01'))).toMatchObject({ trigger: null, pointedAtLong: true });
	});

	test('leaves out whole periods: six weeks pointed at are three months, or six whole weeks', () => {
		const pointed = { since: '2025-02-12', until: '2025-03-20' };
		expect(propose({ ...facts, pointed }, 'month').trigger).toEqual({
			since: '2025-02-01',
			until: '2025-04-01'
		});
		const weekly = propose({ ...facts, pointed }, 'week');
		expect(weekly.trigger).toEqual({ since: '2025-02-10', until: '2025-03-24' });
		expect(weekly.baseline).toEqual({ since: '2024-10-07', until: '2025-11-17' });
		expect(weekly.points).toBe(52);
	});

	test('does not care about what lies before it, or in the running period', () => {
		const old = { since: '2024-03-01', until: '2024-04-01' };
		const now = { since: '2025-11-01', until: '2025-11-19' };
		expect(propose({ ...facts, pointed: old }).trigger).toBeNull();
		expect(propose({ ...facts, pointed: now })).toMatchObject({ trigger: null, points: 12 });
	});

	test('of a short log has trial limits; of one without a whole period there is none', () => {
		expect(propose({ ...facts, firstDay: '2025-03-15' })).toMatchObject({
			baseline: { since: '2025-04-01', until: '2025-11-01' },
			points: 7,
			trialLimits: true
		});
		expect(propose({ ...facts, firstDay: '2025-10-02' }).baseline).toBeNull();
	});

	test('of a log of one month leaves nothing out where all of it was pointed at', () => {
		const month = { measure: 'complaints', firstDay: '2023-07-29', asOfDay: '2023-08-31' } as const;
		const pointed = { since: '2023-07-29', until: '2023-09-01' };
		expect(propose({ ...month, pointed, casesPerWeek: 1_954 })).toMatchObject({
			baseline: { since: '2023-07-31', until: '2023-08-28' },
			trigger: null,
			pointedAtLong: true,
			points: 4,
			trialLimits: true
		});
	});

	test('of a log that ends with a month takes that month in', () => {
		expect(propose({ ...facts, asOfDay: '2025-10-31' }).baseline?.until).toBe('2025-11-01');
	});
});

test('the least change worth it is a tenth, of shares five points', () => {
	expect(propose(facts).smallestChange).toBe(0.1);
	expect(propose({ ...facts, measure: 'resolution_in_time' }).smallestChange).toBe(0.05);
});

test('the method follows the kind of measure', () => {
	expect(propose(facts).method).toBe('rate_regression');
	expect(propose({ ...facts, measure: 'reopened_share' }).method).toBe('share_difference');
	expect(propose({ ...facts, measure: 'resolution_median' }).method).toBe('time_shift');
});
