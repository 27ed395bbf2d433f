import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';

export const forecastSteps = ['month', 'week'] as const;
export type ForecastStep = (typeof forecastSteps)[number];

/** What a reader chose; words of the address outside the lists fall back to the usual. */
export interface ForecastChoices {
	readonly step: ForecastStep;
	readonly dimension: Dimension;
	/** Which coming period the early warning is about: 0 is the first that is not over. */
	readonly ahead: number;
}

export function forecastChoices(parameter: (name: string) => string | null): ForecastChoices {
	const step = forecastSteps.find((value) => value === parameter('step')) ?? 'month';
	const ahead = Number(parameter('ahead') ?? NaN);
	return {
		step,
		dimension: dimensions.find((value) => value === parameter('by')) ?? 'category',
		ahead: Number.isInteger(ahead) && ahead >= 0 && ahead < horizons[step] ? ahead : 0
	};
}

/** Periods looked ahead: half a year, a quarter. */
export const horizons: Readonly<Record<ForecastStep, number>> = { month: 6, week: 13 };
