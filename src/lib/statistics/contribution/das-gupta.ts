/** A factor in population 1 and 2: a number, or one number a group. */
export type FactorPair =
	readonly [number, number] | readonly [readonly number[], readonly number[]];

export interface DasGuptaInput {
	readonly factors: Readonly<Record<string, FactorPair>>;
	/** product: the rate is the product of the factors; sumOfProducts: summed over the groups */
	readonly rate: 'product' | 'sumOfProducts';
}

type Pair = readonly [number, number];

/**
 * Splits the difference of two rates among the factors that make them, fairly: each factor's effect
 * is the mean over all orders of replacing population 1 by population 2 (Shapley weights), so the
 * effects add up to the difference. Doubles with every factor: meant for up to about twelve.
 * Source: Das Gupta (1993), Standardization and Decomposition of Rates, US Census P23-186.
 * @returns percent null when the rates do not differ
 */
export function dasGupta({ factors, rate }: DasGuptaInput) {
	const names = Object.keys(factors);
	const rateOf = (populations: readonly number[]): number => {
		const chosen = names.map((name, f) => factors[name]![populations[f]!]!);
		return rate === 'product' ? product(chosen as number[]) : sumOfProducts(chosen as number[][]);
	};
	const all = (population: 0 | 1): number => rateOf(names.map(() => population));
	const crude: Pair = [all(0), all(1)];
	const difference = crude[1] - crude[0];
	const standardized = names.map((_, factor): Pair =>
		standardizedRates(names.length, factor, rateOf)
	);
	const effects = standardized.map(([first, second]) => second - first);
	const byName = <T>(entries: readonly T[]): Record<string, T> =>
		Object.fromEntries(names.map((name, f) => [name, entries[f]!]));
	return {
		crude,
		difference,
		standardized: byName(standardized),
		effects: byName(effects),
		percent: byName(
			effects.map((effect) => (difference === 0 ? null : (100 * effect) / difference))
		)
	};
}

/** Rates with one factor of either population, the others weighted over all subsets replaced. */
function standardizedRates(
	count: number,
	factor: number,
	rateOf: (populations: readonly number[]) => number
): Pair {
	const others = Array.from({ length: count }, (_, f) => f).filter((f) => f !== factor);
	let [first, second] = [0, 0];
	for (let subset = 0; subset < 2 ** others.length; subset++) {
		const populations = new Array<number>(count).fill(0);
		others.forEach((f, bit) => (populations[f] = (subset >> bit) & 1));
		const replaced = populations.reduce((sum, population) => sum + population, 0);
		const weight = 1 / (count * binomial(others.length, replaced));
		populations[factor] = 0;
		first += weight * rateOf(populations);
		populations[factor] = 1;
		second += weight * rateOf(populations);
	}
	return [first, second];
}

function binomial(n: number, k: number): number {
	let ways = 1;
	for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
	return ways;
}

function product(values: readonly number[]): number {
	return values.reduce((all, value) => all * value, 1);
}

function sumOfProducts(factors: readonly (readonly number[])[]): number {
	return (factors[0] ?? []).reduce(
		(sum, _, group) => sum + product(factors.map((values) => values[group]!)),
		0
	);
}
