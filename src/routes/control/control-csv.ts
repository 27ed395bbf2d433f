import { answerCsvHref } from '#lib/filter/href.ts';
import { ownFiltersWithin } from '#lib/filter/own-filters.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { ownCsvHref } from '../measures/own-months.ts';
import type { ControlView } from './control-view.ts';

/** What the charts are made of, as a file. */
export function periodsCsvHref(
	{ facts, filter, dataVersion }: ControlView,
	dimension: Dimension | 'none' = 'none'
): string {
	const { step } = facts.choices;
	const grain = { step, ...(dimension !== 'none' && { dimension }) };
	const within = facts.own && ownFiltersWithin(filter, facts.own);
	return facts.own && within && typeof within !== 'string'
		? ownCsvHref(facts.own, dataVersion, within, grain)
		: answerCsvHref('control/periods', filter, dataVersion, grain);
}
