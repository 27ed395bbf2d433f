import type { FileHandle } from 'node:fs/promises';
import type { Reject, RejectReason } from '#lib/import/inspection.ts';

const keptInMemory = 1000;
const keptCharacters = 4000;

/** The records set aside: all of them in a file of JSON lines, the first thousand (long texts cut) in memory. */
export class RejectLog {
	count = 0;
	readonly by: Partial<Record<RejectReason, number>> = {};
	readonly first: Reject[] = [];
	readonly #handle: FileHandle;
	#lines: string[] = [];

	constructor(handle: FileHandle) {
		this.#handle = handle;
	}

	add(reject: Reject): void {
		this.count++;
		this.by[reject.reason] = (this.by[reject.reason] ?? 0) + 1;
		if (this.first.length < keptInMemory) {
			const { line, reason, fields, expected } = reject;
			const raw = reject.raw.slice(0, keptCharacters);
			this.first.push({ line, reason, fields, expected, raw });
		}
		this.#lines.push(JSON.stringify(reject));
	}

	async flush(): Promise<void> {
		if (this.#lines.length === 0) return;
		await this.#handle.appendFile(`${this.#lines.join('\n')}\n`);
		this.#lines = [];
	}
}
