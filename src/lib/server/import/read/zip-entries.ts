import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';

interface Entry {
	readonly method: number;
	readonly start: number;
	readonly packed: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/**
 * The parts of a zip archive by name, for the few small parts of a workbook that say what its sheets are.
 * Rows are left to the library that reads them. Throws where the archive is damaged.
 */
export class ZipEntries {
	readonly #bytes: Buffer;
	readonly #entries = new Map<string, Entry>();

	constructor(bytes: Buffer) {
		this.#bytes = bytes;
		let end = bytes.length - 22;
		while (end >= 0 && bytes.readUInt32LE(end) !== endMark) end--;
		if (end < 0) throw new Error('no end of central directory');
		const count = bytes.readUInt16LE(end + 10);
		let at = bytes.readUInt32LE(end + 16);
		for (let entry = 0; entry < count; entry++) {
			if (bytes.readUInt32LE(at) !== entryMark) throw new Error('damaged central directory');
			const method = bytes.readUInt16LE(at + 10);
			const packed = bytes.readUInt32LE(at + 20);
			const nameLength = bytes.readUInt16LE(at + 28);
			const local = bytes.readUInt32LE(at + 42);
			const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
			const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
			this.#entries.set(name.replace(/^\//, ''), { method, start, packed });
			at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
		}
	}

	/** The text of a part; empty if there is none. `most`: so many packed bytes of it are enough. */
	text(name: string, most = Infinity): string {
		const entry = this.#entries.get(name);
		if (!entry) return '';
		const packed = this.#packed(entry, most);
		if (entry.method === 0) return packed.toString('utf8');
		return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
	}

	/** A part piece by piece, however large. */
	async *pieces(name: string): AsyncGenerator<string, void, undefined> {
		const entry = this.#entries.get(name);
		if (!entry) return;
		const packed = this.#packed(entry, Infinity);
		if (entry.method === 0) {
			yield packed.toString('latin1');
			return;
		}
		const inflate = createInflateRaw({ chunkSize: 1 << 20 });
		inflate.end(packed);
		for await (const piece of inflate) yield (piece as Buffer).toString('latin1');
	}

	#packed({ start, packed }: Entry, most: number): Buffer {
		return this.#bytes.subarray(start, start + Math.min(packed, most));
	}
}
