import { describe, expect, it } from 'vitest';
import {
	chosenForecast,
	methodScores,
	originsOf,
	scoreAt
} from '#lib/measures/forecast-backtest.ts';
import { suggestedChanges } from '#lib/measures/forecast-changes.ts';
import {
	forecastBy,
	methodsFor,
	type ForecastEngine,
	type VolumeSeries
} from '#lib/measures/forecast-methods.ts';
import { expectedCount, probabilityAbove } from '#lib/measures/forecast-path.ts';
import { dayWeights, paceScores, shareSeen, withPace } from '#lib/measures/forecast-month-end.ts';
import { normals, seeded } from '../statistics/seeded.ts';

/** Every method from one origin. */
const scoresAt = (told: VolumeSeries, origin: number, horizon: number, engine: ForecastEngine) =>
	methodsFor(told.counts.length, told.season).flatMap(
		(method) => scoreAt(told, method, origin, horizon, engine) ?? []
	);

/** A library that fits nothing. */
const none: ForecastEngine = { ets: () => null, mstlEts: () => null };

const series = (counts: readonly number[], coming = 6): VolumeSeries => {
	const all = Array.from({ length: counts.length + coming }, (_, t) => t);
	return {
		counts,
		season: 12,
		days: all.map((t) => [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][t % 12]!),
		festivals: [all.map((t) => (t % 12 === 5 ? 1 : 0))],
		wave: [
			all.map((t) => Math.sin((2 * Math.PI * t) / 12)),
			all.map((t) => Math.cos((2 * Math.PI * t) / 12))
		]
	};
};

describe('a coming count', () => {
	const forecast = { point: [Math.log(100.5)], error: [0.1], freedom: 10 };

	it('is the middle and Student’s t around it, on the log of the count', () => {
		// t(10): 1.372184 at 80 %, 2.228139 at 95 % (two-sided).
		const count = expectedCount(forecast, 0);
		expect(count.median).toBeCloseTo(100, 9);
		expect(count.upper80).toBeCloseTo(100.5 * Math.exp(0.1372184) - 0.5, 3);
		expect(count.lower95).toBeCloseTo(100.5 * Math.exp(-0.2228139) - 0.5, 3);
	});

	it('exceeds its own middle half the time, and its 80 % end one time in ten', () => {
		expect(probabilityAbove(forecast, 0, 99.5)).toBeCloseTo(0.5, 9);
		const { upper80, lower80 } = expectedCount(forecast, 0);
		expect(probabilityAbove(forecast, 0, upper80 - 0.5)).toBeCloseTo(0.1, 6);
		expect(probabilityAbove(forecast, 0, lower80 - 0.5)).toBeCloseTo(0.9, 6);
	});

	it('is never below nothing', () => {
		expect(expectedCount({ point: [Math.log(0.6)], error: [1], freedom: 5 }, 0).lower95).toBe(0);
	});
});

describe('methods', () => {
	it('leave Holt–Winters out once there are four years', () => {
		expect(methodsFor(47, 12)).toContain('holt_winters');
		expect(methodsFor(48, 12)).not.toContain('holt_winters');
	});

	it('put days and festivals back where they belong', () => {
		// 10 cases a day, twice as many in June: every June has 600, every February 280.
		const counts = Array.from(
			{ length: 30 },
			(_, t) => series([], 30).days[t]! * (t % 12 === 5 ? 20 : 10)
		);
		const flat: ForecastEngine = {
			...none,
			ets: (values, _, horizon) => ({
				point: Array.from({ length: horizon }, () => values.at(-1)!),
				error: Array.from({ length: horizon }, () => 0.1)
			})
		};
		// The 31st month is a July: eight months on is February, twelve on is June.
		const path = forecastBy('season_ets', series(counts, 12), 30, 12, flat)!;
		expect(Math.exp(path.point[7]!) / 280).toBeCloseTo(1, 1);
		expect(Math.exp(path.point[11]!) / 600).toBeCloseTo(1, 1);
	});

	it('refuse below two seasons', () => {
		const short = series(Array.from({ length: 23 }, () => 50));
		expect(chosenForecast(short, [], 6, none)).toBeNull();
		expect(originsOf(short, 1)).toEqual([]);
	});
});

