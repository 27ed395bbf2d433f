import {
	hasPart,
	initialDesign,
	ownExposures,
	ownKinds,
	ownNumbers,
	ownQuantiles,
	ownTimes,
	type OwnDesign,
	type OwnKind
} from '#lib/measures/own-measure.ts';
import { formatFilter, parseFilter, type FilterProblem } from './codec.ts';
import { emptyFilter, type Filter } from './filter.ts';
import { pageHref } from './href.ts';
import { selectionKey } from './selection-key.ts';

/** Which of its two lists of cases is being chosen. */
export type OwnList = 'basis' | 'part';

/** A measure as somebody puts it together, all of it in the address. */
export interface OwnDraft {
	/** Its `basis` and `part` are empty: the filters below are what they will be. */
	readonly design: OwnDesign;
	readonly basis: Filter;
	readonly part: Filter;
	readonly list: OwnList;
	/** The measure a new version is made of; empty: a new one. */
	readonly of: string;
	/** What of its conditions could not be read. */
	readonly unread: readonly FilterProblem[];
}

/** Counts of a draft are those of the whole log. */
const allDays = { ...emptyFilter, period: 'all' } as const;

/** Reads a draft: the list being chosen stands as the filter of the page, the other is packed into `other`. */
export function parseDraft(parameters: URLSearchParams): OwnDraft {
	const one = <T extends string>(name: string, known: readonly T[], usual: T): T =>
		known.find((value) => value === parameters.get(name)) ?? usual;
	const shown = readFilter(parameters);
	const other = readFilter(new URLSearchParams(parameters.get('other') ?? ''));
	const design: OwnDesign = {
		...initialDesign,
		kind: one('kind', ownKinds, initialDesign.kind),
		per: one('per', ownExposures, initialDesign.per),
		time: one('time', ownTimes, initialDesign.time),
		quantile: one('quantile', ownQuantiles, initialDesign.quantile),
		number: one('number', ownNumbers, initialDesign.number)
	};
	const list = hasPart(design) ? one('list', ['basis', 'part'] as const, 'basis') : 'basis';
	return {
		design,
		...(list === 'basis'
			? { basis: shown.filter, part: other.filter }
			: { basis: other.filter, part: shown.filter }),
		list,
		of: parameters.get('of') ?? '',
		unread: [...shown.problems, ...(hasPart(design) ? other.problems : [])]
	};
}

/** The page's own parameters of a draft: everything but the list being chosen. */
function draftParameters({
	design,
	basis,
	part,
	list,
	of
}: OwnDraft): Readonly<Record<string, string>> {
	const { kind, per, time, quantile, number } = design;
	const other = formatFilter(list === 'basis' ? part : basis).toString();
	return {
		kind,
		...(kind === 'rate' && { per }),
		...(kind === 'quantile' && { time, quantile }),
		...(kind === 'mean' && { number }),
		...(hasPart(design) && { list, ...(other !== 'period=all' && { other }) }),
		...(of !== '' && { of })
	};
}

export function draftHref(draft: OwnDraft): string {
	const shown = draft.list === 'basis' ? draft.basis : draft.part;
	return pageHref('/measures/new', shown, draftParameters(draft));
}

/** The draft with its other list to be chosen; the numerator of a share begins as the whole denominator. */
export function choosing(draft: OwnDraft, list: OwnList): OwnDraft {
	const begins =
		list === 'part' && draft.design.kind === 'share' && selectionKey(draft.part) === '';
	return { ...draft, list, ...(begins && { part: draft.basis }) };
}

/** The draft as another kind of measure: its conditions stay. */
export function ofKind(draft: OwnDraft, kind: OwnKind): OwnDraft {
	const design = { ...draft.design, kind };
	return { ...draft, design, list: hasPart(design) ? draft.list : 'basis' };
}

/** A draft of a new version of a measure. */
export function draftOf(id: string, design: OwnDesign): OwnDraft {
	const read = (text: string): Filter => readFilter(new URLSearchParams(text)).filter;
	return {
		design,
		basis: read(design.basis),
		part: read(design.part),
		list: 'basis',
		of: id,
		unread: []
	};
}

function readFilter(parameters: URLSearchParams) {
	const { filter, problems } = parseFilter(parameters);
	const { period } = filter;
	return {
		filter: period === emptyFilter.period ? { ...filter, period: allDays.period } : filter,
		problems
	};
}
