import { createTransport } from 'nodemailer';
import type { ReachedMailServer } from './arrangement.ts';

/** A mail that is ready to go. */
export interface Letter {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly attachment: { readonly name: string; readonly bytes: Uint8Array } | null;
}

const patienceMs = 20_000;
const longestReason = 300;

/** Why a mail did not go: the code of the library or the server's own, and what it said. */
export class MailRefused extends Error {
	readonly code: string;
	constructor(code: string, reason: string) {
		super(reason.slice(0, longestReason));
		this.code = code;
	}
}

/**
 * Hands one mail to the mail server.
 *
 * @param id the same for every try of the same mail, so that a mailbox can tell a second copy
 * @throws MailRefused when the server cannot be reached or does not take it
 */
export async function sendLetter(
	server: ReachedMailServer,
	letter: Letter,
	{ from, to, id }: { readonly from: string; readonly to: string; readonly id: string }
): Promise<void> {
	const { host, port, security, user, password } = server;
	const transport = createTransport({
		host,
		port,
		secure: security === 'tls',
		requireTLS: security === 'starttls',
		ignoreTLS: security === 'none',
		...(user !== '' && { auth: { user, pass: password } }),
		connectionTimeout: patienceMs,
		greetingTimeout: patienceMs,
		socketTimeout: patienceMs,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	try {
		await transport.sendMail({
			from,
			to: { name: '', address: to },
			subject: letter.subject,
			text: letter.text,
			html: letter.html,
			messageId: id,
			// So that nobody's absence note answers it (RFC 3834).
			headers: { 'Auto-Submitted': 'auto-generated' },
			attachments: letter.attachment
				? [{ filename: letter.attachment.name, content: Buffer.from(letter.attachment.bytes) }]
				: []
		});
	} catch (error) {
		const {
			code = 'failed',
			response,
			message
		} = error as NodeJS.ErrnoException & {
			response?: string;
		};
		throw new MailRefused(code, response ?? message);
	} finally {
		transport.close();
	}
}
