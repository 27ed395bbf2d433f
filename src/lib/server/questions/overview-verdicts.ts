import { targetScopeOf } from '#lib/filter/target-scope.ts';
import { measures as catalogue } from '#lib/measures/catalogue.ts';
import { controlFacts } from '#lib/measures/control-facts.ts';
import { controlMeasures } from '#lib/measures/control-measures.ts';
import { standingTarget, targetLine } from '#lib/measures/target.ts';
import { controlVerdict, type ControlVerdict } from '#lib/measures/control-verdict.ts';
import { targets } from '#lib/server/record/targets.ts';
import { controlChoices } from './control-choices.ts';
import { limitsOf } from './control-limits.ts';
import { controlPeriods } from './control-periods.ts';
import { noSums, seriesOf, type OrderRow, type PeriodRow } from './control-series.ts';
import { wishesOf } from './control-wishes.ts';
import type * as overview from './overview.ts';
import type { RowOf } from './question.ts';
import type { Scope } from './scope.ts';

/** Measures whose tile says what their control chart says. */
const told = [
	'complaint_rate',
	'complaints',
	'first_response_median',
	'resolution_median',
	'satisfaction_mean'
] as const;
export type ToldMeasure = (typeof told)[number];

export interface TileVerdict extends Pick<ControlVerdict, 'variation' | 'assurance'> {
	/** First day of the month it speaks of, the last whole one. */
	readonly month: string;
	/** What it is to reach in the newest month; null where no target is in force. */
	readonly target: number | null;
}
export type TileVerdicts = Readonly<Partial<Record<ToldMeasure, TileVerdict>>>;

/**
 * What the monthly control chart of each measure says of its last whole month, as the control page says it
 * when it opens, from the months the overview has asked for anyway. Measures that cannot be judged are left out.
 */
export async function tileVerdicts(
	{ log, filter, ordersCoverSources }: Scope,
	months: readonly RowOf<typeof overview.monthly.columns>[],
	monthlyOrders: readonly RowOf<typeof overview.monthlyOrders.columns>[]
): Promise<TileVerdicts> {
	if (log === null) return {};
	const periods = controlPeriods(log, 'month');
	const rows = months.map((row): PeriodRow => ({
		...noSums,
		...row,
		since: row.month,
		value: null,
		cost_square_sum: 0,
		resolution_median: row.cohort_median
	}));
	const orders = ordersCoverSources
		? monthlyOrders.map((row): OrderRow => ({ ...row, since: row.month, value: null }))
		: [];
	const wishes = wishesOf(
		controlChoices(() => null),
		periods
	);
	const [aims, scope] = [await targets(), targetScopeOf(filter)];
	const found = await Promise.all(
		told.map(async (measure) => {
			const { phases, baseline } = (await limitsOf(measure))(filter);
			const facts = controlFacts(seriesOf(controlMeasures[measure], periods, rows, orders), {
				...wishes,
				phases: phases.map(({ day }) => day),
				baseline
			});
			const month = facts.last === null ? undefined : periods[facts.last]?.since;
			const target = standingTarget(targetLine(aims, measure, scope, periods), facts.last);
			const { variation, assurance } = controlVerdict(facts, catalogue[measure].better, target);
			return month === undefined
				? []
				: [[measure, { variation, assurance, target, month }] as const];
		})
	);
	return Object.fromEntries(found.flat());
}
