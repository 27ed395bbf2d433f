import { expect } from 'vitest';
import type { Person } from '#lib/server/access/person.ts';
import { arrangeMail, mailArrangement, type GivenMail } from '#lib/server/mail/arrangement.ts';
import { appendEvent, closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { beginState } from '../../fixtures/state-folder.ts';

export const chen: Person = { id: 'declared:陈静', name: '陈静', assurance: 'declared' };
export const minute = 60_000;
export const day = 24 * 60 * minute;
/** In October 2025: its mail is the first that is meant. */
export const beforehand = Date.UTC(2025, 9, 20);

/** What a person fills in: the review goes to two readers on the fifth at nine. */
export const given: GivenMail = {
	on: true,
	host: '127.0.0.1',
	port: '2500',
	security: 'none',
	user: '',
	from: '质量部 <redress@shop.example>',
	recipients: 'chen@shop.example; lin@shop.example',
	day: '5',
	hour: '9',
	form: 'attachment',
	language: 'zh-CN',
	approvedOnly: false,
	address: 'http://127.0.0.1:3000'
};

/** A state and a record in which no mail is arranged. */
export function beginUnarranged(): string {
	delete process.env.REDRESS_SMTP_URL;
	holdRecordInMemory();
	return beginState();
}

/** This is arranged at that time, and nothing before it. */
export async function arrangedAt(at: number, mail: GivenMail): Promise<void> {
	expect(await arrangeMail(chen, mail, null)).toBeNull();
	const { server, schedule } = (await mailArrangement())!;
	await closeRecord();
	holdRecordInMemory();
	await appendEvent(chen, 'mail_arranged', 'review_mail', { server, schedule }, at);
}
