/** Who reads at the moment, for those that wait until nobody does. */
export class Readers {
	#reading = 0;
	readonly #waiting = new Set<() => void>();

	/** Counts a reader until the work is done. */
	async count<T>(work: () => Promise<T>): Promise<T> {
		this.#reading++;
		try {
			return await work();
		} finally {
			this.#reading--;
			if (this.#reading === 0) for (const go of this.#waiting) go();
		}
	}

	/** Resolves when nobody reads, at the latest after so long. */
	async quiet(longestMs: number): Promise<void> {
		if (this.#reading === 0) return;
		await new Promise<void>((resolve) => {
			const go = () => {
				clearTimeout(timer);
				this.#waiting.delete(go);
				resolve();
			};
			const timer = setTimeout(go, longestMs);
			this.#waiting.add(go);
		});
	}
}
