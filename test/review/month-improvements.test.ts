import { expect, it } from 'vitest';
import { monthImprovements, type ToldImprovement } from '#lib/review/month-improvements.ts';
import { anImprovement } from '../improvement/an-improvement.ts';

/** An improvement in force since a day, to which nothing else happened. */
function effective(number: string, effectiveOn: string): ToldImprovement {
	return {
		improvement: anImprovement({ id: number, number, locked: true }, { effectiveOn }),
		events: []
	};
}

it('tells the improvements of a month by what happened last, whatever order they were started in', () => {
	const all = [
		effective('2509-01', '2025-10-05'),
		effective('2509-02', '2025-10-20'),
		effective('2509-03', '2025-09-30'),
		effective('2510-01', '2025-10-05'),
		effective('2510-02', '2025-11-01')
	];
	const october = { since: '2025-10-01', until: '2025-11-01' };
	const told = monthImprovements(all, october, () => '2025-10-01');
	expect(told.map(({ number }) => number)).toEqual(['2509-02', '2510-01', '2509-01']);
});
