import { filterOf } from '#lib/components/improvement/selection-words.ts';
import { countedCases } from '#lib/filter/counted-cases.ts';
import type { DayRange, Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { ListName } from '#lib/improvement/plan.ts';
import type { Fields } from '#lib/improvement/forms.ts';
import type { PageData, ActionData } from './$types';

/** What every part of the page speaks of. */
export interface ImprovementView extends Pick<
	PageData,
	'improvement' | 'events' | 'check' | 'similar' | 'people' | 'today' | 'gate' | 'person' | 'log'
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

/** The cases a plan's query text means over some days, those its measure counts. */
export function casesIn(query: string, measure: ControlMeasureId, period: DayRange): Filter {
	return { ...countedCases(filterOf(query), measure), period };
}
