import { ownFilters } from '#lib/filter/own-filters.ts';
import type { LogState } from '#lib/filter/log-state.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { ownIntervals, ownQuery, ownUnit, type OwnDesign } from '#lib/measures/own-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { intervalWords, unitWords, windowWords } from '#lib/messages/measure-words.ts';
import { ownExclusions, ownFormula } from '#lib/messages/own-words.ts';
import type { Definition } from './definition.ts';
import { definition, type DefinitionContext } from './measure-definition.ts';
import { conditionsText } from './filter/conditions.ts';

/** How an own measure is worked out, its conditions in words. */
export function ownFormulaText(
	design: OwnDesign,
	f: Formats,
	log?: Pick<LogState, 'sources' | 'themeNames'> | null
): string {
	const { basis, part } = ownFilters(design);
	const conditions = {
		basis: conditionsText(basis, f, log),
		part: conditionsText(part, f, log)
	};
	return ownFormula(design, conditions, f);
}

/** The definition of a measure that ships or of one's own, as it was kept. */
export function chartedDefinition(
	measure: ChartedMeasure,
	context: DefinitionContext & { readonly dataVersion: number },
	f: Formats
): Definition {
	return typeof measure === 'string'
		? definition(measure, context)
		: ownDefinition(measure, context, f);
}

/** The definition of an own measure for the block that shows it. */
export function ownDefinition(
	measure: OwnDesign & { readonly name: string },
	context: { readonly days: string; readonly asOf?: string; readonly dataVersion: number },
	f: Formats,
	log?: Pick<LogState, 'sources' | 'themeNames'> | null
): Definition {
	const { kind, time } = measure;
	const cohort = kind === 'quantile' && time.startsWith('resolution');
	const words = { window: windowWords[cohort ? 'cohort' : 'received'](), days: context.days };
	return {
		title: measure.name,
		formula: ownFormulaText(measure, f, log),
		unit: unitWords[ownUnit(measure)](),
		window:
			context.asOf === undefined
				? m.measure_window_days(words)
				: m.measure_window_as_of({ ...words, instant: context.asOf }),
		exclusions: ownExclusions(measure),
		interval: intervalWords[ownIntervals[kind]](),
		...(kind === 'ratio' && { reading: m.own_reading_ratio() }),
		dataVersion: String(context.dataVersion),
		query: ownQuery(measure)
	};
}
