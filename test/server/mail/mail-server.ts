import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a mailbox got: to whom the envelope said, and the mail as another library reads it. */
export interface Arrived {
	readonly to: readonly string[];
	readonly mail: Email;
	readonly raw: string;
}

/** A mail server on loopback that takes mails until it is told to refuse somebody. */
export interface LoopbackMailServer {
	readonly port: number;
	readonly arrived: Arrived[];
	/** Recipients it does not know. */
	readonly refuses: Set<string>;
	readonly logins: string[];
	stop(): Promise<void>;
}

export async function beginMailServer({
	port = 0,
	password
}: { readonly port?: number; readonly password?: string } = {}): Promise<LoopbackMailServer> {
	const arrived: Arrived[] = [];
	const refuses = new Set<string>();
	const logins: string[] = [];
	const server = new SMTPServer({
		disabledCommands: ['STARTTLS', ...(password === undefined ? ['AUTH'] : [])],
		authOptional: password === undefined,
		onAuth({ username = '', password: given }, _session, done) {
			logins.push(username);
			if (given === password) done(null, { user: username });
			else done(new Error('535 wrong password'));
		},
		onRcptTo({ address }, _session, done) {
			if (!refuses.has(address)) return done();
			done(Object.assign(new Error('No such mailbox here'), { responseCode: 550 }));
		},
		onData(stream, session, done) {
			const pieces: Buffer[] = [];
			stream.on('data', (piece: Buffer) => pieces.push(piece));
			stream.on('end', () => {
				const raw = Buffer.concat(pieces);
				void PostalMime.parse(raw).then((mail) => {
					const to = session.envelope.rcptTo.map(({ address }) => address);
					arrived.push({ to, mail, raw: raw.toString('latin1') });
					done();
				}, done);
			});
		}
	});
	server.on('error', () => undefined);
	server.listen(port, '127.0.0.1');
	await once(server.server, 'listening');
	return {
		port: (server.server.address() as AddressInfo).port,
		arrived,
		refuses,
		logins,
		stop: () => new Promise((resolve) => server.close(() => resolve()))
	};
}
