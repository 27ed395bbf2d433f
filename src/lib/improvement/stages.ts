/** Where an improvement stands. `closed` holds those that ended, with a verdict or without. */
export const stages = ['plan', 'do', 'check', 'act', 'closed'] as const;
export type Stage = (typeof stages)[number];
