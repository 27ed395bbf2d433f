import { sendDue, type LetterWriter } from './sending.ts';

const everyMs = 60_000;

// One clock a process, also over a reloaded module (development).
const held = globalThis as { redressMailClock?: NodeJS.Timeout };

/** Looks each minute whether a mail is due, until the process is told to stop. */
export function beginMailing(write: LetterWriter, failed: (error: unknown) => void): void {
	clearInterval(held.redressMailClock);
	held.redressMailClock = setInterval(() => {
		sendDue(write).catch(failed);
	}, everyMs);
	held.redressMailClock.unref();
	process.once('sveltekit:shutdown', () => clearInterval(held.redressMailClock));
}
