import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cloneInto, endGroup, plainEnvironment } from './clone.ts';
import type { Trial } from './trial.ts';

/** Numbers in [0, 1) that a seed fixes (mulberry32). */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export const trial: Trial = {
	shows: 'a set-up that was killed at any moment, or runs twice at once, ends with whole packages',
	minutes: 4,
	run: async ({ root, folder, seed, say }) => {
		const clone = cloneInto(root, folder);
		const env = plainEnvironment(root);
		const random = randomFrom(seed);
		const setUp = () =>
			spawn('node', ['scripts/setup.mjs'], { cwd: clone, env, stdio: 'ignore', detached: true });

		for (let kill = 0; kill < 4; kill += 1) {
			const ms = Math.round(200 + random() * 6_000);
			const child = setUp();
			await pause(ms);
			// The first two leave the npm they started behind, as the kernel does when memory ends.
			if (kill < 2) child.kill('SIGKILL');
			else await endGroup(child, 'SIGKILL');
			say(`killed after ${ms} ms${kill < 2 ? ', npm left running' : ''}`);
		}
		const both = [setUp(), setUp()];
		const codes = await Promise.all(both.map(async (child) => (await once(child, 'exit'))[0]));
		assert.deepEqual(codes, [0, 0]);

		const node = join(clone, 'node_modules', '.bin', 'node');
		const asked = spawnSync(node, ['--version'], { encoding: 'utf8' });
		say(`Node of the packages: ${asked.stdout.trim()}`);
		assert.match(asked.stdout, /^v24\./);
		const built = spawnSync(node, ['scripts/build.mjs'], { cwd: clone, env, encoding: 'utf8' });
		assert.equal(built.status, 0, built.stderr);
		const clean = spawnSync('git', ['status', '--porcelain'], { cwd: clone, encoding: 'utf8' });
		assert.equal(clean.stdout, '', 'set-up and build leave the tree clean');
	}
};
