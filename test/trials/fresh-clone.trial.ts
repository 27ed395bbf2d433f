import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cloneInto, npmStart, plainEnvironment, programsIn } from './clone.ts';
import type { Trial } from './trial.ts';

const pages = [
	'/',
	'/categories',
	'/satisfaction',
	'/cases',
	'/imports',
	'/healthz',
	'/api/questions'
];

export const trial: Trial = {
	shows: 'a fresh clone serves its pages after `npm start`, on the pinned Node, and ends when told',
	minutes: 3,
	run: async ({ root, folder, say }) => {
		const clone = cloneInto(root, folder);
		const began = performance.now();
		const started = npmStart(clone, plainEnvironment(root));
		try {
			const address = await started.address;
			say(`${Math.round((performance.now() - began) / 1000)} s from clone to address`);
			const programs = programsIn(clone);
			say(`runs ${programs.join(', ').replaceAll(clone, '<clone>')}`);
			assert(programs.some((path) => path.startsWith(join(clone, 'node_modules'))));
			for (const page of pages) {
				const answer = await fetch(address + page);
				say(`${page} ${answer.status}`);
				assert.equal(answer.status, 200, page);
			}
		} finally {
			started.process.kill('SIGTERM');
		}
		for (let tenths = 0; programsIn(clone).length > 0; tenths += 1) {
			assert(tenths < 100, `still running after 10 s: ${programsIn(clone).join(', ')}`);
			await pause(100);
		}
	}
};
