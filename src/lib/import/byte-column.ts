import type { CountedColumn } from './counted-column.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Collects the values of a column from UTF-8 bytes. Distinct values are told apart as bytes and
 * decoded all at once at the end: a string for every cell of a log would cost more than reading it.
 */
export class ByteColumn {
	/** The distinct values behind one another, each with a NUL after it (no value holds one). */
	#bytes = new Uint8Array(1 << 12);
	#ends = new Int32Array(64);
	#counts = new Int32Array(64);
	#hashes = new Int32Array(64);
	#distinct = 0;
	#rows = new Int32Array(1 << 10);
	#length = 0;
	/** Place + 1 of the value with that hash, or of one that had to step aside; 0 is free. */
	#table = new Int32Array(128);

	/** The value of the next row: `bytes` from `start` to `end`, free of NUL. */
	add(bytes: Uint8Array, start: number, end: number): void {
		const hash = hashOf(bytes, start, end);
		if (this.#length === this.#rows.length) this.#rows = grown(this.#rows);
		this.#rows[this.#length++] = this.#place(bytes, start, end, hash);
	}

	#place(bytes: Uint8Array, start: number, end: number, hash: number): number {
		const table = this.#table;
		const mask = table.length - 1;
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const place = (table[slot] as number) - 1;
			if (place < 0) {
				table[slot] = this.#distinct + 1;
				return this.#keep(bytes, start, end, hash);
			}
			if (this.#hashes[place] === hash && this.#is(place, bytes, start, end)) {
				this.#counts[place] = (this.#counts[place] as number) + 1;
				return place;
			}
		}
	}

	#is(place: number, bytes: Uint8Array, start: number, end: number): boolean {
		const kept = this.#bytes;
		let at = place === 0 ? 0 : (this.#ends[place - 1] as number) + 1;
		if ((this.#ends[place] as number) - at !== end - start) return false;
		for (let from = start; from < end; from++, at++) if (kept[at] !== bytes[from]) return false;
		return true;
	}

	#keep(bytes: Uint8Array, start: number, end: number, hash: number): number {
		const place = this.#distinct++;
		const from = place === 0 ? 0 : (this.#ends[place - 1] as number) + 1;
		const to = from + end - start;
		if (to >= this.#bytes.length) {
			const wider = new Uint8Array(Math.max(this.#bytes.length * 2, to + 1));
			wider.set(this.#bytes);
			this.#bytes = wider;
		}
		const kept = this.#bytes;
		for (let at = start, into = from; at < end; at++, into++) kept[into] = bytes[at] as number;
		kept[to] = 0;
		if (place === this.#ends.length) {
			this.#ends = grown(this.#ends);
			this.#counts = grown(this.#counts);
			this.#hashes = grown(this.#hashes);
		}
		this.#ends[place] = to;
		this.#counts[place] = 1;
		this.#hashes[place] = hash;
		if (this.#distinct * 2 > this.#table.length) this.#widen();
		return place;
	}

	#widen(): void {
		const table = new Int32Array(this.#table.length * 4);
		const mask = table.length - 1;
		for (let place = 0; place < this.#distinct; place++) {
			let slot = (this.#hashes[place] as number) & mask;
			while (table[slot] !== 0) slot = (slot + 1) & mask;
			table[slot] = place + 1;
		}
		this.#table = table;
	}

	finish(): CountedColumn {
		const until = this.#distinct === 0 ? 0 : (this.#ends[this.#distinct - 1] as number);
		const kept = this.#bytes.subarray(0, until);
		const none = this.#distinct === 0;
		return {
			texts: () => (none ? [] : decoder.decode(kept).split('\0')),
			counts: this.#counts.subarray(0, this.#distinct),
			rows: this.#rows.subarray(0, this.#length)
		};
	}
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
	const wider = new Int32Array(old.length * 2);
	wider.set(old);
	return wider;
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
	let hash = end - start;
	let at = start;
	for (; at + 4 <= end; at += 4) {
		const word =
			(bytes[at] as number) |
			((bytes[at + 1] as number) << 8) |
			((bytes[at + 2] as number) << 16) |
			((bytes[at + 3] as number) << 24);
		hash = Math.imul(hash ^ word, 0x9e3779b1);
		hash ^= hash >>> 15;
	}
	for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	return hash ^ (hash >>> 13);
}
