import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '#lib/improvement/plan.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import type { Person } from '#lib/server/access/person.ts';
import { ensureDemo } from '#lib/server/import/demo-load.ts';
import { checkOf, type PlanCheck } from '#lib/server/questions/improvement-check.ts';
import { openWarehouse } from '#lib/server/warehouse/duckdb.ts';
import { serve } from '../../fixtures/cases.ts';
import { readLog, withDemoFiles, type DemoLog } from '../demo/demo-log.ts';

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
export async function withDemo<T>(
	rows: number,
	seed: number,
	work: (log: DemoLog, check: (plan: Plan) => Promise<PlanCheck>) => Promise<T>
): Promise<T> {
	const log = await withDemoFiles({ rows, seed }, readLog);
	const folder = mkdtempSync(join(tmpdir(), 'redress-improvement-'));
	const store = await openWarehouse({ folder, inMemory: true });
	try {
		await ensureDemo(rows, seed, store);
		serve(store);
		return await work(log, (plan) => checkOf(person, plan, 1));
	} finally {
		await store.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
