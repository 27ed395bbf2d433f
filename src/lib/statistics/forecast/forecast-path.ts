/** What is expected of the next values: the first entry is one step ahead. */
export interface ForecastPath {
	readonly point: readonly number[];
	/** Standard error of each prediction, the scatter of the value itself included. */
	readonly error: readonly number[];
}

/**
 * Carries a series on by `horizon` values, with seasons of `period` values.
 * Null where the series is too short for it or cannot be fitted.
 */
export type Forecaster = (
	values: readonly number[],
	period: number,
	horizon: number
) => ForecastPath | null;
