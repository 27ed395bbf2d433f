import { expect, test } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import type { CurveBin, TimelinessFacts } from '#lib/server/questions/timeliness-page.ts';
import { inBin } from '../../src/routes/timeliness/timeliness-view.ts';

const wall = { clock: 'wall' } as TimelinessFacts;
const working = { clock: 'working' } as TimelinessFacts;
// Twenty bins a power of ten: bin 40 runs from 100 to 112.2 minutes.
const bin = { bin: 40 } as CurveBin;

test('a bin of the curve opens what is in it and in the time already chosen', () => {
	const chosen = { ...emptyFilter, resolution: { from: 105, below: 600 } };
	expect(inBin(chosen, wall, bin).resolution).toEqual({ from: 105, below: 10 ** 2.05 });
	expect(inBin(emptyFilter, wall, bin).resolution).toEqual({ from: 100, below: 10 ** 2.05 });
	// Another clock narrows beside it.
	const beside = inBin(chosen, working, bin);
	expect(beside.resolution).toEqual(chosen.resolution);
	expect(beside.resolutionWorking).toEqual({ from: 100, below: 10 ** 2.05 });
	const first = inBin(emptyFilter, wall, { bin: 0 } as CurveBin);
	expect(first.resolution).toEqual({ below: 10 ** 0.05 });
});
