import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { improvementOf } from '#lib/server/improvement/store.ts';
import { closeRecord } from '#lib/server/record/record.ts';
import { followChain, wholeRecord } from '#lib/server/record/trail.ts';
import { seeded } from '../../statistics/seeded.ts';
import { beginState, endState } from '../../fixtures/state-folder.ts';

beforeAll(() => void beginState());
afterAll(endState);

interface Acknowledged {
	readonly id: string;
	readonly number: number;
	readonly count: number;
}

const random = seeded(20251122);
// One after the other in the same record: the second finds what the kill before it left.
const points = Array.from({ length: 4 }, () => 1 + Math.floor(random() * 198));

test.each(points)(
	'kill -9 after write %d of 200 loses nothing that was acknowledged, and the chain holds',
	async (point) => {
		await closeRecord();
		const before = (await followChain(wholeRecord())).events;
		await closeRecord();
		const told = await killedAfter(point);
		const last = told.at(-1)!;
		expect(last.count).toBeGreaterThanOrEqual(point);
		expect(last.count).toBeLessThan(199);

		const { events, broken } = await followChain(wholeRecord());
		expect(broken).toBeNull();
		const kept = await improvementOf(last.id);
		const numbers = new Set(kept?.events.map(({ number }) => number));
		expect(told.filter(({ number }) => !numbers.has(number))).toEqual([]);
		const comments = kept?.events.flatMap(({ kind, body }) =>
			kind === 'improvement_commented' ? [body.text] : []
		);
		// Each once and in order; one more may have been kept whose answer the kill cut off.
		expect(comments).toEqual(
			Array.from({ length: comments!.length }, (_, at) => `第 ${at + 1} 条`)
		);
		expect(comments!.length - last.count).toBeOneOf([0, 1]);
		expect(events).toBe(before + 1 + comments!.length);
	}
);

/** Starts the writer in a process of its own and kills it once it has said that much. */
function killedAfter(point: number): Promise<Acknowledged[]> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['test/server/improvement/writing-child.ts'], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		let told = '';
		child.stdout.on('data', (chunk: Buffer) => {
			told += String(chunk);
			if (told.split('\n').length > point) child.kill('SIGKILL');
		});
		child.on('close', (_code, signal) => {
			// What follows the last line break was cut off while it was said.
			const lines = told.split('\n').slice(0, -1);
			if (signal !== 'SIGKILL') return reject(new Error(`it ended by itself: ${lines.at(-1)}`));
			resolve(
				lines.map((line) => {
					const [id = '', number, count] = line.split(' ');
					return { id, number: Number(number), count: Number(count) };
				})
			);
		});
	});
}
