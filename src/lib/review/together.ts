import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import { falseDiscoveryRate } from './error-share.ts';
import type { Hypothesis } from './hypotheses.ts';

export interface JudgedTogether {
	/** Hypotheses that chance does not explain. */
	readonly rejected: readonly Hypothesis[];
	/** The p up to which a hypothesis is rejected, where so many are told. */
	readonly limitOf: (hypothesis: Hypothesis, told?: number) => number;
}

/**
 * All hypotheses of a month judged together: Benjamini–Hochberg with weights whose mean is 1.
 * Source: Genovese, Roeder & Wasserman (2006), Biometrika 93:509.
 */
export function judgedTogether(all: readonly Hypothesis[]): JudgedTogether {
	const weighted = all.map(({ pValue, limit }) =>
		Math.min(1, (pValue / limit) * (falseDiscoveryRate / all.length))
	);
	const { rejected } = benjaminiHochberg(weighted, falseDiscoveryRate);
	return {
		rejected: all.filter((_, at) => rejected[at]),
		limitOf: ({ limit }, told = 1) => limit * Math.max(1, told)
	};
}

/**
 * What may be told once one event is told once: with fewer sentences than rejections the same share of false
 * ones needs a lower limit, that of as many rejections as there are sentences.
 * Source: Katsevich, Sabatti & Bogomolov (2023), JASA 118:165 (focused Benjamini–Hochberg).
 */
export function toldTogether<
	T extends { readonly hypothesis: Hypothesis; readonly pValue: number }
>(told: readonly T[], limitOf: JudgedTogether['limitOf']): readonly T[] {
	let kept = told;
	for (;;) {
		const next = kept.filter(
			({ hypothesis, pValue }) => pValue <= limitOf(hypothesis, kept.length)
		);
		if (next.length === kept.length) return kept;
		kept = next;
	}
}
