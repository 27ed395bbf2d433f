import type { Formats } from '#lib/format/formats.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import * as m from '#lib/messages/generated/messages.js';

/** A month or week by its first day. */
export function periodLabel(f: Formats, step: Plan['step'], since: string): string {
	return step === 'month' ? f.month(since) : m.control_week_of({ day: f.day(since) });
}
