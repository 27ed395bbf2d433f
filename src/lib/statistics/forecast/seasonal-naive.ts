import { mean } from '../sum.ts';

/**
 * The forecast every other one has to beat: the last season again, with its mean absolute error on
 * held-out values and that error over the mean seasonal change of the training part (MASE).
 * Source: Hyndman & Koehler (2006), Int. J. of Forecasting 22:679.
 * @returns forecast null when there is no whole season to repeat; mase null when nothing changed
 * from season to season
 */
export function seasonalNaiveMase(
	train: readonly number[],
	test: readonly number[],
	period: number
) {
	if (train.length < period) return { forecast: null, mae: null, scale: null, mase: null };
	const lastSeason = train.slice(train.length - period);
	const forecast = test.map((_, h) => lastSeason[h % period]!);
	const mae = meanAbsolute(test.map((value, h) => value - forecast[h]!));
	const scale = meanAbsolute(train.slice(period).map((value, t) => value - train[t]!));
	return { forecast, mae, scale, mase: mae !== null && scale ? mae / scale : null };
}

function meanAbsolute(errors: readonly number[]): number | null {
	return errors.length === 0 ? null : mean(errors.map(Math.abs));
}
