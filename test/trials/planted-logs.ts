import assert from 'node:assert/strict';
import { openPlanted, type PlantedTruth } from '../server/questions/planted-drivers.ts';
import type { TrialRun } from './trial.ts';

/** Added to the seed of the run: with 1 the seeds 1, 2, 13, 42 and 2025, and three others. */
const steps = [0, 1, 12, 41, 2024];
const furtherSteps = [6, 98, 31_336];

/**
 * Loads demo logs of several seeds one after another and asks of each what a page missed of what was
 * planted; throws where anything was.
 */
export async function foundInPlantedLogs(
	{ seed, say }: TrialRun,
	missed: (truth: PlantedTruth) => Promise<readonly string[]>,
	most: 'five' | 'eight' = 'five'
): Promise<void> {
	let wrong = 0;
	for (const step of most === 'five' ? steps : [...steps, ...furtherSteps]) {
		const { truth, close } = await openPlanted(seed + step);
		try {
			const problems = await missed(truth);
			wrong += problems.length;
			say(`seed ${seed + step}: ${problems.length === 0 ? 'all found' : problems.join('; ')}`);
		} finally {
			await close();
		}
	}
	assert.equal(wrong, 0);
}
