import { narrowed } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ForecastGroup, ForecastPageFacts } from '#lib/server/questions/forecast-page.ts';

export interface ForecastView {
	readonly f: Formats;
	readonly filter: Filter;
	readonly facts: ForecastPageFacts;
	readonly dataVersion: number;
	readonly asOf: number;
}

/** A month or week by its first day. */
export function periodName({ f, facts }: ForecastView, since: string): string {
	return facts.choices.step === 'month' ? f.month(since) : m.control_week_of({ day: f.day(since) });
}

/** A count that is no whole number. */
export function roughly({ f }: ForecastView, count: number): string {
	return f.number(count, count < 10 ? 1 : 0);
}

/** The cases of a past period `at`, of all or of one value. */
export function casesAt(
	view: ForecastView,
	at: number,
	group?: Pick<ForecastGroup, 'value'>
): Filter {
	const { filter, facts } = view;
	const period = [...facts.past, ...facts.coming][at]!;
	const days = { ...filter, period: { since: period.since, until: period.until } };
	return group ? narrowed(days, facts.choices.dimension, [group.value ?? '']) : days;
}

/** Place of the same period a year before the coming one. */
export function yearBefore({ facts }: ForecastView, ahead: number): number {
	return facts.past.length - facts.season + ahead;
}

export function valueName({ value }: Pick<ForecastGroup, 'value'>): string {
	return value ?? m.blank_value();
}

export function casesText({ f }: ForecastView, count: number): string {
	return m.forecast_tip_cases({ count: f.count(count) });
}

export function rangeText(view: ForecastView, low: number, high: number): string {
	return m.forecast_range({
		low: view.f.count(Math.round(low)),
		high: view.f.count(Math.round(high))
	});
}
