import type { Formats } from '#lib/format/formats.ts';
import {
	isByOrders,
	ownUnit,
	type OwnDesign,
	type OwnExposure,
	type OwnKind,
	type OwnNumber,
	type OwnQuantile,
	type OwnTime
} from '#lib/measures/own-measure.ts';
import type { OwnSums, OwnValue } from '#lib/measures/own-values.ts';
import { fieldInSentence } from './field-names.ts';
import * as m from './generated/messages.js';
import { unitValue } from './measure-values.ts';

export const ownKindWords: Readonly<Record<OwnKind, { name: () => string; hint: () => string }>> = {
	share: { name: m.own_kind_share, hint: m.own_kind_share_hint },
	rate: { name: m.own_kind_rate, hint: m.own_kind_rate_hint },
	quantile: { name: m.own_kind_quantile, hint: m.own_kind_quantile_hint },
	mean: { name: m.own_kind_mean, hint: m.own_kind_mean_hint },
	ratio: { name: m.own_kind_ratio, hint: m.own_kind_ratio_hint }
};

export const ownExposureWords: Readonly<Record<OwnExposure, () => string>> = {
	orders: m.own_per_orders,
	day: m.own_per_day
};

export const ownTimeWords: Readonly<Record<OwnTime, () => string>> = {
	first_response: m.own_time_first_response,
	resolution: m.own_time_resolution,
	first_response_working: m.own_time_first_response_working,
	resolution_working: m.own_time_resolution_working
};

export const ownQuantileWords: Readonly<Record<OwnQuantile, () => string>> = {
	'0.25': m.own_quantile_0_25,
	'0.5': m.own_quantile_0_5,
	'0.75': m.own_quantile_0_75,
	'0.8': m.own_quantile_0_8,
	'0.9': m.own_quantile_0_9,
	'0.95': m.own_quantile_0_95
};

export function ownNumberName(number: OwnNumber, f: Formats): string {
	return fieldInSentence(number, f.locale);
}

/** How it is worked out, in words; conditions as the caller words them. */
export function ownFormula(
	design: OwnDesign,
	conditions: { readonly basis: string; readonly part: string },
	f: Formats
): string {
	switch (design.kind) {
		case 'share':
			return m.own_formula_share(conditions);
		case 'ratio':
			return m.own_formula_ratio(conditions);
		case 'rate':
			return design.per === 'orders'
				? m.own_formula_rate_orders(conditions)
				: m.own_formula_rate_day(conditions);
		case 'quantile':
			return m.own_formula_quantile({
				...conditions,
				time: ownTimeWords[design.time](),
				quantile: ownQuantileWords[design.quantile]()
			});
		case 'mean':
			return m.own_formula_mean({ ...conditions, number: ownNumberName(design.number, f) });
	}
}

/** The same in signs: n counts cases, A meets the numerator's conditions, B those of the denominator. */
export function ownSymbols({ kind, per, quantile }: OwnDesign): string {
	switch (kind) {
		case 'share':
			return 'n(A ∩ B) ÷ n(B)';
		case 'ratio':
			return 'n(A) ÷ n(B)';
		case 'rate':
			return per === 'orders' ? 'n(B) ÷ N × 10⁴' : 'n(B) ÷ d';
		case 'quantile':
			return `Q(${quantile}; t)`;
		case 'mean':
			return 'Σx ÷ n';
	}
}

/** What is left out, and never counted as zero. */
export function ownExclusions(design: OwnDesign): string {
	const { kind, time } = design;
	if (kind === 'mean') return m.own_left_no_number();
	if (isByOrders(design)) return m.measure_exclusion_orders_incomplete();
	if (kind !== 'quantile') return m.measure_exclusion_none();
	return time.startsWith('resolution') ? m.own_left_no_end() : m.own_left_no_time();
}

/** Its interval, where it has one. */
export function ownIntervalText(design: OwnDesign, value: OwnValue, f: Formats): string {
	const unit = ownUnit(design);
	const lower = value.lower === null ? null : unitValue(f, unit, value.lower);
	const upper = value.upper === null ? null : unitValue(f, unit, value.upper);
	if (lower !== null && upper !== null) return m.own_interval({ lower, upper });
	if (lower !== null) return m.own_interval_from({ lower });
	return upper === null ? '' : m.own_interval_to({ upper });
}

/** What a value rests on: "12 of 340 cases". */
export function ownRestsOn(design: OwnDesign, sums: OwnSums, f: Formats): string {
	const words = {
		basis: f.count(sums.basis),
		part: f.count(sums.part),
		counted: f.count(sums.counted),
		exposure: f.count(sums.exposure)
	};
	switch (design.kind) {
		case 'share':
			return m.own_rests_share(words);
		case 'ratio':
			return m.own_rests_ratio(words);
		case 'rate':
			return design.per === 'orders' ? m.own_rests_rate_orders(words) : m.own_rests_rate_day(words);
		default:
			return m.own_rests_counted(words);
	}
}
