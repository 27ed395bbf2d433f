import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const heartbeatMs = 500;

/** A turn whose holder has been silent for this long was killed. */
const silentMs = 8_000;

const ticket = /^turn\.(\d+)$/;

/**
 * Waits until no other process holds the turn of `folder`, then does `work` alone.
 *
 * A turn is a file `turn.<n>` that its holder touches twice a second; the highest n holds. Files
 * are only ever created (exclusively), never taken over, so that two processes that both find a
 * dead holder cannot both win: deleting and re-creating one lock file has that race.
 *
 * @template T
 * @param {string} folder where the turns are kept; created when missing
 * @param {(heldBefore: boolean) => Promise<T>} work told whether it had to wait for another
 * @param {() => void} [onWait] called once when another process holds the turn
 * @returns {Promise<T>}
 */
export async function inTurn(folder, work, onWait) {
	await mkdir(folder, { recursive: true });
	let waited = false;
	for (;;) {
		const highest = Math.max(0, ...(await turns(folder)));
		if (highest > 0 && !(await isOver(join(folder, `turn.${highest}`)))) {
			if (!waited) onWait?.();
			waited = true;
			await pause(heartbeatMs / 2);
			continue;
		}
		const mine = highest + 1;
		if (!(await claim(folder, mine))) continue;
		return await hold(folder, mine, () => work(waited));
	}
}

/** @param {string} folder */
async function turns(folder) {
	const names = await readdir(folder);
	return names.flatMap((name) => {
		const found = ticket.exec(name);
		return found ? [Number(found[1])] : [];
	});
}

/**
 * A finished turn is dated 1970 by its holder; an unfinished one is over when it fell silent.
 *
 * @param {string} path
 */
async function isOver(path) {
	try {
		return Date.now() - (await stat(path)).mtimeMs > silentMs;
	} catch {
		return true;
	}
}

/**
 * @param {string} folder
 * @param {number} mine
 */
async function claim(folder, mine) {
	try {
		await writeFile(join(folder, `turn.${mine}`), `${process.pid}\n`, { flag: 'wx' });
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
		throw error;
	}
	// Someone may have come, gone and cleared while we looked: then a higher turn stands.
	const all = await turns(folder);
	if (all.some((other) => other > mine)) return false;
	const earlier = all.filter((other) => other < mine);
	await Promise.all(earlier.map((other) => rm(join(folder, `turn.${other}`), { force: true })));
	return true;
}

/**
 * @template T
 * @param {string} folder
 * @param {number} mine
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function hold(folder, mine, work) {
	const path = join(folder, `turn.${mine}`);
	const beat = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => {});
	}, heartbeatMs);
	try {
		return await work();
	} finally {
		clearInterval(beat);
		await utimes(path, 0, 0).catch(() => {});
	}
}
