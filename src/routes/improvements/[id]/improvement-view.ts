import { keptFilter } from '#lib/filter/codec.ts';
import { countedCases } from '#lib/filter/counted-cases.ts';
import type { DayRange, Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import type { ListName, Plan } from '#lib/improvement/plan.ts';
import { answerCsvHref } from '#lib/filter/href.ts';
import { ownFiltersWithin } from '#lib/filter/own-filters.ts';
import { ownQuery } from '#lib/measures/own-measure.ts';
import { ownCsvHref } from '../../measures/own-months.ts';
import type { Fields } from '#lib/improvement/forms.ts';
import type { PageData, ActionData } from './$types';

/** What every part of the page speaks of. */
export interface ImprovementView extends Pick<
	PageData,
	| 'improvement'
	| 'events'
	| 'check'
	| 'similar'
	| 'people'
	| 'today'
	| 'gate'
	| 'person'
	| 'log'
	| 'owns'
> {
	readonly f: Formats;
	/** What a form sent and what did not come of it. */
	readonly form: ActionData;
}

/** What somebody wrote into a form that was refused; nothing of it is lost. */
export function draftOf({ form }: Pick<ImprovementView, 'form'>, name: string): Fields {
	return form && 'values' in form && form.form === name ? form.values : {};
}

/** A form of one of these lists came back undone. */
export function sentFrom(
	{ form }: Pick<ImprovementView, 'form'>,
	lists: readonly ListName[]
): boolean {
	const list = form && 'values' in form ? form.values?.list : undefined;
	return lists.some((name) => name === list);
}

/** What a question counts for a plan's measure, as a file: of an own one among its own lists of cases. */
export function figuresHref(
	{ measure, selection }: Pick<Plan, 'measure' | 'selection'>,
	{ id, choices }: { readonly id: string; readonly choices: Readonly<Record<string, string>> },
	dataVersion: number
): string {
	const filter: Filter = { ...keptFilter(selection), period: 'all', comparison: 'none' };
	const within = typeof measure === 'string' ? null : ownFiltersWithin(filter, measure);
	if (typeof measure === 'string' || within === null || typeof within === 'string')
		return answerCsvHref(id, filter, dataVersion, choices);
	return id === ownQuery(measure)
		? ownCsvHref(measure, dataVersion, within, choices)
		: answerCsvHref(id, within.basis, dataVersion, choices);
}

/** Where it is said how a measure is worked out. */
export function measureHref(measure: ChartedMeasure): string {
	return typeof measure === 'string' ? `/measures#${measure}` : `/measures/${measure.id}`;
}

/** The cases a plan's query text means over some days, those its measure counts. */
export function casesIn(query: string, measure: ChartedMeasure, period: DayRange): Filter {
	return { ...countedCases(keptFilter(query), measure), period };
}
