import { expect, it } from 'vitest';
import { stepsOf, type StepRow } from '#lib/server/questions/timeliness-steps.ts';

const row = (stage: string, department: string | null, cases: number, median: number): StepRow => ({
	stage,
	department,
	whole: false,
	cases,
	median_minutes: median,
	p90_minutes: 3 * median,
	total_minutes: cases * median
});
const whole = (rows: readonly StepRow[]): StepRow => ({
	...row(rows[0]!.stage, null, 0, 100),
	whole: true,
	cases: rows.reduce((sum, { cases }) => sum + cases, 0),
	total_minutes: rows.reduce((sum, { total_minutes }) => sum + total_minutes, 0)
});
const steps = (...stages: readonly (readonly StepRow[])[]) =>
	stepsOf(stages.flatMap((rows) => [whole(rows), ...rows]));

it('names the longest step, and apart from it the department that loses most time beyond the others', () => {
	// Investigation takes most of all, alike everywhere; 商品部 needs 300 for a proposal, the others 60 and 80.
	const { bottleneck, laggard } = steps(
		['物流部', '商品部', '客服部'].map((department) => row('investigated', department, 500, 900)),
		[
			row('proposed', '物流部', 500, 60),
			row('proposed', '商品部', 200, 300),
			row('proposed', '客服部', 500, 80)
		]
	);
	expect(bottleneck?.step.stage).toBe('investigated');
	expect([laggard?.step.stage, laggard?.department.department]).toEqual(['proposed', '商品部']);
	// Halfway between 60 and 80.
	expect(laggard?.othersMedian).toBe(70);
});

it('calls no department slow on few cases, on a small difference, or without a name', () => {
	const { laggard, bottleneck } = steps(
		[row('accepted', '物流部', 500, 60), row('accepted', '客服部', 500, 60)],
		[
			row('proposed', '物流部', 500, 100),
			row('proposed', '客服部', 500, 140),
			row('proposed', '商品部', 99, 900),
			row('proposed', null, 500, 900)
		]
	);
	expect(laggard).toBeNull();
	// The slowest of those that have a name.
	expect(bottleneck?.department?.department).toBe('商品部');
});

it('looks only at steps the customer waits for', () => {
	const { laggard } = steps(
		[row('resolved', '物流部', 500, 100), row('resolved', '客服部', 500, 110)],
		[row('closed', '物流部', 500, 100), row('closed', '客服部', 500, 900)],
		[row('first_response', '物流部', 500, 10), row('first_response', '客服部', 500, 900)]
	);
	expect(laggard).toBeNull();
});
