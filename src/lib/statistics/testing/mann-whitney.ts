import { twoSidedNormalPValue } from '../distributions/normal.ts';
import { median } from './median.ts';

export interface MannWhitney {
	/** pairs with a > b plus half the ties */
	readonly u: number;
	readonly uOther: number;
	readonly pValue: number | null;
	/** median of all differences a − b, in the unit of the samples */
	readonly hodgesLehmann: number | null;
	readonly shiftLower?: number | null;
	readonly shiftUpper?: number | null;
}

/**
 * Mann–Whitney test of two samples with the Hodges–Lehmann shift; all differences are formed, so
 * it is meant for samples whose sizes multiply to at most some millions.
 * @param options `exact` needs samples without ties (else p and interval are null) and gives the
 * interval of the shift; `normal` has the tie-corrected variance and continuity correction ½
 * Sources: Mann & Whitney (1947); Hollander, Wolfe & Chicken (2014), ch. 4; R wilcox.test.
 */
export function mannWhitney(
	a: readonly number[],
	b: readonly number[],
	{
		pMethod = 'normal',
		confidence = 0.95
	}: { pMethod?: 'exact' | 'normal'; confidence?: number } = {}
): MannWhitney {
	const differences = Float64Array.from(a.flatMap((x) => b.map((y) => x - y))).sort();
	const pairs = differences.length;
	const u = differences.reduce((sum, d) => sum + (d > 0 ? 1 : d === 0 ? 0.5 : 0), 0);
	const result = { u, uOther: pairs - u, hodgesLehmann: median(differences) };
	if (pMethod === 'normal') return { ...result, pValue: normalPValue(u, a, b) };
	const tied = new Set([...a, ...b]).size < a.length + b.length;
	if (pairs === 0 || tied) return { ...result, pValue: null, shiftLower: null, shiftUpper: null };
	const below = cumulative(a.length, b.length);
	const smaller = Math.min(u, pairs - u);
	const tail = (1 - confidence) / 2;
	// (1 − 0.95)/2 is a little above 0.025, which a chance of exactly 1/40 must still reach.
	const k = Math.max(
		1,
		below.findIndex((chance) => chance >= tail * (1 - 1e-12))
	);
	return {
		...result,
		pValue: Math.min(1, 2 * below[smaller]!),
		shiftLower: differences[k - 1] ?? null,
		shiftUpper: differences[pairs - k] ?? null
	};
}

/**
 * P(U ≤ u) for u = 0..mn without ties. The largest of all values comes from a with chance i/(i + j)
 * and then beats every b; only sums of positive terms, so even the far tail keeps its digits.
 */
function cumulative(m: number, n: number): readonly number[] {
	let row = Array.from({ length: n + 1 }, () => Float64Array.of(1));
	for (let i = 1; i <= m; i++) {
		const next = [Float64Array.of(1)];
		for (let j = 1; j <= n; j++) {
			const [fromA, fromB] = [row[j]!, next[j - 1]!];
			next.push(
				Float64Array.from(
					{ length: i * j + 1 },
					(_, u) => (i * (fromA[u - j] ?? 0) + j * (fromB[u] ?? 0)) / (i + j)
				)
			);
		}
		row = next;
	}
	let total = 0;
	return Array.from(row[n]!, (chance) => (total += chance));
}

function normalPValue(u: number, a: readonly number[], b: readonly number[]): number | null {
	const counts = new Map<number, number>();
	for (const value of [...a, ...b]) counts.set(value, (counts.get(value) ?? 0) + 1);
	const ties = [...counts.values()].reduce((sum, t) => sum + t ** 3 - t, 0);
	const pairs = a.length * b.length;
	const total = a.length + b.length;
	const variance = (pairs / 12) * (total + 1 - ties / (total * (total - 1)));
	if (!(variance > 0)) return null;
	const distance = Math.abs(u - pairs / 2);
	return twoSidedNormalPValue(Math.max(0, distance - 0.5) / Math.sqrt(variance));
}
