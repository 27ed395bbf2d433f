import type { Comment, CommentedSection, Decision } from './minutes.ts';
import type { MonthReview } from './month-review.ts';
import type { FollowedDecision } from './signing.ts';

/** What people said and decided about a month, as it stood when it was signed. */
export interface FrozenMinutes {
	readonly comments: Readonly<Partial<Record<CommentedSection, Comment>>>;
	readonly decisions: readonly Decision[];
	readonly followed: readonly FollowedDecision[];
}

/**
 * A month as it is signed: numbers, sentences in every language, what people said. Kept in the record
 * with the first signature and never made anew.
 */
export interface FrozenReview<Words> extends FrozenMinutes {
	readonly version: number;
	readonly review: MonthReview;
	/** By language. */
	readonly words: Readonly<Record<string, Words>>;
}
