import { canonical, ownUnit } from '#lib/measures/own-measure.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { KeptOwnMeasure } from '#lib/server/record/own-measures.ts';
import type { OwnPeriod } from './own-rows.ts';
import { ownMonths } from './own-trial.ts';

/** A period as scripts read it: unrounded, in the unit of the measure, shares 0–1. */
function told({ sums, cases, ...period }: OwnPeriod) {
	const { basis, part, counted, exposure } = sums;
	return { ...period, cases, basis, part, counted, exposure };
}

/** An own measure over all days of the log: its months, and all of them together. */
export async function ownAnswer(person: Person, measure: KeptOwnMeasure, signal?: AbortSignal) {
	const { months, total, scope } = await ownMonths(person, measure, signal);
	return {
		id: measure.id,
		name: measure.name,
		version: measure.versions.length,
		retired: measure.retired !== null,
		design: canonical(measure),
		unit: ownUnit(measure),
		dataVersion: scope.dataVersion,
		months: months.map(told),
		total: total && told(total)
	};
}
