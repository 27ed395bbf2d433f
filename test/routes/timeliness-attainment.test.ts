import { expect, test } from 'vitest';
import { attainmentOf } from '#lib/server/questions/timeliness-attainment.ts';
import { monthColumns } from '../../src/routes/timeliness/attainment.ts';

const month = (day: string) => ({
	...attainmentOf('resolved', { met: 18, breached: 1, open_late: 1, not_due: 4, no_time: 0 }),
	month: day
});

test('what happened is a flag at its month of the chart, outside its months none', () => {
	const event = (day: string, label: string) =>
		({ id: day, kind: 'release', label, day, lastDay: null, selection: '' }) as const;
	const { flags, value } = monthColumns([month('2025-01-01'), month('2025-02-01')], {
		runningDay: null,
		annotations: [
			event('2025-02-28', 'New desk'),
			event('2025-03-01', 'Later'),
			event('2025-02-01', 'New form')
		]
	});
	expect(flags).toEqual([{ month: '2025-02', label: 'New desk · New form' }]);
	expect(value).toEqual([90, 90]);
});
