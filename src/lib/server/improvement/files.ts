import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '#lib/improvement/commands.ts';
import type { StoredFile } from '#lib/improvement/improvement.ts';
import type { Person } from '#lib/server/access/person.ts';
import { stateFolder } from '#lib/server/state/state.ts';
import { attachedType } from './file-type.ts';
import { improvementOf, submit } from './store.ts';

/** Bytes an attached file may have. */
export const attachmentLimit = 20 * 1024 * 1024;

/** A form's own lines around the file. */
const formAllowance = 64 * 1024;

/**
 * True where a form with a file is too large to be read at all: Kit would hold all of it in memory. Its
 * body is then passed over, as a request left unread loses its answer.
 */
export async function isTooLargeToRead(request: Request): Promise<boolean> {
	const length = Number(request.headers.get('content-length') ?? 0);
	if (length <= attachmentLimit + formAllowance) return false;
	await request.body?.pipeTo(new WritableStream());
	return true;
}

export type Attached =
	| { readonly file: StoredFile }
	| { readonly problem: 'file_too_large' | 'file_type' | 'file_missing' | Refusal };

/**
 * Keeps a file with an improvement: its bytes below the state folder under their own hash, then the act
 * in the record. The same bytes twice lie there once.
 *
 * @param action id of the action it belongs to; empty: the improvement
 */
export async function attach(
	person: Person,
	id: string,
	file: File,
	action = ''
): Promise<Attached> {
	const name = (file.name.split(/[\\/]/).at(-1) ?? '').trim().slice(-200);
	if (name === '' || file.size === 0) return { problem: 'file_missing' };
	if (file.size > attachmentLimit) return { problem: 'file_too_large' };
	if (!(await improvementOf(id))) return { problem: 'no_such_improvement' };
	const bytes = Buffer.from(await file.arrayBuffer());
	const type = attachedType(name, bytes);
	if (!type) return { problem: 'file_type' };
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	await keep(sha256, bytes);
	const stored = { id: randomUUID(), name, type, size: bytes.length, sha256, action };
	const { refused } = await submit(person, id, { do: 'add_file', file: stored });
	const [refusal] = refused;
	return refusal ? { problem: refusal } : { file: stored };
}

/** An attached file and where its bytes lie; null where the improvement has none of that id. */
export async function attachment(
	improvement: string,
	id: string
): Promise<{ readonly file: StoredFile; readonly path: string } | null> {
	const found = await improvementOf(improvement);
	const file = found?.improvement.files.find((one) => one.id === id);
	return file ? { file, path: pathOf(file.sha256) } : null;
}

function pathOf(sha256: string): string {
	return join(stateFolder(), 'files', sha256);
}

/** Durable when it returns: the record must not speak of a file a power cut took. */
async function keep(sha256: string, bytes: Buffer): Promise<void> {
	const path = pathOf(sha256);
	const there = await stat(path).catch(() => null);
	if (there?.size === bytes.length) return;
	await mkdir(join(stateFolder(), 'files'), { recursive: true, mode: 0o700 });
	const unfinished = `${path}.${randomUUID()}`;
	try {
		const handle = await open(unfinished, 'wx', 0o600);
		try {
			await handle.writeFile(bytes);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(unfinished, path);
	} catch (error) {
		await rm(unfinished, { force: true });
		throw error;
	}
}
