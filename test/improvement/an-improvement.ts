import type { DueFacts } from '#lib/improvement/due.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import type { Action, Plan } from '#lib/improvement/plan.ts';
import type { Outcome, Verdict } from '#lib/improvement/verdict.ts';

/** Tuesday 18 November 2025; the data tell up to the evening before. */
export const facts: DueFacts = {
	today: '2025-11-18',
	asOfDay: '2025-11-17',
	dayOf: (instant) => new Date(instant).toISOString().slice(0, 10)
};

export const at = (day: string): number => Date.parse(`${day}T04:00:00Z`);

const person = { id: 'declared:Lin', name: 'Lin', assurance: 'declared' } as const;

const plan: Plan = {
	theme: 'Late refunds',
	owner: 'Lin',
	team: 'Service',
	sponsor: 'Chen',
	problem: '',
	presentState: '',
	measure: 'complaint_rate',
	selection: 'category=logistics',
	comparison: '',
	step: 'week',
	method: 'rate_regression',
	baseline: { since: '2025-01-06', until: '2025-06-30' },
	excluded: [],
	trialLimits: false,
	target: 2,
	targetOn: '2026-01-31',
	smallestChange: 0.1,
	effectiveOn: '2025-09-01',
	transitionDays: 7,
	checkOn: '2025-11-24',
	cost: null,
	benefit: null
};

export function anAction(given: Partial<Action>): Action {
	return {
		id: 'a',
		what: 'Mend the form',
		why: '',
		who: 'Wang',
		where: '',
		due: null,
		how: '',
		state: 'open',
		startedOn: null,
		endedOn: null,
		note: '',
		...given
	};
}

export function aVerdict(outcome: Outcome, avoided: Verdict['casesAvoided'] = null): Verdict {
	const values = { beforePoints: 24, afterPoints: 12, beforeCases: 240, afterCases: 80 };
	return {
		outcome,
		due: true,
		primary: {
			view: 'primary',
			method: 'rate_regression',
			effect: { kind: 'ratio', estimate: 0.69, lower: 0.58, upper: 0.82 },
			values: { before: 3, after: 2.07, ...values },
			outcome,
			doubts: []
		},
		others: [],
		targetReached: false,
		smallestChangeReached: true,
		morePeriods: null,
		casesAvoided: avoided,
		costAvoided: null,
		dispersion: 1,
		seasons: false,
		step: 'week',
		planVersion: 1,
		dataVersion: 1,
		asOfDay: '2025-11-17',
		fingerprint: ''
	};
}

export function signed(verdict: Verdict, day: string): NonNullable<Improvement['verdict']> {
	// The data reached the day it was signed.
	return {
		verdict: { ...verdict, asOfDay: day },
		signedBy: person,
		signedAt: at(day),
		override: null
	};
}

export function anImprovement(
	given: Partial<Improvement> = {},
	planned: Partial<Plan> = {}
): Improvement {
	return {
		id: 'one',
		number: '2509-01',
		stage: 'plan',
		startedAt: at('2025-08-01'),
		startedBy: person,
		from: null,
		version: 1,
		locked: false,
		versions: [],
		evidence: [],
		whys: [],
		causes: [],
		actions: [],
		trainings: [],
		recoveries: [],
		files: [],
		verdict: null,
		act: null,
		sustain: [],
		gainLost: false,
		cancelled: null,
		closedAt: null,
		lastEvent: 1,
		...given,
		plan: { ...plan, ...planned }
	};
}
