/** Which points make the limits and where new limits begin; positions are 1-based. */
export interface PhaseOptions {
	/** positions left out when limits are made, but still plotted and judged */
	readonly exclude?: readonly number[];
	/** limits from the first N points of every phase, all points judged */
	readonly baselineCount?: number;
	/** last position of every phase but the last */
	readonly splitAfter?: readonly number[];
	/** centre and limits are multiplied by it at the end */
	readonly multiplier?: number;
	/** drop moving ranges ≥ 3.267 × their mean once (Nelson 1982) */
	readonly screenMovingRanges?: boolean;
}

/** A stretch of points with limits of its own; indexes are 0-based. */
export interface Phase {
	readonly indexes: readonly number[];
	/** the indexes among them that make the limits */
	readonly basis: readonly number[];
}

/** Cuts a series of `length` points into phases. */
export function phasesOf(length: number, options: PhaseOptions): readonly Phase[] {
	const excluded = new Set(options.exclude ?? []);
	const inner = (options.splitAfter ?? []).filter((cut) => cut > 0 && cut < length);
	const cuts = [0, ...new Set(inner.toSorted((a, b) => a - b)), length];
	return cuts.slice(1).map((end, phase) => {
		const start = cuts[phase]!;
		const indexes = Array.from({ length: end - start }, (_, i) => start + i);
		const basis = indexes
			.slice(0, options.baselineCount ?? length)
			.filter((index) => !excluded.has(index + 1));
		return { indexes, basis };
	});
}
