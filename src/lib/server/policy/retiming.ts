import { warehouse } from '#lib/server/state/state.ts';
import { fingerprintOf } from '#lib/server/timing/lay-out.ts';
import { retime } from '#lib/server/timing/retime.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import { arrangement } from './arrangement.ts';

/** How far the cases follow what people chose. */
export interface Retiming {
	readonly state: 'idle' | 'running' | 'failed';
	/** Cases timed so far, of all. */
	readonly done: number;
	readonly of: number;
}

const idle: Retiming = { state: 'idle', done: 0, of: 0 };

// A reloaded module (development) must find the work under way.
const held = globalThis as {
	redressRetiming?: { now: Retiming; turn: Promise<void> };
};
const state = (held.redressRetiming ??= { now: idle, turn: Promise.resolve() });

export function retiming(): Retiming {
	return state.now;
}

/**
 * Brings all cases in step with the policies and calendars as they stand, in the background; does
 * nothing where they are. Several calls take their turn. Resolves when the cases are in step; rejects
 * where that did not go, which the next start tries again.
 */
export function followArrangement(): Promise<void> {
	const turn = state.turn.then(follow);
	state.turn = turn.catch(() => undefined);
	return turn;
}

async function follow(): Promise<void> {
	try {
		const store = await warehouse();
		const standing = await arrangement();
		const [inForce] = rowsOf<{ fingerprint: string }>(await store.ask('timing/in_force'));
		if (inForce?.fingerprint !== fingerprintOf(standing)) {
			state.now = { state: 'running', done: 0, of: 1 };
			await retime(store, standing, (done, of) => {
				state.now = { state: 'running', done, of };
			});
		}
		state.now = idle;
	} catch (error) {
		state.now = { ...state.now, state: 'failed' };
		throw error;
	}
}
