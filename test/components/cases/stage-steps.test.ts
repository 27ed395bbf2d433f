import { expect, test } from 'vitest';
import { longestWait, stageSteps } from '#lib/components/cases/stage-steps.ts';
import { stages, type Stage } from '#lib/measures/case-fields.ts';

const minute = 60_000;
const none = Object.fromEntries(stages.map((stage) => [stage, null])) as Record<Stage, null>;

test('stages come in order of time with the minutes between them, missing ones left out', () => {
	expect(
		stageSteps({
			...none,
			received_at: 10 * minute,
			closed_at: 100 * minute,
			resolved_at: 100 * minute,
			// Before receipt, as some logs have it: shown where it happened, not where it belongs.
			first_response_at: 4 * minute
		})
	).toEqual([
		{ stage: 'first_response_at', at: 4 * minute, minutesAfter: null },
		{ stage: 'received_at', at: 10 * minute, minutesAfter: 6 },
		{ stage: 'resolved_at', at: 100 * minute, minutesAfter: 90 },
		{ stage: 'closed_at', at: 100 * minute, minutesAfter: 0 }
	]);
});

test('the longest wait is the one before the end, not the one for the follow-up call', () => {
	const steps = stageSteps({
		...none,
		received_at: 0,
		first_response_at: 30 * minute,
		resolved_at: 50 * minute,
		followed_up_at: 500 * minute
	});
	expect(longestWait(steps, 50 * minute)?.stage).toBe('first_response_at');
	expect(longestWait(steps, null)?.stage).toBe('followed_up_at');
	expect(longestWait(steps.slice(0, 1), null)).toBeUndefined();
});
