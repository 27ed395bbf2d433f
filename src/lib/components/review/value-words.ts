import { valueText } from '#lib/components/filter/criteria.ts';
import type { Formats } from '#lib/format/formats.ts';
import { measures } from '#lib/measures/catalogue.ts';
import type { MeasureUnit } from '#lib/measures/measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureValue } from '#lib/messages/measure-values.ts';
import { measureName } from '#lib/messages/measure-words.ts';
import type { Finding } from '#lib/review/finding.ts';
import type { ReviewFigure } from '#lib/review/month-review.ts';

type FigureMeasure = ReviewFigure['measure'];

export function figureName(measure: FigureMeasure): string {
	return measure === 'resolution_rate' ? m.monthly_resolution_rate() : measureName(measure);
}

export function figureValue(f: Formats, measure: FigureMeasure, value: number | null): string {
	if (measure !== 'resolution_rate') return measureValue(f, measure, value);
	return value === null ? '–' : f.percent(value);
}

/** A difference of two values of a measure, with its sign and unit. */
export function figureChange(f: Formats, measure: FigureMeasure, change: number): string {
	const unit: MeasureUnit = measure === 'resolution_rate' ? 'share' : measures[measure].unit;
	switch (unit) {
		case 'share':
			return f.points(change);
		case 'cases':
			return f.signed(change, 0);
		case 'minutes':
			return `${change < 0 ? '−' : '+'}${f.duration(Math.abs(change))}`;
		case 'money':
			return `${change < 0 ? '−' : '+'}${f.money(Math.abs(change))}`;
		default:
			return f.signed(change, 2);
	}
}

/** What a finding is about: 虚假宣传占比, the reopened share of Returns. */
export function findingName({ measure, scope }: Pick<Finding, 'measure' | 'scope'>): string {
	if (!scope) return measureName(measure);
	const value = valueText(scope.value);
	return measure === 'share'
		? m.monthly_name_share({ value })
		: m.monthly_name_of({ measure: measureName(measure), value });
}

export function findingValue(f: Formats, { measure }: Pick<Finding, 'measure'>, value: number) {
	return measureValue(f, measure, value);
}
