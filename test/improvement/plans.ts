import type { Plan } from '#lib/improvement/plan.ts';

/** A plan with everything in it; a test changes what it is about. */
export const wholePlan: Plan = {
	theme: '降低派送延误投诉',
	owner: '王敏',
	team: '客服一组',
	sponsor: '赵总',
	problem: '派送延误投诉居高不下',
	presentState: '每万单 12 件',
	measure: 'complaint_rate',
	selection: 'subcategory=派送延误',
	comparison: '',
	step: 'month',
	method: 'rate_regression',
	baseline: { since: '2024-01-01', until: '2025-02-01' },
	excluded: [{ since: '2024-11-01', until: '2024-12-01', reason: '起因月份' }],
	trialLimits: false,
	target: 8,
	targetOn: '2025-09-01',
	smallestChange: 0.1,
	effectiveOn: '2025-03-01',
	transitionDays: 14,
	checkOn: '2025-09-01',
	cost: 20_000,
	benefit: 90_000
};
