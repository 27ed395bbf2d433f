import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
	arrangeMail,
	mailArrangement,
	smtpAddress,
	type GivenMail
} from '#lib/server/mail/arrangement.ts';
import { deliveries, endUnknown, sendDue, sendNow } from '#lib/server/mail/sending.ts';
import type { Letter } from '#lib/server/mail/smtp.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';
import { endState } from '../../fixtures/state-folder.ts';
import {
	arrangedAt,
	beforehand,
	beginUnarranged,
	chen,
	day,
	given,
	minute
} from './arranged-mail.ts';
import { beginMailServer, type LoopbackMailServer } from './mail-server.ts';

/** 5 November 2025, 09:00 in Shanghai. */
const due = Date.UTC(2025, 10, 5, 1);

const workbook = new Uint8Array([80, 75, 3, 4, 0, 255, 13, 10, 46, 10]);
const letter: Letter = {
	subject: '2025 年 10 月投诉月度评审：虚假宣传首次超出上控制限',
	text: '10 月受理 1,842 件。',
	html: '<p>10 月受理 1,842 件。</p>',
	attachment: { name: '投诉月度评审 2025-10（物流、质量）.xlsx', bytes: workbook }
};
const write = () => Promise.resolve(letter);

let folder: string;
let mail: LoopbackMailServer;
const arranged = (changes: Partial<GivenMail> = {}) =>
	arrangedAt(beforehand, { ...given, port: String(mail.port), ...changes });

const states = async () =>
	[...(await deliveries()).values()].map(({ recipient, state, failures }) => [
		recipient,
		state,
		failures
	]);

beforeEach(async () => {
	folder = beginUnarranged();
	mail = await beginMailServer();
});
afterEach(async () => {
	await mail.stop();
	await endState();
});

test('the month before is sent on its day, to each once, with its Chinese whole', async () => {
	await arranged();
	await sendDue(write, due - minute);
	expect(mail.arrived).toHaveLength(0);
	await sendDue(write, due);
	await sendDue(write, due + minute);
	await sendDue(write, due + 20 * day);
	expect(mail.arrived.map(({ to }) => to)).toEqual([['chen@shop.example'], ['lin@shop.example']]);
	const [first] = mail.arrived;
	expect(first?.mail.subject).toBe(letter.subject);
	expect(first?.mail.from).toMatchObject({ name: '质量部', address: 'redress@shop.example' });
	expect(first?.mail.to).toMatchObject([{ address: 'chen@shop.example' }]);
	expect(first?.mail.text?.trim()).toBe(letter.text);
	const [attachment] = first?.mail.attachments ?? [];
	expect(attachment?.filename).toBe('投诉月度评审 2025-10（物流、质量）.xlsx');
	expect(new Uint8Array(attachment?.content as ArrayBuffer)).toEqual(workbook);
	// Old mailboxes read Latin: every byte on the way is ASCII.
	expect(Math.max(...[...first!.raw].map((sign) => sign.charCodeAt(0)))).toBeLessThan(128);
	expect((await eventsOf(['mail_sent'])).map(({ subject }) => subject)).toEqual([
		'2025-10-01',
		'2025-10-01'
	]);
});

test('a server started again sends nothing twice, not even what was under way when it was killed', async () => {
	await arranged();
	const body = {
		month: '2025-10-01',
		recipient: 'lin@shop.example',
		attempt: 'of-another-process'
	};
	await appendEvent(chen, 'mail_begun', '2025-10-01', body, due);
	await sendDue(write, due + minute);
	expect(mail.arrived.map(({ to }) => to)).toEqual([['chen@shop.example']]);
	const lin = [...(await deliveries()).values()].find(({ state }) => state === 'under_way');
	expect(lin?.recipient).toBe('lin@shop.example');
	expect(endUnknown(lin!)).toBe(true);
	// A person who knows that it did not arrive may ask.
	await sendNow(chen, { month: '2025-10-01', recipients: ['lin@shop.example'] }, write);
	expect(mail.arrived).toHaveLength(2);
});

test('a refused recipient keeps nobody else from the mail, is told with the reason, and tried again', async () => {
	await arranged();
	mail.refuses.add('chen@shop.example');
	await sendDue(write, due);
	expect(mail.arrived.map(({ to }) => to)).toEqual([['lin@shop.example']]);
	const [failed] = [...(await deliveries()).values()];
	expect(failed).toMatchObject({
		recipient: 'chen@shop.example',
		state: 'failed',
		code: 'EENVELOPE'
	});
	expect(failed?.reason).toContain('550');
	expect(failed?.reason).toContain('No such mailbox here');
	mail.refuses.clear();
	await sendDue(write, failed!.at + 4 * minute);
	expect(mail.arrived).toHaveLength(1);
	await sendDue(write, failed!.at + 5 * minute);
	expect(mail.arrived.map(({ to }) => to)).toEqual([['lin@shop.example'], ['chen@shop.example']]);
	expect(mail.arrived[1]?.mail.messageId).not.toBe(mail.arrived[0]?.mail.messageId);
});

test('a mail server that is down is tried later and later, and after the last try not again', async () => {
	await arranged({ recipients: 'chen@shop.example' });
	const { port } = mail;
	await mail.stop();
	let now = due;
	for (let tries = 0; tries < 8; tries++) {
		await sendDue(write, now);
		const [one] = [...(await deliveries()).values()];
		expect(one).toMatchObject({ state: 'failed', failures: tries + 1, code: 'ESOCKET' });
		const wait = [5, 15, 60, 240, 720, 1_440, 1_440][tries];
		now = one!.at + (wait ?? 0) * minute;
	}
	await sendDue(write, now + 10 * day);
	expect((await eventsOf(['mail_failed'])).length).toBe(8);
	mail = await beginMailServer({ port });
	await sendNow(chen, { month: '2025-10-01', recipients: ['chen@shop.example'] }, write);
	expect(await states()).toEqual([['chen@shop.example', 'sent', 0]]);
});

