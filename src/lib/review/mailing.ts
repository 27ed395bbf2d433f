import type { Day } from '#lib/filter/filter.ts';
import { shiftMonth } from '#lib/filter/period.ts';

/** What a mail carries: the address of the review, or the workbook as well. */
export const mailForms = ['link', 'attachment'] as const;
export type MailForm = (typeof mailForms)[number];

/** How the way to the mail server is kept closed. */
export const mailSecurities = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** When and what of a month's review goes to whom. */
export interface MailSchedule {
	readonly on: boolean;
	readonly recipients: readonly string[];
	/** Day of the month after, 1–28, and hour of the business zone. */
	readonly day: number;
	readonly hour: number;
	readonly form: MailForm;
	readonly language: string;
	/** Not before it is approved. */
	readonly approvedOnly: boolean;
	/** Each day at that hour, what is due and overdue in improvements; absent where never asked for. */
	readonly reminders?: boolean;
	/** Address under which the readers reach this server. */
	readonly address: string;
}

/**
 * The month whose review is due at an instant: the one before the last date of the schedule that has
 * passed. Older ones are not made up for.
 *
 * @param wall now as wall time of the business zone, epoch milliseconds as if it were UTC
 */
export function dueMonth(
	{ day, hour }: Pick<MailSchedule, 'day' | 'hour'>,
	wall: number
): { readonly month: Day; readonly dueAt: number } {
	const thisMonth = `${new Date(wall).toISOString().slice(0, 7)}-01`;
	const dueIn = (month: Day): number =>
		Date.parse(`${month}T00:00:00Z`) + ((day - 1) * 24 + hour) * 3_600_000;
	const of = dueIn(thisMonth) <= wall ? thisMonth : shiftMonth(thisMonth, -1);
	return { month: shiftMonth(of, -1), dueAt: dueIn(of) };
}

/**
 * The day whose reminder is due at an instant: today, from its hour on. A day that has passed is not made up
 * for: what it would have said stands in the next.
 *
 * @param wall as of `dueMonth`
 */
export function dueDay(
	{ hour }: Pick<MailSchedule, 'hour'>,
	wall: number
): { readonly day: Day; readonly dueAt: number } | null {
	const day = new Date(wall).toISOString().slice(0, 10);
	const dueAt = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
	return dueAt <= wall ? { day, dueAt } : null;
}

/** Minutes to the next try after so many that failed; after the last it is given up until somebody asks. */
const waitsMinutes = [5, 15, 60, 240, 720, 1_440, 1_440] as const;

/** An act of sending, as the record tells it. */
export type MailAct = {
	readonly happenedAt: number;
	readonly body: MailActBody;
} & { readonly kind: 'mail_begun' | 'mail_sent' | 'mail_failed' };

export interface MailActBody {
	/** Month of the review, or the day of a reminder. */
	readonly month: Day;
	/** What the mail is about where it is no review. */
	readonly about?: 'duties';
	readonly recipient: string;
	/** Names one try. */
	readonly attempt: string;
	/** Of `mail_failed`: what the mail server or the way to it said. */
	readonly reason?: string;
	readonly code?: string;
}

/** How a month's or day's mail to one recipient stands. */
export interface Delivery {
	readonly month: Day;
	readonly about?: 'duties' | undefined;
	readonly recipient: string;
	/** `under_way`: begun, its end not told. */
	readonly state: 'under_way' | 'sent' | 'failed';
	readonly attempt: string;
	/** Tries that failed since the last that did not. */
	readonly failures: number;
	/** Epoch milliseconds of the last act. */
	readonly at: number;
	readonly reason: string;
	readonly code: string;
}

/** Acts in order → how each mail stands, by month and recipient. */
export function deliveriesOf(acts: readonly MailAct[]): ReadonlyMap<string, Delivery> {
	const all = new Map<string, Delivery>();
	for (const { kind, happenedAt: at, body } of acts) {
		const { month, about, recipient, attempt, reason = '', code = '' } = body;
		const key = deliveryKey(month, recipient, about);
		const failures = all.get(key)?.failures ?? 0;
		const common = { month, about, recipient, attempt, at, reason, code };
		if (kind === 'mail_begun') all.set(key, { ...common, state: 'under_way', failures });
		else if (kind === 'mail_sent') all.set(key, { ...common, state: 'sent', failures: 0 });
		else all.set(key, { ...common, state: 'failed', failures: failures + 1 });
	}
	return all;
}

export function deliveryKey(month: Day, recipient: string, about = 'review'): string {
	return JSON.stringify([about, month, recipient.toLowerCase()]);
}

/**
 * When a mail is tried (again): now or later as epoch milliseconds, null for never of itself. A try whose
 * end nobody knows (the server was killed under it) may have arrived: it is not repeated unasked.
 */
export function nextTry(delivery: Delivery | undefined): number | null {
	if (!delivery) return 0;
	if (delivery.state !== 'failed') return null;
	const wait = waitsMinutes[delivery.failures - 1];
	return wait === undefined ? null : delivery.at + wait * 60_000;
}
