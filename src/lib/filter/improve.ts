import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import { controlMeasureIds } from '#lib/measures/control-measures.ts';
import { isOwnId } from '#lib/measures/own-measure.ts';
import { formatFilter, parseFilter, type FilterProblem } from './codec.ts';
import type { Filter } from './filter.ts';
import { filteredPages, pageHref, type FilteredPage } from './href.ts';
import { ownParameters } from './own.ts';

/** What somebody pointed at: the cases it stands for, and where it stood. */
export interface PointedAt {
	readonly page: FilteredPage;
	/** The page's own choices, so that the very chart opens again. */
	readonly own?: Readonly<Record<string, string | undefined>>;
	/** The cases it stands for. */
	readonly filter: Filter;
	/** The dimension whose value it is; absent: the narrowest the filter chooses by. */
	readonly by?: Dimension;
	/** Key of what it showed of them; absent: how often they happen. */
	readonly measure?: string;
	/** In the words of the reader, where the filter alone does not say it. */
	readonly title?: string;
}

/** What an address of "start an improvement" says. Nothing in it is a number. */
export interface ImproveRequest {
	readonly filter: Filter;
	readonly problems: readonly FilterProblem[];
	readonly page: FilteredPage;
	readonly own: Readonly<Record<string, string>>;
	readonly by: Dimension | undefined;
	/** Key of a measure. */
	readonly measure: string | undefined;
	/** Empty: none was given. */
	readonly title: string;
}

const newPage = '/improvements/new';
const longestTitle = 200;

/** Address that starts an improvement from a mark, a row or a whole page. */
export function improveHref({ page, own = {}, filter, by, measure, title }: PointedAt): string {
	const parameters = formatFilter(filter);
	const kept = new URLSearchParams();
	for (const [name, value] of Object.entries(own)) if (value) kept.set(name, value);
	parameters.set('from', kept.size > 0 ? `${page}?${kept.toString()}` : page);
	if (by) parameters.set('marked', by);
	if (measure) parameters.set('measure', measure);
	if (title) parameters.set('title', title);
	return `${newPage}?${parameters.toString()}`;
}

/** Reads such an address; what cannot be read is left out and said. */
export function parseImprove(parameters: URLSearchParams): ImproveRequest {
	const { filter, problems } = parseFilter(parameters);
	const unread: FilterProblem[] = [];
	const one = <T extends string>(name: string, known: readonly T[], text: string | null) => {
		const found = known.find((value) => value === text);
		if (text && found === undefined) unread.push({ parameter: name, value: text });
		return found;
	};
	const [path = '', query = ''] = (parameters.get('from') ?? '').split(/\?(.*)/s);
	const measure = parameters.get('measure') ?? '';
	return {
		page: one('from', filteredPages, path) ?? '/cases',
		own: ownParameters(new URLSearchParams(query)),
		by: one('marked', dimensions, parameters.get('marked')),
		measure: isOwnId(measure) ? measure : one('measure', controlMeasureIds, measure),
		title: [...(parameters.get('title') ?? '').trim()].slice(0, longestTitle).join(''),
		filter,
		problems: [...problems, ...unread]
	};
}

/** Where the mark stood: the page with its choices and the cases it stands for. */
export function pointedHref({ page, own, filter }: ImproveRequest): string {
	return pageHref(page, filter, own);
}

/** Narrow first: of several dimensions chosen, the one a mark most likely stood for. */
const narrowFirst: readonly Dimension[] = [
	'subcategory',
	'category',
	'nature',
	'product',
	'product_category',
	'agent',
	'team',
	'shop',
	'city',
	'department',
	'region',
	'channel'
];

/** The dimension whose values a mark stands among; undefined where the filter chooses by none. */
export function markedDimension(filter: Filter, by?: Dimension): Dimension | undefined {
	const chosen = (name: Dimension): boolean => (filter.dimensions[name]?.length ?? 0) > 0;
	return [...(by ? [by] : []), ...narrowFirst, ...dimensions].find(chosen);
}
