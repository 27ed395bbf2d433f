import { expect, test } from 'vitest';
import { withLimitPassed } from '#lib/filter/change.ts';
import { emptyFilter } from '#lib/filter/filter.ts';

test('cases whose limit has passed are those met, breached or open beyond it', () => {
	expect(withLimitPassed(emptyFilter, 'resolved').limits).toEqual({
		resolved: ['met', 'breached', 'open_late']
	});
});

test('outcomes already chosen of the stage narrow them, those of another stage stay', () => {
	const filter = {
		...emptyFilter,
		limits: { resolved: ['breached', 'not_due'], first_response: ['no_time'] }
	} as const;
	expect(withLimitPassed(filter, 'resolved').limits).toEqual({
		resolved: ['breached'],
		first_response: ['no_time']
	});
});
