import { turns } from '#lib/server/state/turns.ts';

/** Does one act of an audit after the other. */
export const inTurn = turns();
