import { smtpAddressUnreadable } from './arrangement.ts';
import { remindDue, sendDue, type LetterWriter } from './sending.ts';

const everyMs = 60_000;

// One clock a process, also over a reloaded module (development).
const held = globalThis as { redressMailClock?: NodeJS.Timeout };

/** Whom it tells what it cannot do. */
export interface MailingTold {
	readonly failed: (error: unknown) => void;
	/** The mail server named in the environment cannot be read; what it says may hold a password. */
	readonly unreadable: () => void;
}

/** Looks each minute whether a mail is due, until the process is told to stop. */
export function beginMailing(
	review: LetterWriter,
	duties: LetterWriter,
	{ failed, unreadable }: MailingTold
): void {
	if (smtpAddressUnreadable()) unreadable();
	clearInterval(held.redressMailClock);
	held.redressMailClock = setInterval(() => {
		sendDue(review).catch(failed);
		remindDue(duties).catch(failed);
	}, everyMs);
	held.redressMailClock.unref();
	process.once('sveltekit:shutdown', () => clearInterval(held.redressMailClock));
}
