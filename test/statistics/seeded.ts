/** Mulberry32: the same numbers in 0..1 on every run. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** Standard normal numbers by Box–Muller. */
export function normals(random: () => number, count: number): number[] {
	return Array.from(
		{ length: count },
		() => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
	);
}
