import {
	hasPart,
	type OwnDesign,
	type OwnNumber,
	type OwnTime
} from '#lib/measures/own-measure.ts';
import { bothOf } from './both.ts';
import { having } from './change.ts';
import { parseFilter } from './codec.ts';
import { emptyFilter, type Fact, type Filter } from './filter.ts';

/** The two lists of cases of an own measure; a measure without a numerator of its own has the basis twice. */
export interface OwnFilters {
	readonly basis: Filter;
	readonly part: Filter;
}

/** The conditions of a design, over all days. */
export function ownFilters(design: OwnDesign): OwnFilters {
	const read = (text: string): Filter => ({
		...parseFilter(new URLSearchParams(text)).filter,
		period: 'all',
		comparison: emptyFilter.comparison
	});
	const basis = read(design.basis);
	return { basis, part: hasPart(design) ? read(design.part) : basis };
}

/** The same among the cases of a page, in its period. */
export function ownFiltersWithin(
	page: Filter,
	design: OwnDesign
): OwnFilters | 'nothing' | 'too_much' {
	const own = ownFilters(design);
	const basis = bothOf(page, own.basis);
	const part = bothOf(page, own.part);
	if (typeof basis === 'string') return basis;
	return typeof part === 'string' ? part : { basis, part };
}

const timeFacts: Readonly<Record<OwnTime, Fact>> = {
	first_response: 'first_response',
	resolution: 'resolution_or_open',
	first_response_working: 'first_response_working',
	resolution_working: 'resolution_working_or_open'
};

const numberFacts: Readonly<Record<OwnNumber, Fact>> = {
	satisfaction: 'satisfaction',
	satisfaction_timeliness: 'timeliness_score',
	satisfaction_solution: 'solution_score',
	satisfaction_openness: 'openness_score',
	satisfaction_follow_up: 'follow_up_score',
	amount: 'amount',
	cost: 'cost',
	handling_minutes: 'handling_minutes'
};

/** What a case must have for the measure to count it; undefined: nothing more than its conditions. */
function factOf({ kind, time, number }: OwnDesign): Fact | undefined {
	if (kind === 'quantile') return timeFacts[time];
	return kind === 'mean' ? numberFacts[number] : undefined;
}

/** The cases a value rests on (`ownCases` of measures/own-values.ts counts them). */
export function restsOn(design: OwnDesign, { basis, part }: OwnFilters): Filter {
	const fact = factOf(design);
	if (fact) return having(basis, fact);
	return design.kind === 'ratio' ? part : basis;
}
