import { createHash, randomUUID } from 'node:crypto';
import { zoneOffsets } from '#lib/calendar/zone.ts';
import type { Day } from '#lib/filter/filter.ts';
import {
	deliveriesOf,
	deliveryKey,
	dueDay,
	dueMonth,
	nextTry,
	type Delivery,
	type MailAct,
	type MailActBody,
	type MailSchedule
} from '#lib/review/mailing.ts';
import { product, type Person } from '#lib/server/access/person.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';
import { businessZone } from '#lib/server/state/state.ts';
import { turns } from '#lib/server/state/turns.ts';
import { mailArrangement, reachedServer, type MailArrangement } from './arrangement.ts';
import { MailRefused, sendLetter, type Letter } from './smtp.ts';

/** Why there is nothing to send yet. */
export type LetterWaits = 'no_such_month' | 'month_runs' | 'not_approved' | 'nothing_due';

/** Writes the mail of a month's review, or of what is due on a day. */
export type LetterWriter = (
	month: Day,
	schedule: MailSchedule
) => Promise<Letter | { readonly waits: LetterWaits }>;

const acts = ['mail_begun', 'mail_sent', 'mail_failed'] as const;

const inTurn = turns();
/** Tries of this process whose end is still to come. */
const underWay = new Set<string>();

export async function deliveries(): Promise<ReadonlyMap<string, Delivery>> {
	return deliveriesOf((await eventsOf(acts)) as unknown as MailAct[]);
}

/** True where nobody knows whether a mail arrived: the server ended while it was sent. */
export function endUnknown({ state, attempt }: Delivery): boolean {
	return state === 'under_way' && !underWay.has(attempt);
}

/** What the schedule would do at an instant. */
export interface MailPlan {
	/** Month of the review, or day of the reminder. */
	readonly month: Day;
	readonly about?: 'duties';
	readonly recipients: readonly string[];
}

/** The month that is due and who is still to get it. */
export async function duePlan(
	{ schedule, arrangedAt }: MailArrangement,
	now: number
): Promise<MailPlan | null> {
	if (!schedule.on) return null;
	const { month, dueAt } = dueMonth(schedule, wall(now));
	// Who switches it on in the middle of a month does not mean the month before.
	if (dueAt < wall(arrangedAt)) return null;
	return { month, recipients: await stillToGet(schedule, now, month) };
}

/**
 * Day at whose hour nothing was due: what falls due later in it is said by the next. Only a server that is
 * started again asks again.
 */
let quietDay: Day | null = null;

/** The day that is to be reminded of and who is still to get it. */
async function dueReminder(
	{ schedule, remindingSince }: MailArrangement,
	now: number
): Promise<MailPlan | null> {
	const due = schedule.reminders ? dueDay(schedule, wall(now)) : null;
	if (!due || due.day === quietDay || due.dueAt < wall(remindingSince)) return null;
	const about = 'duties';
	return { month: due.day, about, recipients: await stillToGet(schedule, now, due.day, about) };
}

/** Now as wall time of the business zone. */
const wall = (instant: number): number => instant + zoneOffsets(businessZone())(instant);

async function stillToGet(
	{ recipients }: MailSchedule,
	now: number,
	month: Day,
	about?: MailPlan['about']
): Promise<readonly string[]> {
	const standing = await deliveries();
	return recipients.filter((recipient) => {
		const at = nextTry(standing.get(deliveryKey(month, recipient, about)));
		return at !== null && at <= now;
	});
}

/**
 * Sends what is due, each mail once: what was sent, or begun by a server that then ended, is not sent
 * again. What failed is tried again later and later. Asked each minute.
 */
export function sendDue(
	write: LetterWriter,
	now = Date.now()
): Promise<{ readonly waits: LetterWaits } | null> {
	return sendPlanned(duePlan, write, now);
}

/**
 * Reminds of what is due today, each reader once a day, as `sendDue` sends a month. Asked each minute; whether
 * anything is due is worked out once a day, at its hour.
 */
export function remindDue(
	write: LetterWriter,
	now = Date.now()
): Promise<{ readonly waits: LetterWaits } | null> {
	const writeOnce: LetterWriter = async (day, schedule) => {
		const letter = await write(day, schedule);
		if ('waits' in letter) quietDay = day;
		return letter;
	};
	return sendPlanned(dueReminder, writeOnce, now);
}

function sendPlanned(
	planned: (arranged: MailArrangement, now: number) => Promise<MailPlan | null>,
	write: LetterWriter,
	now: number
): Promise<{ readonly waits: LetterWaits } | null> {
	return inTurn(async () => {
		const arranged = await mailArrangement();
		const plan = arranged && (await planned(arranged, now));
		if (!arranged || !plan || plan.recipients.length === 0) return null;
		return sendTo(product, arranged, plan, write, now);
	});
}

/** Sends a month to these recipients because somebody asks for it, whatever was sent before. */
export function sendNow(
	person: Person,
	plan: MailPlan,
	write: LetterWriter
): Promise<{ readonly waits: LetterWaits } | { readonly problem: 'not_arranged' } | null> {
	return inTurn(async () => {
		const arranged = await mailArrangement();
		if (!arranged) return { problem: 'not_arranged' };
		return sendTo(person, arranged, plan, write, Date.now());
	});
}

async function sendTo(
	person: Person,
	{ server, schedule }: MailArrangement,
	{ month, about, recipients }: MailPlan,
	write: LetterWriter,
	now: number
): Promise<{ readonly waits: LetterWaits } | null> {
	const letter = await write(month, schedule);
	if ('waits' in letter) return letter;
	// A day is no month: what was sent of a review is found by its month alone.
	const subject = about ? `${about} ${month}` : month;
	for (const recipient of recipients) {
		const body: MailActBody = { month, ...(about && { about }), recipient, attempt: randomUUID() };
		underWay.add(body.attempt);
		try {
			await appendEvent(person, 'mail_begun', subject, body, now);
			const reached = reachedServer(server);
			if (!reached) throw new MailRefused('no_server', '');
			const to = { from: server.from, to: recipient, id: messageId(server.from, body, letter) };
			await sendLetter(reached, letter, to);
			await appendEvent(person, 'mail_sent', subject, body, now);
		} catch (error) {
			if (!(error instanceof MailRefused)) throw error;
			const { code, message: reason } = error;
			await appendEvent(person, 'mail_failed', subject, { ...body, code, reason }, now);
		} finally {
			underWay.delete(body.attempt);
		}
	}
	return null;
}

/** Of month, recipient and words: a second copy carries the same, a corrected review another. */
function messageId(
	from: string,
	{ month, about, recipient }: MailActBody,
	{ text, html }: Letter
): string {
	const domain = /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'redress';
	const words = JSON.stringify([recipient.toLowerCase(), text, html]);
	const of = createHash('sha256').update(words).digest('hex').slice(0, 16);
	return `<redress.${about ?? 'review'}.${month}.${of}@${domain}>`;
}
