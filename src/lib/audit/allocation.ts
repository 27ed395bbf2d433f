/** How many cases each stratum has. */
export interface StratumSize {
	readonly value: string;
	readonly cases: number;
}

/**
 * Shares a sample out among strata: one each, the rest in proportion to their cases by the largest
 * remainder (Hare), never more than a stratum has. Equal remainders go to the larger stratum, then to the
 * one that stands first.
 *
 * @returns places in the order of the strata; null where there are more strata than places
 */
export function allocate(strata: readonly StratumSize[], size: number): readonly number[] | null {
	const total = strata.reduce((sum, { cases }) => sum + cases, 0);
	const places = Math.min(size, total);
	if (strata.length === 0 || strata.some(({ cases }) => cases < 1) || places < strata.length)
		return null;
	const quotas = strata.map(({ cases }) => (cases / total) * places);
	const given = quotas.map((quota) => Math.max(1, Math.floor(quota)));
	let left = places - given.reduce((sum, count) => sum + count, 0);
	// One each may have taken what large strata were owed: they give it back, the least owed first.
	for (; left < 0; left++) {
		const at = best(quotas, (index) =>
			(given[index] ?? 0) > 1 ? (given[index] ?? 0) - (quotas[index] ?? 0) : null
		);
		given[at] = (given[at] ?? 0) - 1;
	}
	for (; left > 0; left--) {
		const at = best(quotas, (index) =>
			(given[index] ?? 0) < (strata[index]?.cases ?? 0)
				? (quotas[index] ?? 0) - (given[index] ?? 0)
				: null
		);
		given[at] = (given[at] ?? 0) + 1;
	}
	return given;
}

/** Index of the highest score, the larger quota where two are equal; null scores are left out. */
function best(quotas: readonly number[], score: (index: number) => number | null): number {
	let found = -1;
	let highest = Number.NEGATIVE_INFINITY;
	for (const [index, quota] of quotas.entries()) {
		const own = score(index);
		if (own === null) continue;
		const near = Math.abs(own - highest) < 1e-9;
		if (near ? quota > (quotas[found] ?? 0) + 1e-9 : own > highest) {
			found = index;
			highest = own;
		}
	}
	return found;
}
