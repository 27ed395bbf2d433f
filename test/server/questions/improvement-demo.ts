import { emptyFilter } from '#lib/filter/filter.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { byValue, totalCases } from '#lib/server/questions/control-series.ts';
import * as control from '#lib/server/questions/control.ts';
import { checkOf, type PlanCheck } from '#lib/server/questions/improvement-check.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { openPlanted, type PlantedTruth } from './planted-drivers.ts';

export const person: Person = { id: 'test', name: 'Test', assurance: 'declared' };

/** A plan with everything a check needs; what differs is given. */
export function planOf(given: Partial<Plan>): Plan {
	return {
		theme: '',
		owner: '',
		team: '',
		sponsor: '',
		problem: '',
		presentState: '',
		measure: 'complaint_rate',
		selection: '',
		comparison: '',
		step: 'month',
		method: 'rate_regression',
		baseline: null,
		excluded: [],
		trialLimits: false,
		target: null,
		targetOn: null,
		smallestChange: 0.1,
		effectiveOn: null,
		transitionDays: 0,
		checkOn: null,
		cost: null,
		benefit: null,
		...given
	};
}

/** The plan of a year before a day against all months after it. */
export function yearBefore(day: string, given: Partial<Plan>): Plan {
	const month = `${day.slice(0, 7)}-01`;
	return planOf({
		baseline: { since: shiftMonth(month, -12), until: month },
		effectiveOn: day,
		checkOn: shiftMonth(day, 6),
		...given
	});
}

/** Loads the demo log of a seed by the ordinary import and serves it until the work is done. */
async function withDemo<T>(
	seed: number,
	work: (truth: PlantedTruth, check: (plan: Plan) => Promise<PlanCheck>) => Promise<T>
): Promise<T> {
	const { truth, close } = await openPlanted(seed);
	try {
		return await work(truth, (plan) => checkOf(person, plan, 1));
	} finally {
		await close();
	}
}

type Named = readonly [string, PlanCheck];

/** What plans find in the demo log of a seed: the planted improvement, others where nothing was changed. */
export function verdictFindings(seed: number) {
	return withDemo(seed, async (truth, check) => {
		const { improvement, decoy, mix_shift: shift } = truth;
		const touched = new Set([
			improvement.subcategory,
			...shift.growing_subcategories,
			...shift.shrinking_subcategories
		]);
		const of = (subcategory: string): string => new URLSearchParams({ subcategory }).toString();
		const others: Named[] = [];
		for (const subcategory of await subcategories())
			if (!touched.has(subcategory)) {
				const plan = yearBefore(improvement.from_day, { selection: of(subcategory) });
				others.push([subcategory, await check(plan)]);
			}
		return {
			truth,
			planted: await check(
				yearBefore(improvement.from_day, { selection: of(improvement.subcategory) })
			),
			short: await check(yearBefore('2025-09-01', { selection: of(improvement.subcategory) })),
			decoys: [
				['decoy, months', await check(decoyPlan(decoy.month, 'satisfaction_mean', 'month'))],
				['decoy, weeks', await check(decoyPlan(decoy.month, 'satisfaction_mean', 'week'))],
				['decoy, share', await check(decoyPlan(decoy.month, 'satisfied_share', 'month'))]
			] as readonly Named[],
			others
		};
	});
}

/** The bad month opened the project, is left out of the year that ends with it, and nothing was done. */
export function decoyPlan(month: string, measure: Plan['measure'], step: Plan['step']): Plan {
	const trigger = {
		since: `${month}-01`,
		until: shiftMonth(`${month}-01`, 1),
		reason: 'opened it'
	};
	return planOf({
		measure,
		step,
		method: measure === 'satisfaction_mean' ? 'mean_difference' : 'share_difference',
		smallestChange: 0.05,
		baseline: { since: shiftMonth(trigger.until, -13), until: trigger.until },
		excluded: [trigger],
		effectiveOn: trigger.until,
		checkOn: shiftMonth(trigger.until, 6)
	});
}

/** Subcategories with at least so many cases that a year of them can be told from chance. */
async function subcategories(): Promise<readonly string[]> {
	const scope = await scopeOf(person, { ...emptyFilter, period: 'all' });
	const rows = await ask(scope, control.periods, { step: 'month', dimension: 'subcategory' });
	return byValue(rows)
		.filter(([value, own]) => value !== null && totalCases(own) >= 500)
		.map(([value]) => value ?? '');
}
