/** Cases n and rate r of one category in the first (0) and the second (1) period; r null if n = 0. */
export interface CategoryRates {
	readonly name: string;
	readonly n0: number;
	readonly r0: number | null;
	readonly n1: number;
	readonly r1: number | null;
}

export interface CategoryEffects {
	readonly name: string;
	readonly rateEffect: number;
	readonly mixEffect: number;
	/** mix effect against the mean rate: negative when a better-than-average category shrank */
	readonly mixEffectCentered: number;
}

export interface Kitagawa {
	readonly rate0: number;
	readonly rate1: number;
	readonly difference: number;
	readonly rateEffect: number;
	readonly mixEffect: number;
	readonly byCategory: readonly CategoryEffects[];
}

/**
 * Splits the change of a total rate into what changed inside the categories (rate effect) and what
 * changed in their mix; the two add up to the difference exactly. A category absent in one period
 * takes the other period's rate, so all it contributes is mix.
 * Source: Kitagawa (1955), JASA 50:1168.
 * @returns null when a period has no case at all
 */
export function kitagawa(categories: readonly CategoryRates[]): Kitagawa | null {
	const total0 = categories.reduce((sum, { n0 }) => sum + n0, 0);
	const total1 = categories.reduce((sum, { n1 }) => sum + n1, 0);
	if (total0 === 0 || total1 === 0) return null;
	const parts = categories.map(({ name, n0, n1, r0, r1 }) => ({
		name,
		w0: n0 / total0,
		w1: n1 / total1,
		r0: (n0 === 0 ? null : r0) ?? r1 ?? 0,
		r1: (n1 === 0 ? null : r1) ?? r0 ?? 0
	}));
	const add = (term: (part: (typeof parts)[number]) => number): number =>
		parts.reduce((sum, part) => sum + term(part), 0);
	const rate0 = add(({ w0, r0 }) => w0 * r0);
	const rate1 = add(({ w1, r1 }) => w1 * r1);
	const byCategory = parts.map(({ name, w0, w1, r0, r1 }) => ({
		name,
		rateEffect: ((w0 + w1) / 2) * (r1 - r0),
		mixEffect: ((r0 + r1) / 2) * (w1 - w0),
		mixEffectCentered: ((r0 + r1) / 2 - (rate0 + rate1) / 2) * (w1 - w0)
	}));
	return {
		rate0,
		rate1,
		difference: rate1 - rate0,
		rateEffect: byCategory.reduce((sum, { rateEffect }) => sum + rateEffect, 0),
		mixEffect: byCategory.reduce((sum, { mixEffect }) => sum + mixEffect, 0),
		byCategory
	};
}
