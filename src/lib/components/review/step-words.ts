import * as m from '#lib/messages/generated/messages.js';
import type { ImprovementStep } from '#lib/review/month-review.ts';

/** What happened to an improvement. */
export const stepWords: Readonly<Record<ImprovementStep, () => string>> = {
	started: m.monthly_step_started,
	approved: m.monthly_step_approved,
	effective: m.monthly_step_effective,
	verdict: m.monthly_step_verdict,
	decided: m.monthly_step_decided,
	sustained: m.monthly_step_sustained,
	gain_lost: m.monthly_step_gain_lost,
	closed: m.monthly_step_closed
};
