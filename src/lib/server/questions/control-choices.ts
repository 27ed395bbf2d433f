import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';
import { seasonChoices, type SeasonChoice } from '#lib/measures/control-facts.ts';
import { controlMeasureIds, type ControlMeasureId } from '#lib/measures/control-measures.ts';
import { ruleSets, type RuleSet } from '#lib/measures/control-rules.ts';
import { isOwnId } from '#lib/measures/own-measure.ts';
import { chartKinds, type ChartKind } from '#lib/measures/control-series.ts';
import { steps, type Step } from './control-periods.ts';

/** What a reader chose for the charts; words of the address outside the lists fall back to the usual. */
export interface ControlChoices {
	readonly measure: ControlMeasureId | undefined;
	/** Id of an own measure that was chosen in place of those that ship. */
	readonly own?: string;
	readonly step: Step;
	readonly ruleSet: RuleSet;
	/** Undefined: the chart that fits. */
	readonly kind: ChartKind | undefined;
	readonly season: SeasonChoice;
	readonly dimension: Dimension | 'none';
	/** The year before is drawn beside. */
	readonly beside: 'none' | 'year';
}

export function controlChoices(parameter: (name: string) => string | null): ControlChoices {
	const one = <T extends string>(name: string, list: readonly T[]): T | undefined =>
		list.find((value) => value === parameter(name));
	const named = parameter('measure') ?? '';
	return {
		measure: one('measure', controlMeasureIds),
		...(isOwnId(named) && { own: named }),
		step: one('step', steps) ?? 'month',
		ruleSet: one('rules', ruleSets) ?? 'western_electric',
		kind: one('chart', chartKinds),
		season: one('season', seasonChoices) ?? 'auto',
		dimension: one('by', ['none', ...dimensions]) ?? 'category',
		beside: one('beside', ['none', 'year']) ?? 'none'
	};
}
