import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Link } from './chain.ts';

/**
 * Where the chain of the record ended when it was last written, in a file beside it: a chain cannot tell
 * by itself that its end was cut off. A second file is no safe, only a second thing to have to forge.
 */
const linkSchema = z.strictObject({ number: z.number(), hash: z.string().nullable() });
const endSchema = z.strictObject({
	...linkSchema.shape,
	/** Ends that were written once and were gone when the record was opened. */
	lost: z.array(linkSchema)
});

const nameOf = (folder: string): string => join(folder, 'record.end.json');

/** Every link the record of a folder must have: the last one written, and those found gone before. */
export function knownLinks(folder: string): readonly Link[] {
	try {
		const { lost, number, hash } = endSchema.parse(
			JSON.parse(readFileSync(nameOf(folder), 'utf8'))
		);
		return [...lost, { number, hash }];
	} catch {
		// Written before there was such a file, or the file was taken away: nothing is known.
		return [];
	}
}

/** Writes where the record ends now. It is durable when this returns; throws where it cannot be written. */
export function writeEnd(folder: string, { number, hash }: Link, lost: readonly Link[]): void {
	const end: z.infer<typeof endSchema> = { number, hash, lost: lost.map(plain) };
	const name = nameOf(folder);
	const file = openSync(`${name}.new`, 'w', 0o600);
	try {
		writeSync(file, `${JSON.stringify(end)}\n`);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(`${name}.new`, name);
}

function plain({ number, hash }: Link): z.infer<typeof linkSchema> {
	return { number, hash };
}
