import { measures, type MeasureId } from '#lib/measures/catalogue.ts';
import * as m from '#lib/messages/generated/messages.js';
import {
	exclusionWords,
	intervalWords,
	measureFormula,
	measureName,
	measureReading,
	unitWords,
	windowWords
} from '#lib/messages/measure-words.ts';
import type { Definition } from './definition.ts';

/** What only the page knows of the number it shows. Texts are formatted. */
export interface DefinitionContext {
	/** Days the number covers. */
	readonly days: string;
	/** Instant the log is judged at. */
	readonly asOf?: string;
	readonly dataVersion: number | string;
	readonly n?: string;
	/** The query that gave this number, where it is not the measure's usual one. */
	readonly query?: string;
	/** What was left out here, with counts; added to what is always left out. */
	readonly exclusions?: string;
	readonly further?: Definition['further'];
}

/** The definition of a measure for the block that shows it. */
export function definition(id: MeasureId, context: DefinitionContext): Definition {
	const { unit, window, exclusions, interval, query: usual } = measures[id];
	const words = { window: windowWords[window](), days: context.days };
	const left = [
		...exclusions.map((code) => exclusionWords[code]()),
		...(context.exclusions ? [context.exclusions] : [])
	];
	return {
		title: measureName(id),
		formula: measureFormula(id),
		unit: unitWords[unit](),
		window:
			context.asOf === undefined
				? m.measure_window_days(words)
				: m.measure_window_as_of({ ...words, instant: context.asOf }),
		exclusions: left.length > 0 ? left.join(m.list_separator()) : m.measure_exclusion_none(),
		interval: interval ? intervalWords[interval]() : undefined,
		n: context.n,
		reading: measureReading(id),
		dataVersion: String(context.dataVersion),
		query: context.query ?? usual,
		further: context.further
	};
}

/** The page that shows a query file. */
export function queryHref(query: string): string {
	return `/measures/sql/${query}`;
}