describe('the backtest', () => {
	// 24 months of 100, then 110, 90, 120, 100, 100, 100, 100.
	const counts = [
		...Array.from({ length: 12 }, () => 90),
		...Array.from({ length: 12 }, () => 100)
	];
	const held = [110, 90, 120, 100, 100, 100, 100];
	const known = series([...counts, ...held]);

	it('starts at every month that leaves two years before it', () => {
		expect(originsOf(known, 1)).toEqual([24, 25, 26, 27, 28, 29, 30]);
		expect(originsOf(known, 4)).toEqual([26, 30]);
	});

	it('scales errors of last year repeated by the change known then', () => {
		// From month 25 on: forecast 100 each, known change 10: |10| |−10| |20| |0| … over 10.
		const [naive] = scoresAt(known, 24, 4, none);
		expect(naive?.method).toBe('seasonal_naive');
		[1, 1, 2, 0].forEach((error, h) => expect(naive?.scaled[h]).toBeCloseTo(error, 9));
	});

	it('ranks methods by their mean scaled error, with the share that lay inside the intervals', () => {
		const scores = methodScores(originsOf(known, 1).flatMap((at) => scoresAt(known, at, 6, none)));
		expect(scores.map(({ method }) => method)).not.toContain('mstl_ets');
		expect(scores.map(({ mase }) => mase)).toEqual(
			scores.map(({ mase }) => mase).toSorted((a, b) => a - b)
		);
		const naive = scores.find(({ method }) => method === 'seasonal_naive')!;
		expect(naive.origins).toBe(7);
		expect(naive.held).toBe(6 + 6 + 5 + 4 + 3 + 2 + 1);
		expect(naive.coverage95).toBeGreaterThanOrEqual(naive.coverage80);
	});

	it('gives intervals that hold what comes about as often as they say', () => {
		let [inside80, inside95, all] = [0, 0, 0];
		for (let seed = 1; seed <= 60; seed++) {
			const noise = normals(seeded(seed), 41);
			const values = noise.map((one, t) =>
				Math.round(Math.exp(6 + 0.3 * Math.sin((2 * Math.PI * t) / 12) + 0.08 * one))
			);
			const told = series(values.slice(0, 40), 1);
			const scores = methodScores(originsOf(told, 1).flatMap((at) => scoresAt(told, at, 1, none)));
			const { forecast } = chosenForecast(told, scores, 1, none)!;
			const { lower80, upper80, lower95, upper95 } = expectedCount(forecast, 0);
			const came = values[40]!;
			if (came >= lower80 && came <= upper80) inside80++;
			if (came >= lower95 && came <= upper95) inside95++;
			all++;
		}
		// 60 forecasts: three standard errors are 15 and 8 points.
		expect(inside80 / all).toBeGreaterThan(0.65);
		expect(inside80 / all).toBeLessThan(0.96);
		expect(inside95 / all).toBeGreaterThan(0.86);
	});
});

describe('suggested changes', () => {
	it('name the month and the factor, and nothing below two years', () => {
		const noise = normals(seeded(3), 36);
		const counts = noise.map((one, t) =>
			Math.round(Math.exp(5 + 0.03 * one) * (t >= 22 ? 0.5 : 1) * (series([], 36).days[t]! / 30))
		);
		const [change, ...others] = suggestedChanges(series(counts));
		expect(others).toEqual([]);
		expect(change?.at).toBe(22);
		expect(change?.factor).toBeCloseTo(0.5, 1);
		expect(suggestedChanges(series(counts.slice(12)))).not.toEqual([]);
		expect(suggestedChanges(series(counts.slice(13)))).toEqual([]);
	});
});

describe('the running month', () => {
	// Mondays twice as busy as other days, 420 days of whole weeks.
	const days = 420;
	const monday = Array.from({ length: days + 30 }, (_, day) => (day % 7 === 0 ? 1 : 0));
	const daily = { counts: monday.slice(0, days).map((one) => 10 + 10 * one), terms: [monday] };

	it('weighs days by what they usually bring', () => {
		const weights = dayWeights(daily, days)!;
		expect(weights[0]! / weights[1]!).toBeCloseTo(2, 6);
		// A Monday and six other days of two weeks: 8 of 16 parts.
		expect(shareSeen(weights, { from: 0, seen: 7, until: 14 })).toBeCloseTo(0.5, 6);
		expect(shareSeen(weights, { from: 0, seen: 1, until: 14 })).toBeCloseTo(2 / 16, 6);
		expect(dayWeights(daily, 364)).toBeNull();
	});

	it('is told by the days seen where those have been right and the forecast wrong', () => {
		const weights = dayWeights(daily, days)!;
		const months = Array.from({ length: 8 }, (_, k) => ({
			from: 28 * k,
			seen: 28 * k + 14,
			until: 28 * (k + 1),
			missed: k % 2 === 0 ? 0.2 : -0.2
		}));
		const scores = paceScores(daily, weights, months)!;
		expect(scores.pace).toBeLessThan(0.0001);
		expect(scores.forecast).toBeCloseTo(0.04, 9);
		expect(scores.months).toBe(8);
		expect(scores.offForecast).toBeGreaterThan(0.18);
		expect(scores.off).toBeLessThan(0.01);
		const forecast = { point: [Math.log(400), 6], error: [0.2, 0.2], freedom: 8 };
		const told = withPace(forecast, 1600, 0.5, scores);
		expect(Math.exp(told.point[0]!)).toBeGreaterThan(3000);
		expect(told.error[0]!).toBeLessThan(0.03);
		expect(told.point[1]).toBe(6);
		expect(paceScores(daily, weights, months.slice(0, 5))).toBeNull();
	});
});
