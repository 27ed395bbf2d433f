import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The two pads of HMAC-SHA256 (RFC 2104) over one key, hex, as the macro `keyed_hash` takes them. */
export interface PersonKey {
	readonly innerPad: string;
	readonly outerPad: string;
}

const blockBytes = 64;

/**
 * The key under which persons stand in the case table. Made once in the state folder, readable by its
 * owner only; without it nobody can tell whose number a hash is.
 */
export function personKey(folder: string): PersonKey {
	const file = join(folder, 'person.key');
	try {
		// `wx`: of two processes that start together one writes, both read the same key.
		writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
	return padsOf(Buffer.from(readFileSync(file, 'utf8').trim(), 'hex'));
}

export function padsOf(key: Buffer): PersonKey {
	if (key.length === 0 || key.length > blockBytes) throw new Error('person.key is damaged');
	const block = Buffer.concat([key, Buffer.alloc(blockBytes - key.length)]);
	const pad = (mask: number) => Buffer.from(block.map((byte) => byte ^ mask)).toString('hex');
	return { innerPad: pad(0x36), outerPad: pad(0x5c) };
}
