import type { Formats } from '#lib/format/formats.ts';
import { unitOf, type AnyMeasure } from '#lib/measures/charted-measure.ts';
import type { MeasureUnit } from '#lib/measures/measure.ts';
import * as m from './generated/messages.js';
import { measureName, unitWords } from './measure-words.ts';

/** A value of a measure as pages print it. */
export function measureValue(f: Formats, measure: AnyMeasure, value: number | null): string {
	return unitValue(f, unitOf(measure), value);
}

/** A value of a unit as pages print it. */
export function unitValue(f: Formats, unit: MeasureUnit, value: number | null): string {
	if (value === null) return '–';
	switch (unit) {
		case 'cases':
			return Number.isInteger(value) || value >= 100
				? f.count(Math.round(value))
				: f.number(value, 1, 1);
		case 'share':
			return f.percent(value);
		case 'score':
			return f.score(value);
		case 'minutes':
			return f.duration(value);
		case 'money':
			return f.money(value);
		default:
			return f.number(value, value < 1 ? 3 : value < 10 ? 2 : 1, value < 10 ? 2 : 1);
	}
}

/** The same on an axis, where fewer digits do. */
export function measureTick(f: Formats, measure: AnyMeasure, value: number): string {
	return unitTick(f, unitOf(measure), value);
}

export function unitTick(f: Formats, unit: MeasureUnit, value: number): string {
	switch (unit) {
		case 'share':
			return f.shareTick(value);
		case 'minutes':
			return f.duration(value);
		case 'money':
			return f.compactCount(value);
		default:
			return Math.abs(value) >= 1_000 ? f.compactCount(value) : f.number(value, 2);
	}
}

/** A value in a sentence, where a number alone does not show its unit. */
export function valueAndUnit(f: Formats, measure: AnyMeasure, value: number | null): string {
	return withUnit(unitOf(measure), measureValue(f, measure, value), value);
}

/** A value as printed, with its unit where the print does not show it. */
export function withUnit(unit: MeasureUnit, text: string, value: number | null): string {
	return value === null || showsUnit(unit)
		? text
		: m.control_with_unit({ value: text, unit: unitWords[unit]() });
}

/** The measure's name with its unit, where a number alone does not show it. */
export function nameAndUnit(measure: AnyMeasure): string {
	return nameWithUnit(measureName(measure), unitOf(measure));
}

export function nameWithUnit(name: string, unit: MeasureUnit): string {
	return showsUnit(unit) ? name : m.control_value_name({ measure: name, unit: unitWords[unit]() });
}

const unseen: readonly MeasureUnit[] = ['cases', 'per_10000_orders', 'cases_a_day'];

function showsUnit(unit: MeasureUnit): boolean {
	return !unseen.includes(unit);
}
