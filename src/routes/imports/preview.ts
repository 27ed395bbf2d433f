import type { Choices } from '#lib/import/choices.ts';
import { inspectBytes } from '#lib/import/inspect-bytes.ts';
import type { Inspection } from '#lib/import/inspection.ts';

/** Enough to know a file by; the server looks at the rest. */
const lookedBytes = 1 << 18;

/** The beginning of a file in the browser; of a compressed one, what it unpacks to. */
export interface FirstPart {
	readonly bytes: Uint8Array;
	readonly whole: boolean;
	readonly gzip: boolean;
}

export async function firstPart(file: File): Promise<FirstPart> {
	// A folder, or a file that has gone since it was chosen, cannot be read; sending it says so.
	const head = await file
		.slice(0, lookedBytes)
		.arrayBuffer()
		.catch(() => null);
	if (!head) return { bytes: new Uint8Array(), whole: false, gzip: false };
	const bytes = new Uint8Array(head);
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
		return { bytes, whole: file.size <= lookedBytes, gzip: false };
	const unpacked = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
	const pieces: Uint8Array[] = [];
	let length = 0;
	let whole = false;
	try {
		while (length < lookedBytes && !whole) {
			const { value, done } = await unpacked.read();
			if (value) pieces.push(value);
			length += value?.length ?? 0;
			whole = done;
		}
		if (!whole) await unpacked.cancel();
	} catch {
		// Damaged; the server says so, and where.
	}
	return { bytes: joined(pieces, length), whole, gzip: true };
}

/** What the first part promises; null where only the server can look inside (workbooks). */
export function preview(part: FirstPart, { reading, kind, targets }: Choices): Inspection | null {
	const { bytes, whole, gzip } = part;
	const found = inspectBytes(bytes, { whole, reading, ...(kind && { kind }), targets });
	return found.format === 'text' ? { ...found, gzip } : null;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
	const all = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}
