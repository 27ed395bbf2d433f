import { describe, expect, it } from 'vitest';
import { monthEndOf } from '#lib/board/month-end.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { ControlSeries } from '#lib/measures/control-series.ts';
import { shiftMonth } from '#lib/filter/period.ts';

/** Months from January 2024 on with these values; the last one runs. */
function series(values: readonly number[], family: ControlSeries['family']): ControlSeries {
	const share = family === 'share';
	return {
		family,
		periods: values.map((_, at) => ({
			since: shiftMonth('2024-01-01', at),
			until: shiftMonth('2024-01-01', at + 1),
			days: 30,
			partial: at === values.length - 1
		})),
		amounts: values.map((value) => (share ? value * 1000 : value)),
		sizes: values.map(() => (share ? 1000 : 1)),
		cases: values.map(() => 1000),
		multiplier: 1
	};
}

const end = (
	measure: ControlMeasureId,
	whole: readonly number[],
	toDay: readonly number[],
	family: ControlSeries['family']
) => monthEndOf(measure, series(whole, family), series(toDay, family));

/** Eight months, four up by `up` from the day to the end and four down by as much. */
const ups = [1, -1, 1, -1, 1, -1, 1, -1];

describe('the end of a running month', () => {
	it('moves a share by how past months moved, and is as wide as they varied', () => {
		const toDay = [...ups.map(() => 0.5), 0.6];
		const whole = [...ups.map((up) => 0.52 + 0.01 * up), 0.6];
		const found = end('satisfied_share', whole, toDay, 'share')!;
		// Moves: mean 0.02, s = 0.01·√(8/7); t(0.90; 7) = 1.41492; s·√(1 + 1/8)·t = 0.016044.
		expect(found.value).toBeCloseTo(0.62, 6);
		expect(found.upper80 - found.value).toBeCloseTo(0.016044, 5);
		expect(found.value - found.lower80).toBeCloseTo(0.016044, 5);
	});

	it('moves counts, rates and times by a factor', () => {
		const toDay = [...ups.map(() => 100), 200];
		const whole = [...ups.map((up) => 150 * Math.exp(0.1 * up)), 200];
		const found = end('resolution_median', whole, toDay, 'individual')!;
		expect(found.value).toBeCloseTo(300, 3);
		// Of the logarithms: 0.1·√(8/7)·√(9/8)·1.41492 = 0.16044.
		expect(Math.log(found.upper80 / 300)).toBeCloseTo(0.16044, 4);
		expect(Math.log(found.lower80 / 300)).toBeCloseTo(-0.16044, 4);
	});

	it('keeps a share between nothing and all', () => {
		const toDay = [...ups.map(() => 0.5), 0.99];
		const whole = [...ups.map((up) => 0.5 + 0.05 * up), 0.99];
		expect(end('resolution_in_time', whole, toDay, 'share')?.upper80).toBe(1);
	});

	it('is not told from seven months, nor of what ripens after the month', () => {
		const toDay = [...ups.map(() => 0.5), 0.6];
		const whole = [...ups.map((up) => 0.5 + 0.01 * up), 0.6];
		expect(end('satisfied_share', whole.slice(1), toDay.slice(1), 'share')).toBeNull();
		expect(end('response_rate', whole, toDay, 'share')).toBeNull();
		expect(end('reopened_share', whole, toDay, 'share')).toBeNull();
	});
});
