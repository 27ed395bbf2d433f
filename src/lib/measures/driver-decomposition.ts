import { kitagawa } from '#lib/statistics/contribution/kitagawa.ts';
import { twoSidedNormalPValue } from '#lib/statistics/distributions/normal.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import type { DriverGroup } from './driver-groups.ts';
import type { DriverDimension } from './driver-measures.ts';

/** One value of a dimension in the difference of a mean or share. */
export interface DecomposedValue {
	readonly value: string | null;
	readonly cases: number;
	readonly casesBefore: number;
	/** Mean or share among its cases; null without any. */
	readonly rate: number | null;
	readonly rateBefore: number | null;
	/** Of all cases, 0–1. */
	readonly weight: number;
	readonly weightBefore: number;
	readonly rateEffect: number;
	/** Against the mean of all: negative where a better-than-average value shrank. */
	readonly mixEffect: number;
	/** Its mean changed by more than chance, Benjamini–Hochberg over the dimension. */
	readonly rateChanged: boolean;
}

export interface Decomposition {
	readonly dimension: DriverDimension;
	readonly difference: number;
	/** What changed inside the values; what changed in their shares. They add up to the difference. */
	readonly rateEffect: number;
	readonly mixEffect: number;
	/** Largest part first. */
	readonly values: readonly DecomposedValue[];
}

/**
 * Kitagawa's decomposition of the difference of a mean or share along one dimension. The rows' rate and
 * mix effects add up to the difference exactly. Null where a sample has no case.
 */
export function decompose(
	dimension: DriverDimension,
	groups: readonly DriverGroup[],
	dispersion: (group: DriverGroup, cases: number) => number
): Decomposition | null {
	const own = groups.filter((group) => group.dimension === dimension);
	const rates = own.map(({ now, before }, index) => ({
		name: String(index),
		n0: before.cases,
		r0: before.cases > 0 ? before.total / before.cases : null,
		n1: now.cases,
		r1: now.cases > 0 ? now.total / now.cases : null
	}));
	const parts = kitagawa(rates);
	if (parts === null) return null;
	const pValues = own.map((group) =>
		rateChangeP(group, dispersion(group, group.now.cases + group.before.cases))
	);
	const { rejected } = benjaminiHochberg(pValues, 0.05);
	const all = { now: 0, before: 0 };
	for (const { now, before } of own) {
		all.now += now.cases;
		all.before += before.cases;
	}
	const values = own.map(({ value, now, before }, index): DecomposedValue => ({
		value,
		cases: now.cases,
		casesBefore: before.cases,
		rate: rates[index]!.r1,
		rateBefore: rates[index]!.r0,
		weight: now.cases / all.now,
		weightBefore: before.cases / all.before,
		rateEffect: parts.byCategory[index]!.rateEffect,
		mixEffect: parts.byCategory[index]!.mixEffectCentered,
		rateChanged: rejected[index] === true
	}));
	return {
		dimension,
		difference: parts.difference,
		rateEffect: parts.rateEffect,
		mixEffect: parts.mixEffect,
		values: values.sort(
			(a, b) => Math.abs(b.rateEffect + b.mixEffect) - Math.abs(a.rateEffect + a.mixEffect)
		)
	};
}

/** Did the mean of this value change? Pooled variance, as in the pooled z test of two shares. */
function rateChangeP({ now, before }: DriverGroup, dispersion: number): number {
	const cases = now.cases + before.cases;
	if (now.cases < 5 || before.cases < 5 || cases < 20) return 1;
	const mean = (now.total + before.total) / cases;
	const variance = (now.squares + before.squares) / cases - mean ** 2;
	const error = Math.sqrt(variance * (1 / now.cases + 1 / before.cases) * dispersion);
	const z = (now.total / now.cases - before.total / before.cases) / error;
	return Number.isFinite(z) ? twoSidedNormalPValue(z) : 1;
}
