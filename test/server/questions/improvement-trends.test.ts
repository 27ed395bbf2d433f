import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Plan } from '#lib/improvement/plan.ts';
import { shownValue } from '#lib/measures/control-chart.ts';
import { controlMeasureIds } from '#lib/measures/control-measures.ts';
import { controlPeriods } from '#lib/server/questions/control-periods.ts';
import { selectionOf } from '#lib/server/questions/improvement-check.ts';
import { planSeries } from '#lib/server/questions/improvement-group.ts';
import { trendOf } from '#lib/server/questions/improvement-trends.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { person, planOf } from './improvement-demo.ts';
import { openPlanted, type PlantedLog } from './planted-drivers.ts';

let log: PlantedLog;
beforeAll(async () => {
	log = await openPlanted(1);
}, 120_000);
afterAll(() => log.close());

/** As the chart of a measure says it, each asked for by itself. */
async function charted(plan: Plan): Promise<readonly (number | null)[]> {
	const scope = await scopeOf(person, selectionOf(plan.selection)!);
	const periods = controlPeriods(scope.log!, plan.step, 24);
	const series = await planSeries(scope, plan, periods);
	return periods.map((_, at) => shownValue(series, at));
}

it('draws on cards what the control chart says of the same cases, whatever the measure', async () => {
	const { surge, improvement } = log.truth;
	const selections = [
		{},
		{ region: surge.region },
		{ subcategory: improvement.subcategory },
		{ region: surge.region, source: 'seed 1' },
		// Blank shops; and one that no dimension tells: it is asked for alone.
		{ shop: '' },
		{ region: surge.region, state: 'resolved' }
	].map((given) => new URLSearchParams(given as Record<string, string>).toString());
	const plans = controlMeasureIds.flatMap((measure, at) =>
		[0, 1, 2].map((more) =>
			planOf({
				measure,
				step: more === 1 ? 'month' : 'week',
				selection: selections[(at + 2 * more) % selections.length]!
			})
		)
	);
	const trends = await trendOf(person, plans);
	let told = 0;
	for (const [at, plan] of plans.entries()) {
		const { values } = trends[at]!;
		told += values.filter((value) => value !== null && value > 0).length;
		expect([plan.measure, plan.selection, values]).toEqual([
			plan.measure,
			plan.selection,
			await charted(plan)
		]);
	}
	expect(told).toBeGreaterThan(200);
});
