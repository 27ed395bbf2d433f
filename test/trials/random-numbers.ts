/** Numbers a seed fixes. */
export interface RandomNumbers {
	/** In [0, 1). */
	readonly uniform: () => number;
	readonly normal: () => number;
	/** Mean and variance are the shape. */
	readonly gamma: (shape: number) => number;
	readonly poisson: (mean: number) => number;
	/** Of `trials`, each with this chance. */
	readonly binomial: (trials: number, chance: number) => number;
}

/** Mulberry32 and, on top of it, Box–Muller, Marsaglia & Tsang (2000), Ahrens & Dieter (1974), Relles (1972). */
export function randomNumbers(seed: number): RandomNumbers {
	let state = seed;
	const uniform = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const normal = (): number =>
		Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
	const gamma = (shape: number): number => {
		if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
		const d = shape - 1 / 3;
		for (;;) {
			const x = normal();
			const v = (1 + x / Math.sqrt(9 * d)) ** 3;
			if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
				return d * v;
		}
	};
	// A Poisson process seen at its k-th event: the rest before the end is Poisson, or binomial behind it.
	const poisson = (mean: number): number => {
		if (mean < 30) {
			let count = -1;
			for (let product = 1; product > Math.exp(-mean); product *= uniform()) count++;
			return Math.max(0, count);
		}
		const k = Math.floor((mean * 7) / 8);
		const time = gamma(k);
		if (time <= mean) return k + poisson(mean - time);
		let count = 0;
		for (let event = 1; event < k; event++) if (uniform() < mean / time) count++;
		return count;
	};
	// The middle one of so many uniform numbers is beta distributed; what remains lies on one side of it.
	const binomial = (trials: number, chance: number): number => {
		if (trials < 20) {
			let count = 0;
			for (let trial = 0; trial < trials; trial++) if (uniform() < chance) count++;
			return count;
		}
		const middle = Math.floor(trials / 2) + 1;
		const [below, above] = [gamma(middle), gamma(trials + 1 - middle)];
		const at = below / (below + above);
		return at > chance
			? binomial(middle - 1, chance / at)
			: middle + binomial(trials - middle, (chance - at) / (1 - at));
	};
	return { uniform, normal, gamma, poisson, binomial };
}
