import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import type { Hypothesis } from './hypotheses.ts';
import { isProblemShare } from './series.ts';

/** Share of what is told in a month that may be chance. */
const falseDiscoveryRate = 0.05;

/**
 * How much each hypothesis weighs, fixed beforehand: what people complain about is what a review is for;
 * places, goods and how cases went are many more and say much the same.
 */
function weightOf({ series: { measure, scope } }: Hypothesis): number {
	if (measure === 'share') return isProblemShare({ measure, scope }) ? 8 : 0.5;
	return scope ? 0.25 : 1;
}

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
	const mean = all.reduce((sum, one) => sum + weightOf(one), 0) / all.length;
	const weighted = all.map((one) => Math.min(1, (one.pValue * mean) / weightOf(one)));
	const { rejected } = benjaminiHochberg(weighted, falseDiscoveryRate);
	return {
		rejected: all.filter((_, at) => rejected[at]),
		limitOf: (one, told = 1) =>
			(falseDiscoveryRate * Math.max(1, told) * weightOf(one)) / (mean * all.length)
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
