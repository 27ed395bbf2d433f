import { afterEach, beforeEach, expect, test } from 'vitest';
import {
	arrangeMail,
	hasPassword,
	mailArrangement,
	smtpAddressUnreadable,
	type GivenMail
} from '#lib/server/mail/arrangement.ts';
import { beginMailing } from '#lib/server/mail/clock.ts';
import { endState } from '../../fixtures/state-folder.ts';
import { beginUnarranged, chen, given } from './arranged-mail.ts';

beforeEach(() => void beginUnarranged());
afterEach(endState);

test('a kept password is asked for again before it goes to another server or user', async () => {
	const arrange = (changes: Partial<GivenMail>, password: string | null = null) =>
		arrangeMail(chen, { ...given, user: 'quality', ...changes }, password);
	expect(await arrange({}, '开门-9')).toBeNull();
	const again = { problem: 'password_again' };
	expect(await arrange({ host: 'other.example', security: 'tls' })).toEqual(again);
	expect(await arrange({ host: 'localhost' })).toEqual(again);
	expect(await arrange({ port: '2525' })).toEqual(again);
	expect(await arrange({ security: 'starttls' })).toEqual(again);
	expect(await arrange({ user: 'sales' })).toEqual(again);
	expect(await mailArrangement()).toMatchObject({ number: 1, server: { user: 'quality' } });
	expect(await arrange({ recipients: 'wu@shop.example' })).toBeNull();
	expect(await arrange({ user: 'sales' }, 'neu-8')).toBeNull();
	expect(await arrange({ host: 'localhost' }, '')).toBeNull();
});

test('who takes the mail server away takes its password away with it', async () => {
	expect(await arrangeMail(chen, { ...given, user: 'quality' }, '开门-9')).toBeNull();
	const without = { ...given, on: false, host: '', user: 'quality' };
	expect(await arrangeMail(chen, { ...without, on: true }, null)).toEqual({
		problem: 'host_missing'
	});
	expect(hasPassword()).toBe(true);
	expect(await arrangeMail(chen, without, null)).toBeNull();
	expect(hasPassword()).toBe(false);
	expect(await mailArrangement()).toMatchObject({ number: 2, server: { host: '' } });
});

test('an address in the environment that cannot be read is told at the start, without its words', () => {
	const told = (): number => {
		let times = 0;
		const write = () => Promise.reject(new Error('no mail is due'));
		beginMailing(write, write, { failed: () => undefined, unreadable: () => (times += 1) });
		process.emit('sveltekit:shutdown' as never);
		return times;
	};
	expect(told()).toBe(0);
	process.env.REDRESS_SMTP_URL = 'smtp://mail.shop.example';
	expect(told()).toBe(0);
	for (const wrong of ['mail.shop.example:587', 'smtp://u:50%off@mail.shop.example', 'smtps://']) {
		process.env.REDRESS_SMTP_URL = wrong;
		expect([wrong, told(), smtpAddressUnreadable()]).toEqual([wrong, 1, true]);
	}
});

test('an unreadable arrangement is refused by its field, a password never goes in clear over a line', async () => {
	const wrong = (changes: Partial<GivenMail>, password: string | null = null) =>
		arrangeMail(chen, { ...given, ...changes }, password);
	expect(await wrong({ recipients: 'chen@shop.example, lin' })).toEqual({
		problem: 'unreadable',
		field: 'recipients'
	});
	expect(await wrong({ from: 'x@y.example\r\nBcc: z@y.example' })).toMatchObject({ field: 'from' });
	expect(await wrong({ day: '31' })).toMatchObject({ field: 'day' });
	expect(await wrong({ recipients: '' })).toEqual({ problem: 'recipients_missing' });
	expect(await wrong({ host: '' })).toEqual({ problem: 'host_missing' });
	expect(await wrong({ host: 'mail.shop.example' }, 'x')).toEqual({ problem: 'password_in_clear' });
	expect(await mailArrangement()).toBeNull();
});
