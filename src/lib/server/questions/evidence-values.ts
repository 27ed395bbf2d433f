import { widened } from '#lib/filter/change.ts';
import { nextDay } from '#lib/filter/codec.ts';
import type { DayRange, Filter } from '#lib/filter/filter.ts';
import { restLabel, type EvidenceStep, type FrozenValue } from '#lib/improvement/evidence.ts';
import { periodsUpTo } from '#lib/improvement/evidence-days.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { evidenceCounts, type EvidenceCounts } from './evidence-counts.ts';
import { scopeOf, type Scope } from './scope.ts';

/** Values shown one by one; the others stand together. */
const mostValues = 6;

/** How the values of a choice are cut: what stands beside the marked part is chosen by `by`. */
export interface Cut {
	readonly filter: Filter;
	readonly measure: ChartedMeasure;
	readonly days: DayRange;
}

/**
 * The measure for the values of a dimension in these days, most cases first, those chosen always among
 * them; or for the labels given, in their order. The others stand together, without a median.
 */
export async function valuesByDimension(
	asker: Scope,
	{ filter, measure, days }: Cut,
	by: Dimension,
	labels?: readonly string[]
): Promise<readonly FrozenValue[]> {
	const chosen = filter.dimensions[by] ?? [];
	const all = await scopeIn(asker, widened(filter, by), days);
	// Orders know only these two of the dimensions; other values share all orders.
	const hasOwn = by === 'shop' || by === 'product_category';
	const counts = await evidenceCounts(all, measure, {
		step: 'all',
		dimension: by,
		ordersBy: hasOwn ? by : 'none'
	});
	const byCases = counts.rows.toSorted((a, b) => b.cases - a.cases);
	const named = labels ?? [...new Set([...byCases.map(labelOf).slice(0, mostValues), ...chosen])];
	const inOrder = labels ? named : byCases.map(labelOf).filter((label) => named.includes(label));
	const missing = named.filter((label) => !inOrder.includes(label));
	const of = (label: string, isOf: (label: string) => boolean) => ({
		label,
		...counts.valueOf(days, {
			isIn: (row) => isOf(labelOf(row)),
			hasOrders: (row) => !hasOwn || isOf(labelOf(row)),
			together: label === restLabel
		}),
		marked: chosen.includes(label)
	});
	const isNamed = (label: string): boolean => named.includes(label);
	const others = byCases.filter((row) => !isNamed(labelOf(row)));
	return [
		...[...inOrder, ...missing]
			.filter((label) => label !== restLabel)
			.map((label) => of(label, (other) => other === label)),
		...(others.length > 0 ? [of(restLabel, (label) => !isNamed(label))] : [])
	];
}

/** The measure period by period up to the end of these days, which are marked. */
export async function valuesByPeriod(
	asker: Scope,
	{ filter, measure, days }: Cut,
	step: EvidenceStep
): Promise<readonly FrozenValue[]> {
	const { log } = asker;
	const periods = periodsUpTo(days, step).filter(
		({ until }) => log !== null && until > log.firstDay
	);
	const first = periods[0];
	const last = periods.at(-1);
	if (!first || !last) return [];
	const scope = await scopeIn(asker, filter, { since: first.since, until: last.until });
	const counts: EvidenceCounts = await evidenceCounts(scope, measure, {
		step,
		dimension: 'none',
		ordersBy: 'none'
	});
	const known = nextDay(log?.asOfDay ?? last.until);
	return periods.map(({ marked, ...own }) => ({
		label: own.since,
		...counts.valueOf(
			// Of the running period only the days the log tells about can have orders.
			{ since: own.since, until: own.until > known ? known : own.until },
			{
				isIn: ({ since }) => since === own.since,
				hasOrders: ({ since }) => since >= own.since && since < own.until,
				together: false
			}
		),
		marked
	}));
}

/** The same choice in other days. Answers over all days hold to `within`. */
function scopeIn({ person, signal }: Scope, filter: Filter, days: DayRange): Promise<Scope> {
	return scopeOf(person, { ...filter, period: days, within: days, comparison: 'none' }, signal);
}

function labelOf({ value }: { readonly value: string | null }): string {
	return value ?? '';
}
