import { daysBetween } from '#lib/filter/period.ts';
import { givenDimensions } from '#lib/measures/case-fields.ts';
import { costFactors, type CostFactors } from '#lib/measures/cost-factors.ts';
import { decompose, type Decomposition } from '#lib/measures/driver-decomposition.ts';
import { driverDispersion } from '#lib/measures/driver-dispersion.ts';
import { driverGroups, type DriverGroups } from '#lib/measures/driver-groups.ts';
import {
	driverMeasureFacts,
	driverMeasures,
	type DriverDimension,
	type DriverMeasure,
	type DriverMeasureFacts
} from '#lib/measures/driver-measures.ts';
import { decomposedParts, flowParts, type DriverPart } from '#lib/measures/driver-parts.ts';
import { rankDrivers, type Driver, type DriverRanking } from '#lib/measures/driver-ranking.ts';
import type { Exposures } from '#lib/statistics/contribution/part-change.ts';
import { ask } from './ask.ts';
import * as drivers from './drivers.ts';
import { driverExposure, type ExposureUnit } from './drivers-exposure.ts';
import type { LogScope, Scope } from './scope.ts';

/** What a reader chose on the page, as it stands in the address. */
export interface DriversChoices {
	readonly measure?: string | null;
	readonly by?: string | null;
	/** Which false alarms are held down: their share among what is found, or the chance of any. */
	readonly error?: string | null;
}

export interface DriversFacts extends DriverMeasureFacts {
	readonly measure: DriverMeasure;
	/** Measures the log can tell of. */
	readonly measures: readonly DriverMeasure[];
	/** True where a selection is held against the other cases of the period. */
	readonly isRest: boolean;
	/** Total of the measure in both samples: a rate by orders or days, a share, a mean. */
	readonly now: number;
	readonly before: number;
	readonly cases: number;
	readonly casesBefore: number;
	readonly exposures: Exposures;
	readonly exposureUnit: ExposureUnit;
	readonly ranking: Omit<DriverRanking, 'drivers'>;
	readonly error: 'discovery' | 'family';
	/** Values and pairs found, largest part first; `found` of them in all. */
	readonly drivers: readonly Driver[];
	readonly found: number;
	/** The one the title names; undefined where none is found. */
	readonly leading: Driver | undefined;
	/** Dimensions with more than one value. */
	readonly dimensions: readonly DriverDimension[];
	readonly dimension: DriverDimension | null;
	/** What the values of that dimension add up to. */
	readonly parts: readonly DriverPart[];
	/** Shares and means only. */
	readonly decomposition: Decomposition | null;
	/** Cost only. */
	readonly costFactors: CostFactors | null;
}

/** Why there is nothing to explain. */
export type DriversMissing = 'comparison' | 'selection' | 'cases';

const mostDrivers = 40;
const mostParts = 8;

/** Everything the drivers page says; a word where one of its samples is empty. */
export async function driversFacts(
	scope: Scope,
	choices: DriversChoices
): Promise<DriversFacts | DriversMissing | null> {
	const { log } = scope;
	if (log === null) return null;
	const isRest = scope.filter.comparison === 'rest';
	if (!isRest && log.comparison === null) return 'comparison';
	const measures = driverMeasures.filter((name) => {
		const { needs } = driverMeasureFacts[name];
		return needs === null || scope.columns.includes(needs);
	});
	// A selection has no orders of its own that the rest has not: it is told apart by what its cases are.
	const offered = isRest
		? measures.filter((name) => driverMeasureFacts[name].kind !== 'flow')
		: measures;
	const measure = offered.find((name) => name === choices.measure) ?? offered[0];
	if (measure === undefined) return 'selection';
	const facts = driverMeasureFacts[measure];
	const step = stepOf(log, isRest);
	const [rows, variation, exposure] = await Promise.all([
		ask(scope, drivers.groups, { measure }),
		ask(scope, drivers.variation, { measure, step }),
		driverExposure(scope, step)
	]);
	const groups = driverGroups(rows, isRest);
	const { now, before } = groups.all;
	if (now.cases === 0 || before.cases === 0) return isRest ? 'selection' : 'cases';
	const dispersion = driverDispersion(variation, exposure.steps, facts.kind);
	const { exposures } = exposure;
	const size = facts.kind === 'flow' ? exposures : { now: now.cases, before: before.cases };
	const dimensions = dimensionsOf(groups);
	const { drivers: ranked, ...ranking } = rankDrivers({
		...groups,
		kind: facts.kind,
		exposures,
		dispersion
	});
	const error = choices.error === 'family' ? 'family' : 'discovery';
	const found = ranked.filter((each) => (error === 'family' ? each.foundByFamily : each.found));
	const difference = ranking.total.contribution;
	const dimension = dimensionOf(dimensions, choices.by, found);
	const decomposition =
		facts.kind === 'flow' || dimension === null
			? null
			: decompose(dimension, groups.singles, dispersion);
	return {
		...facts,
		measure,
		measures: offered,
		isRest,
		now: now.total / size.now,
		before: before.total / size.before,
		cases: now.cases,
		casesBefore: before.cases,
		exposures,
		exposureUnit: exposure.unit,
		ranking,
		error,
		drivers: found.slice(0, mostDrivers),
		found: found.length,
		leading: leadingDriver(found.filter((each) => each.contribution * difference > 0)),
		dimensions,
		dimension,
		decomposition,
		costFactors:
			measure === 'cost' && dimension !== null
				? costFactors(dimension, groups.singles, exposure.days)
				: null,
		parts: decomposition
			? decomposedParts(decomposition, mostParts)
			: dimension === null
				? []
				: flowParts(dimension, groups.singles, exposures, mostParts)
	};
}

/**
 * What the page's title names: the largest part, or a category nearly as large. Several dimensions say
 * much the same of a case (nature, department); its category is what people act on.
 */
function leadingDriver(found: readonly Driver[]): Driver | undefined {
	const singles = found.filter(({ second }) => second === null);
	const least = 0.75 * Math.abs(singles[0]?.contribution ?? 0);
	return (
		singles.find(
			({ dimension, contribution }) => dimension === 'category' && Math.abs(contribution) >= least
		) ?? singles[0]
	);
}

/** The dimension asked for, else the one whose value explains most, else the problem itself. */
function dimensionOf(
	dimensions: readonly DriverDimension[],
	wanted: string | null | undefined,
	found: readonly Driver[]
): DriverDimension | null {
	const usual = dimensions.find((name) => name === 'category');
	const leading = leadingDriver(found)?.dimension;
	return dimensions.find((name) => name === wanted) ?? leading ?? usual ?? dimensions[0] ?? null;
}

/** Weeks show clustering best; a baseline of a few weeks is looked at by day. */
function stepOf(log: LogScope, isRest: boolean): 'week' | 'day' {
	const { since, until } = isRest ? log.days : (log.comparison?.days ?? log.days);
	return daysBetween(since, until) >= 70 ? 'week' : 'day';
}

function dimensionsOf({ singles }: DriverGroups): DriverDimension[] {
	const present = new Set(singles.map(({ dimension }) => dimension));
	return givenDimensions.filter((name) => present.has(name));
}