test('what is not to be sent yet waits, and who switches it on late does not mean the month before', async () => {
	await arranged();
	expect(await sendDue(() => Promise.resolve({ waits: 'month_runs' }), due)).toEqual({
		waits: 'month_runs'
	});
	expect(await deliveries()).toEqual(new Map());
	await sendDue(write, due + minute);
	expect(mail.arrived).toHaveLength(2);

	const { server, schedule } = (await mailArrangement())!;
	const off = { server, schedule: { ...schedule, on: false } };
	await appendEvent(chen, 'mail_arranged', 'review_mail', off, due + minute);
	const later = { server, schedule: { ...schedule, recipients: ['wu@shop.example'] } };
	await appendEvent(chen, 'mail_arranged', 'review_mail', later, due + 2 * minute);
	await sendDue(write, due + 3 * minute);
	expect(mail.arrived).toHaveLength(2);
	// 5 December 2025, 09:00 in Shanghai.
	await sendDue(write, Date.UTC(2025, 11, 5, 1));
	expect(mail.arrived[2]?.to).toEqual(['wu@shop.example']);
	expect((await eventsOf(['mail_sent'])).at(-1)?.subject).toBe('2025-11-01');
});

test('who corrects a recipient after the due day still means the month that is due', async () => {
	await arranged({ recipients: 'chen@shop.example' });
	await sendDue(write, due);
	const { server, schedule } = (await mailArrangement())!;
	const more = { ...schedule, recipients: ['chen@shop.example', 'wu@shop.example'] };
	await appendEvent(chen, 'mail_arranged', 'review_mail', { server, schedule: more }, due + day);
	await sendDue(write, due + day + minute);
	expect(mail.arrived.map(({ to }) => to)).toEqual([['chen@shop.example'], ['wu@shop.example']]);
	expect((await mailArrangement())?.arrangedAt).toBe(beforehand);
	// Another hour is another schedule: it begins anew.
	const moved = { server, schedule: { ...more, hour: 10 } };
	await appendEvent(chen, 'mail_arranged', 'review_mail', moved, due + 2 * day);
	expect((await mailArrangement())?.arrangedAt).toBe(due + 2 * day);
});

test('a copy carries the same identity, a corrected review another', async () => {
	await arranged({ recipients: 'chen@shop.example' });
	const plan = { month: '2025-10-01', recipients: ['chen@shop.example'] };
	const versions = [letter, letter, { ...letter, text: '改' }, { ...letter, html: '<p>改</p>' }];
	for (const version of versions) await sendNow(chen, plan, () => Promise.resolve(version));
	const ids = mail.arrived.map((one) => one.mail.messageId);
	expect(ids).toHaveLength(4);
	expect(ids[1]).toBe(ids[0]);
	expect(new Set(ids).size).toBe(3);
});

test('the password is in a file of its owner alone, in no event, and opens the mail server', async () => {
	await mail.stop();
	mail = await beginMailServer({ password: '开门-9' });
	const open = { ...given, port: String(mail.port) };
	const locked = { ...open, user: 'quality' };
	expect(await arrangeMail(chen, locked, '开门-9')).toBeNull();
	expect(statSync(join(folder, 'mail-password')).mode & 0o777).toBe(0o600);
	expect(readFileSync(join(folder, 'mail-password'), 'utf8')).toBe('开门-9');
	await sendNow(chen, { month: '2025-10-01', recipients: ['chen@shop.example'] }, write);
	expect(mail.logins).toEqual(['quality']);
	expect(mail.arrived).toHaveLength(1);
	// A wrong one is told without being repeated.
	await arrangeMail(chen, locked, 'zu-kurz-77');
	await sendNow(chen, { month: '2025-10-01', recipients: ['lin@shop.example'] }, write);
	expect((await states()).at(-1)).toEqual(['lin@shop.example', 'failed', 1]);
	const everything = JSON.stringify(
		await eventsOf(['mail_arranged', 'mail_begun', 'mail_sent', 'mail_failed'])
	);
	expect(everything).not.toContain('开门-9');
	expect(everything).not.toContain('zu-kurz-77');
	await arrangeMail(chen, open, '');
	expect(() => statSync(join(folder, 'mail-password'))).toThrow('ENOENT');
});

test('the address in the environment is preferred and closes the way by itself', async () => {
	expect(smtpAddress('smtps://quality:p%40ss@mail.shop.example')).toEqual({
		host: 'mail.shop.example',
		port: 465,
		security: 'tls',
		user: 'quality',
		password: 'p@ss'
	});
	expect(smtpAddress('smtp://mail.shop.example')).toMatchObject({
		port: 587,
		security: 'starttls'
	});
	expect(smtpAddress('http://mail.shop.example')).toBeNull();
	expect(smtpAddress('nonsense')).toBeNull();
	expect(smtpAddress('smtp://u:50%off@mail.shop.example')).toBeNull();
	process.env.REDRESS_SMTP_URL = `smtp://127.0.0.1:${mail.port}`;
	await arranged({ host: '' });
	await sendDue(write, due);
	expect(mail.arrived).toHaveLength(2);
});
