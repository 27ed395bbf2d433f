import * as m from '#lib/messages/generated/messages.js';
import type { ReviewState } from '#lib/review/signing.ts';

/** How far a month's review is. */
export const reviewStateWords: Readonly<Record<ReviewState, () => string>> = {
	open: m.monthly_state_open,
	prepared: m.monthly_state_prepared,
	reviewed: m.monthly_state_reviewed,
	approved: m.monthly_state_approved
};
