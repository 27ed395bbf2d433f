import { expect, it } from 'vitest';
import { retime } from '#lib/server/timing/retime.ts';
import { openFixture } from '../../fixtures/cases.ts';
import { always, arranged, asked, timed } from './timed-fixture.ts';

it('times all cases anew beside those shown, and leaves everything else as it was', async () => {
	const opened = await openFixture(
		['2025-08-31', '2025-09-30', '2025-10-09', '2025-11-03'].map((day, index) => ({
			case_no: `k${index}`,
			received: `${day} 17:00`,
			resolved: `${day} 20:00`,
			narrative: `said on ${day}`
		})),
		{ asOf: '2025-12-01 00:00' }
	);
	await timed(
		opened,
		arranged(always([{ stage: 'resolved', starts: 'received', value: 4, unit: 'hours', fits: {} }]))
	);
	const others = `select * exclude (judged_as_of, resolved_due_at, resolved_outcome,
		resolution_working_minutes, first_response_working_minutes) from complaint order by case_no`;
	const shape = `select column_name, data_type, is_nullable from duckdb_columns()
		where table_name = 'complaint' order by column_name`;
	const before = await asked(others);
	const shapeBefore = await asked(shape);
	const seen: number[] = [];
	await retime(
		opened,
		arranged(
			always([{ stage: 'resolved', starts: 'received', value: 2, unit: 'hours', fits: {} }]),
			'always'
		),
		(done) => seen.push(done)
	);
	expect(await asked(others)).toEqual(before);
	expect(await asked(shape)).toEqual(shapeBefore);
	expect(seen.at(-1)).toBe(4);
	expect(
		await asked(
			'select distinct resolved_outcome as o, resolution_working_minutes as m from complaint'
		)
	).toEqual([{ o: 'breached', m: 180 }]);
	expect(await asked('select generation, in_force from timing_generation')).toEqual([
		{ generation: 2, in_force: true }
	]);
	expect((await asked('select version from data_version'))[0]?.version).toBe(2);
});

it('leaves nothing of a build that failed, and the cases as they were', async () => {
	const hours = (value: number) =>
		arranged(always([{ stage: 'resolved', starts: 'received', value, unit: 'hours', fits: {} }]));
	const opened = await openFixture(
		['2025-10-09', '2025-11-03'].map((day) => ({ case_no: day, received: `${day} 17:00` })),
		{ asOf: '2025-12-01 00:00' }
	);
	await timed(opened, hours(4));
	const before = await asked('from complaint order by case_no');
	const failing = retime(opened, hours(2), (done) => {
		if (done === 2) throw new Error('no space left');
	});
	await expect(failing).rejects.toThrow('no space left');
	expect(await asked('from complaint order by case_no')).toEqual(before);
	expect(
		await asked("select table_name from duckdb_tables() where table_name = 'complaint_next'")
	).toEqual([]);
	for (const table of ['timing_generation', 'timing_limit', 'timing_choice', 'timing_segment'])
		expect(await asked(`select distinct generation from ${table}`)).toEqual([{ generation: 1 }]);
});
