import { execFileSync } from 'node:child_process';
import type { Trial } from './trial.ts';

/** The test of interrupted imports at a size where every stage takes seconds. */
export const trial: Trial = {
	shows:
		'an import of a million rows cancelled, and one killed, at three points each changes nothing',
	minutes: 5,
	async run({ root, say }) {
		const output = execFileSync(
			process.execPath,
			[
				'node_modules/vitest/vitest.mjs',
				'run',
				'test/server/import/interrupted.test.ts',
				'--testTimeout=600000',
				'--hookTimeout=600000'
			],
			{
				cwd: root,
				encoding: 'utf8',
				env: { ...process.env, INTERRUPTED_ROWS: '1000000', NO_COLOR: '1' }
			}
		);
		say(output);
	}
};
