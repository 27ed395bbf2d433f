import { measures, type MeasureId } from './catalogue.ts';
import {
	controlMeasureIds,
	controlMeasures,
	type ControlFamily,
	type ControlMeasureId
} from './control-measures.ts';
import type { Measure, MeasureUnit } from './measure.ts';
import { ownFamilies, ownUnit, type OwnMeasure } from './own-measure.ts';

/**
 * A measure with a control chart: one that ships, by its id, or one of people's own with all that defines it.
 * Whoever keeps an own one keeps its definition with it: a later edit does not change what was kept.
 */
export type ChartedMeasure = ControlMeasureId | OwnMeasure;
/** The same with those that have no chart. */
export type AnyMeasure = MeasureId | OwnMeasure;

/** What addresses and records call it. */
export function measureKey(measure: AnyMeasure): string {
	return typeof measure === 'string' ? measure : measure.id;
}

/** The measure of a key, among those that ship and these own ones. */
export function chartedMeasure(
	key: string | null,
	owns: readonly OwnMeasure[]
): ChartedMeasure | undefined {
	return controlMeasureIds.find((id) => id === key) ?? owns.find(({ id }) => id === key);
}

export function unitOf(measure: AnyMeasure): MeasureUnit {
	return typeof measure === 'string' ? measures[measure].unit : ownUnit(measure);
}

/** What a control chart makes of it. */
export function familyOf(measure: ChartedMeasure): ControlFamily {
	return typeof measure === 'string' ? controlMeasures[measure].family : ownFamilies[measure.kind];
}

/** Which way is improvement. */
export function betterOf(measure: AnyMeasure): Measure['better'] {
	return typeof measure === 'string' ? measures[measure].better : measure.better;
}

/** Whether a target can be set for it: only what has a good end can reach one. */
export function hasTargets(measure: ChartedMeasure): boolean {
	return betterOf(measure) !== 'neither';
}
