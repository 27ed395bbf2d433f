import { expect, it } from 'vitest';
import { hotspots, type CellRow } from '#lib/measures/hotspots.ts';

const cell = (week: string, cases: number, expected = 0.5): CellRow => ({
	what: 'charger',
	place: 'Hubei',
	week,
	cases,
	expected,
	cells: 10_000,
	excess: 0,
	squares: 100
});

it('joins weeks far above expectation to one hotspot with all its cases, quiet weeks between included', () => {
	const [spot, ...others] = hotspots(
		[cell('2025-03-03', 1), cell('2025-03-10', 12), cell('2025-03-17', 2), cell('2025-03-24', 15)],
		'2025-06-02'
	);
	expect(others).toEqual([]);
	expect(spot).toMatchObject({
		firstWeek: '2025-03-10',
		lastWeek: '2025-03-24',
		weeks: 2,
		cases: 29,
		expected: 1.5,
		state: 'over'
	});
});

it('parts two stretches with weeks of quiet between them', () => {
	const spots = hotspots([cell('2025-01-06', 14), cell('2025-03-24', 15)], '2025-06-02');
	expect(spots.map(({ firstWeek, cases }) => [firstWeek, cases])).toEqual([
		['2025-03-24', 15],
		['2025-01-06', 14]
	]);
});

it('says whether it still rises by its last two whole weeks', () => {
	const rising = [
		cell('2025-05-12', 6),
		cell('2025-05-19', 9),
		cell('2025-05-26', 12),
		cell('2025-06-02', 15)
	];
	expect(hotspots(rising, '2025-06-02')[0]?.state).toBe('rising');
	const falling = [
		cell('2025-05-12', 15),
		cell('2025-05-19', 12),
		cell('2025-05-26', 9),
		cell('2025-06-02', 6)
	];
	expect(hotspots(falling, '2025-06-02')[0]?.state).toBe('lasting');
});

it('takes what a scattered log brings anyway for nothing', () => {
	expect(hotspots([cell('2025-03-10', 4)], '2025-06-02')).toEqual([]);
	// The same week that stands out of a calm log does not where weeks vary this much.
	const wild = { ...cell('2025-03-10', 8), excess: 400 };
	expect(hotspots([wild], '2025-06-02')).toEqual([]);
	expect(hotspots([{ ...wild, excess: 0 }], '2025-06-02')).toHaveLength(1);
	expect(hotspots([], '2025-06-02')).toEqual([]);
});
