import { afterEach, beforeEach, expect, test } from 'vitest';
import { arrangeMail, mailArrangement, type GivenMail } from '#lib/server/mail/arrangement.ts';
import { deliveries, remindDue, sendDue } from '#lib/server/mail/sending.ts';
import { appendEvent } from '#lib/server/record/record.ts';
import { dutiesLetter } from '../../../src/routes/improvements/duties-letter.ts';
import { openFixture, serve } from '../../fixtures/cases.ts';
import { plantImprovements } from '../../fixtures/improvements.ts';
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

/** 1 November 2025, 09:00 in Shanghai. */
const first = Date.UTC(2025, 10, 1, 1);

let mail: LoopbackMailServer;
const written = { subject: '改进事项：逾期 2 项', text: '•', html: '<p>•</p>', attachment: null };
const write = () => Promise.resolve(written);

/** Both readers are reminded at nine; the review goes to nobody. */
const asked: GivenMail = {
	...given,
	on: false,
	reminders: true,
	day: '1',
	form: 'link',
	address: 'http://127.0.0.1:3000/'
};
const arranged = (changes: Partial<GivenMail> = {}, at = beforehand) =>
	arrangedAt(at, { ...asked, port: String(mail.port), ...changes });

beforeEach(async () => {
	beginUnarranged();
	mail = await beginMailServer();
});
afterEach(async () => {
	await mail.stop();
	await endState();
});

test('each reader is reminded once a day from its hour on, the review going its own way', async () => {
	await arranged({ on: true });
	await remindDue(write, first - minute);
	expect(mail.arrived).toHaveLength(0);
	await remindDue(write, first);
	await remindDue(write, first + 5 * 60 * minute);
	expect(mail.arrived.map(({ to }) => to)).toEqual([['chen@shop.example'], ['lin@shop.example']]);
	// The review of October, due that very hour, is another mail of the same day.
	await sendDue(() => Promise.resolve({ ...written, subject: '评审' }), first);
	expect(mail.arrived.slice(2).map((one) => one.mail.subject)).toEqual(['评审', '评审']);
	await remindDue(write, first + day);
	expect(mail.arrived).toHaveLength(6);
	// A day nobody could be reminded of is not made up for.
	await remindDue(write, first + 4 * day);
	expect(mail.arrived).toHaveLength(8);
	expect(
		[...(await deliveries()).values()].map(({ about, month }) => [about, month])
	).toContainEqual(['duties', '2025-11-01']);
});

test('nobody is reminded who did not ask for it, and who asks late in a day begins the next', async () => {
	await arranged({ on: true, reminders: false });
	await remindDue(write, first);
	expect(mail.arrived).toHaveLength(0);
	await arranged({}, first + 60 * minute);
	await remindDue(write, first + 61 * minute);
	expect(mail.arrived).toHaveLength(0);
	await remindDue(write, first + day);
	expect(mail.arrived).toHaveLength(2);
});

test('an hour moved forward within a day does not skip the day, nor remind twice', async () => {
	await arranged();
	const { server, schedule } = (await mailArrangement())!;
	const moved = (hour: number, at: number) =>
		appendEvent(
			chen,
			'mail_arranged',
			'review_mail',
			{ server, schedule: { ...schedule, hour } },
			at
		);
	// At half past eight the nine of that day becomes an eight, which has passed.
	await moved(8, first - 30 * minute);
	await remindDue(write, first - 29 * minute);
	expect(mail.arrived).toHaveLength(2);
	await moved(7, first);
	await remindDue(write, first + minute);
	expect(mail.arrived).toHaveLength(2);
});

test('whether anything is due is asked once a day; what falls due later waits for the next', async () => {
	await arranged();
	let asked = 0;
	let due = false;
	const counting = () => {
		asked += 1;
		return Promise.resolve(due ? written : ({ waits: 'nothing_due' } as const));
	};
	const quiet = first + 10 * day;
	await remindDue(counting, quiet);
	due = true;
	await remindDue(counting, quiet + minute);
	await remindDue(counting, quiet + 5 * 60 * minute);
	expect([asked, mail.arrived.length]).toEqual([1, 0]);
	await remindDue(counting, quiet + day);
	expect([asked, mail.arrived.length]).toEqual([2, 2]);
});

test('a reminder that was refused is tried again that day and keeps nobody else from theirs', async () => {
	await arranged();
	mail.refuses.add('chen@shop.example');
	await remindDue(write, first);
	expect(mail.arrived.map(({ to }) => to)).toEqual([['lin@shop.example']]);
	mail.refuses.clear();
	await remindDue(write, first + 4 * minute);
	expect(mail.arrived).toHaveLength(1);
	await remindDue(write, first + 5 * minute);
	expect(mail.arrived.map(({ to }) => to)).toEqual([['lin@shop.example'], ['chen@shop.example']]);
});

test('readers without a server, or a server without readers, are refused for reminders too', async () => {
	expect(await arrangeMail(chen, { ...asked, host: '' }, null)).toEqual({
		problem: 'host_missing'
	});
	expect(await arrangeMail(chen, { ...asked, recipients: '' }, null)).toEqual({
		problem: 'recipients_missing'
	});
});

test('the mail says what is late and due, whose it is, with a way to each; without any none is sent', async () => {
	const store = await openFixture([{ received: '2025-03-03 09:00' }], { asOf: '2025-11-18' });
	serve(store);
	await arranged({ recipients: 'chen@shop.example' });
	expect(await remindDue(dutiesLetter, first)).toEqual({ waits: 'nothing_due' });
	expect(mail.arrived).toHaveLength(0);

	await plantImprovements();
	await remindDue(dutiesLetter, first + minute);
	expect(mail.arrived).toHaveLength(0);
	await remindDue(dutiesLetter, first + day);
	const [arrived] = mail.arrived;
	expect(arrived?.mail.subject).toMatch(/^改进事项：逾期 \d+ 项，到期 \d+ 项$/);
	const text = arrived?.mail.text ?? '';
	// The action of the story that is late by six days, its owner, and the page it stands on.
	expect(text).toMatch(
		/• \d{4}-\d\d 大家电安装改期不通知.*安装商短信接口上线.*孙蕾.*6 天\n {2}http:\/\/127\.0\.0\.1:3000\/improvements\/\d{4}-\d\d\n/
	);
	expect(text.indexOf('逾期')).toBeLessThan(text.indexOf('一周内到期'));
	expect(arrived?.mail.html).toMatch(
		/<a href="http:\/\/127\.0\.0\.1:3000\/improvements\/\d{4}-\d\d">/
	);
	await store.close();
}, 30_000);
