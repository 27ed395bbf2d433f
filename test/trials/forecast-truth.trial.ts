import assert from 'node:assert/strict';
import { missedForecasts } from '../server/questions/forecast-findings.ts';
import { openPlanted } from '../server/questions/planted-drivers.ts';
import type { Trial } from './trial.ts';

export const trial: Trial = {
	shows:
		'in five demo logs the forecast beats last year repeated, shows 双11 and 春节, tells the end of the month, suggests the planted improvement as a change of level and nothing in the decoy month',
	minutes: 3,
	run: async ({ seed, say }) => {
		let wrong = 0;
		for (const each of [seed, seed + 1, seed + 12, seed + 41, seed + 2024]) {
			const { truth, close } = await openPlanted(each);
			try {
				const problems = await missedForecasts(truth);
				wrong += problems.length;
				say(`seed ${each}: ${problems.length === 0 ? 'all found' : problems.join('; ')}`);
			} finally {
				await close();
			}
		}
		assert.equal(wrong, 0);
	}
};
