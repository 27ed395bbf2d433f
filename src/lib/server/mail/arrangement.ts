import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
	mailForms,
	mailSecurities,
	type MailSchedule,
	type MailSecurity
} from '#lib/review/mailing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';
import { stateFolder } from '#lib/server/state/state.ts';

/** The mail server, without its password. */
export interface MailServer {
	readonly host: string;
	readonly port: number;
	readonly security: MailSecurity;
	readonly user: string;
	readonly from: string;
}

/** As people arranged it; the password is in none of it. */
export interface MailArrangement {
	readonly server: MailServer;
	readonly schedule: MailSchedule;
	/** Since when it is on, this day and hour, epoch milliseconds: what was due before is not sent. */
	readonly arrangedAt: number;
	/** Since when days are reminded of, epoch milliseconds: whoever moves the hour still means today. */
	readonly remindingSince: number;
	readonly by: string;
	readonly number: number;
}

type Body = Pick<MailArrangement, 'server' | 'schedule'>;

const subject = 'review_mail';

export async function mailArrangement(): Promise<MailArrangement | null> {
	let standing: MailArrangement | null = null;
	for (const { body, happenedAt, person, number } of await eventsOf<Body>(
		['mail_arranged'],
		subject
	)) {
		// Who corrects a password or a recipient still means the month that is due.
		const arrangedAt: number =
			standing && sameTime(standing.schedule, body.schedule)
				? Math.min(standing.arrangedAt, happenedAt)
				: happenedAt;
		const remindingSince: number =
			standing && reminds(standing.schedule) === reminds(body.schedule)
				? standing.remindingSince
				: happenedAt;
		standing = { ...body, arrangedAt, remindingSince, by: person.name, number };
	}
	return standing;
}

function sameTime(a: MailSchedule, b: MailSchedule): boolean {
	return a.on === b.on && a.day === b.day && a.hour === b.hour;
}

function reminds({ reminders }: MailSchedule): boolean {
	return reminders ?? false;
}

const address = z.email().max(200);
/** `Redress <redress@shop.example>` or the address alone. */
const sender = z
	.string()
	.trim()
	.max(300)
	.refine((text) => address.safeParse(/<([^<>]*)>$/.exec(text)?.[1] ?? text).success)
	.refine((text) => !/[\r\n]/.test(text));

const shape = z.object({
	on: z.boolean(),
	host: z
		.string()
		.trim()
		.max(200)
		.regex(/^[\w.:-]*$/),
	port: z.coerce.number().int().min(1).max(65_535),
	security: z.enum(mailSecurities),
	user: z.string().trim().max(200),
	from: sender,
	recipients: z
		.string()
		.transform((text) => [...new Set(text.split(/[\s,;，；、]+/).filter(Boolean))])
		.pipe(z.array(address).max(100)),
	day: z.coerce.number().int().min(1).max(28),
	hour: z.coerce.number().int().min(0).max(23),
	form: z.enum(mailForms),
	language: z.enum(['en', 'zh-CN', 'zh-TW']),
	approvedOnly: z.boolean(),
	reminders: z.boolean().default(false),
	address: z.url({ protocol: /^https?$/ }).max(300)
});
export type GivenMail = z.input<typeof shape>;

export type MailField = keyof GivenMail;
export type MailProblem =
	| { readonly problem: 'unreadable'; readonly field: MailField }
	| {
			readonly problem:
				'host_missing' | 'recipients_missing' | 'password_in_clear' | 'password_again';
	  };

/**
 * Keeps who gets which mail by which server.
 *
 * @param password null leaves the one that is kept, for the same server and user only; empty, or no
 * server, forgets it. Kept in a file of the state folder for its owner only, never in the record.
 */
export async function arrangeMail(
	person: Person,
	form: GivenMail,
	password: string | null
): Promise<MailProblem | null> {
	const read = shape.safeParse(form);
	if (!read.success) {
		const field = (read.error.issues[0]?.path[0] ?? 'host') as MailField;
		return { problem: 'unreadable', field };
	}
	const { host, port, security, user, from, ...schedule } = read.data;
	const byAddress = smtpAddress() !== null;
	const sends = schedule.on || schedule.reminders;
	if (sends && host === '' && !byAddress) return { problem: 'host_missing' };
	if (sends && schedule.recipients.length === 0) return { problem: 'recipients_missing' };
	const secret = password ?? keptPassword();
	if (host !== '' && secret !== '' && security === 'none' && !isLoopback(host))
		return { problem: 'password_in_clear' };
	const server: MailServer = { host, port, security, user, from };
	// A secret goes to nobody but whom it was given for, and is not kept for nobody.
	const given = host === '' ? '' : password;
	if (given === null && hasPassword() && !sameLogin(server, (await mailArrangement())?.server))
		return { problem: 'password_again' };
	if (given !== null) keepPassword(given);
	const body: Body = { server, schedule };
	await appendEvent(person, 'mail_arranged', subject, body);
	return null;
}

function sameLogin(a: MailServer, b: MailServer | undefined): boolean {
	return a.host === b?.host && a.port === b.port && a.security === b.security && a.user === b.user;
}

/** A mail server as it is reached, password included: never to be kept, logged or shown. */
export interface ReachedMailServer extends Omit<MailServer, 'from'> {
	readonly password: string;
}

/** The server of REDRESS_SMTP_URL, else the one arranged; null where neither is there. */
export function reachedServer(arranged: MailServer): ReachedMailServer | null {
	const named = smtpAddress();
	if (named) return named;
	return arranged.host === '' ? null : { ...arranged, password: keptPassword() };
}

/** `smtps://user:password@host:465`, `smtp://host:587`; an unreadable one counts as none. */
export function smtpAddress(text = process.env.REDRESS_SMTP_URL): ReachedMailServer | null {
	if (!text || !URL.canParse(text)) return null;
	const url = new URL(text);
	if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') return null;
	const login = loginOf(url);
	if (!login) return null;
	const closed = url.protocol === 'smtps:';
	const host = url.hostname.replace(/^\[|\]$/g, '');
	if (host === '') return null;
	return {
		host,
		port: Number(url.port) || (closed ? 465 : 587),
		// Only on this very machine may a mail go in clear.
		security: closed ? 'tls' : isLoopback(host) ? 'none' : 'starttls',
		...login
	};
}

/** REDRESS_SMTP_URL is there and names no server: whoever set it must not wait for mail in vain. */
export function smtpAddressUnreadable(text = process.env.REDRESS_SMTP_URL): boolean {
	return Boolean(text) && smtpAddress(text) === null;
}

/** Null where a percent sign in it stands for nothing. */
function loginOf({ username, password }: URL): { user: string; password: string } | null {
	try {
		return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
	} catch {
		return null;
	}
}

function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

export function hasPassword(): boolean {
	return existsSync(passwordFile());
}

function passwordFile(): string {
	return join(stateFolder(), 'mail-password');
}

function keptPassword(): string {
	return hasPassword() ? readFileSync(passwordFile(), 'utf8') : '';
}

function keepPassword(password: string): void {
	rmSync(passwordFile(), { force: true });
	if (password !== '') writeFileSync(passwordFile(), password, { mode: 0o600 });
}
