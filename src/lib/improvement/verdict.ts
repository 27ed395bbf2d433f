import type { Doubt } from './doubts.ts';
import type { Method } from './plan.ts';

/** effective: wholly on the good side of no change; worse: wholly on the bad side. */
export const outcomes = ['effective', 'worse', 'not_shown', 'cannot_tell'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * A change and its 95 % interval, good or bad as it is: ratio after ÷ before for rates, counts and times
 * (`kind` ratio, no change 1), difference after − before for shares (`kind` difference, no change 0).
 */
export interface Effect {
	/** After ÷ before, a difference of shares, or one of means in the unit of the measure. */
	readonly kind: 'ratio' | 'difference' | 'amount';
	readonly estimate: number;
	readonly lower: number;
	readonly upper: number;
}

/** Values before and after, in the unit the measure is shown in. */
export interface BeforeAfter {
	readonly before: number | null;
	readonly after: number | null;
	readonly beforePoints: number;
	readonly afterPoints: number;
	readonly beforeCases: number;
	readonly afterCases: number;
}

/** One row of "would it have fallen anyway": a way to see the change, and what it says. */
export interface EffectView {
	readonly view:
		| 'primary'
		| 'own_change'
		| 'comparison_change'
		| 'against_comparison'
		| 'with_excluded'
		| 'plain_before_after'
		| 'chart_phase'
		/** Beside a verdict: the same with what came after the check date. */
		| 'since_then';
	readonly method: Method;
	readonly effect: Effect | null;
	readonly values: BeforeAfter;
	readonly outcome: Outcome;
	/** Why there is no effect, or what weakens it. */
	readonly doubts: readonly Doubt[];
}

/** An amount with its 95 % interval; negative where there was more. */
export interface Avoided {
	readonly value: number;
	readonly lower: number;
	readonly upper: number;
}

/** What the locked plan says of the data. Everything it rests on is kept with it. */
export interface Verdict {
	readonly outcome: Outcome;
	/** False before the data reach the check date: a preview, which is no verdict. */
	readonly due: boolean;
	readonly primary: EffectView;
	readonly others: readonly EffectView[];
	readonly targetReached: boolean | null;
	readonly smallestChangeReached: boolean;
	/** cannot_tell: about so many more periods like these would tell; null where that cannot be said. */
	readonly morePeriods: number | null;
	readonly casesAvoided: Avoided | null;
	readonly costAvoided: Avoided | null;
	/** φ of the periods, never below 1. */
	readonly dispersion: number | null;
	/** Season and holiday terms were in the regression. */
	readonly seasons: boolean;
	readonly step: 'week' | 'month';
	/**
	 * Day after the last it may look at: the check date. Absent where it was signed before windows were fixed.
	 */
	readonly judgedUntil?: string | null;
	readonly planVersion: number;
	readonly dataVersion: number;
	readonly asOfDay: string;
	/** Fingerprint of every number it was computed from. */
	readonly fingerprint: string;
}
