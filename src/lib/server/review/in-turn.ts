import { turns } from '#lib/server/state/turns.ts';

/** Does one act about a review after the other. */
export const inTurn = turns();
