import assert from 'node:assert/strict';
import { missed, openPlanted } from '../server/questions/planted-drivers.ts';
import type { Trial } from './trial.ts';

export const trial: Trial = {
	shows:
		'what five demo logs have planted is found by the drivers page as what it is, and the decoy month is not called a change',
	minutes: 3,
	run: async ({ seed, say }) => {
		let wrong = 0;
		for (const each of [seed, seed + 1, seed + 12, seed + 41, seed + 2024]) {
			const { truth, close } = await openPlanted(each);
			try {
				const problems = await missed(truth);
				wrong += problems.length;
				say(`seed ${each}: ${problems.length === 0 ? 'all found' : problems.join('; ')}`);
			} finally {
				await close();
			}
		}
		assert.equal(wrong, 0);
	}
};
