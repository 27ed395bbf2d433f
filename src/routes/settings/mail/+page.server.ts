import { fail, redirect } from '@sveltejs/kit';
import { ownAddress } from '#lib/server/http/own-address.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import { endUnknown, deliveries, duePlan, sendNow } from '#lib/server/mail/sending.ts';
import {
	arrangeMail,
	hasPassword,
	mailArrangement,
	smtpAddress,
	smtpAddressUnreadable,
	type GivenMail
} from '#lib/server/mail/arrangement.ts';
import { monthsOfReviews } from '#lib/server/questions/review-list.ts';
import { monthNamed } from '../../reviews/[month]/month-page.ts';
import { reviewLetter } from '../../reviews/[month]/letter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const [arranged, months, sent] = await Promise.all([
		mailArrangement(),
		monthsOfReviews(locals.person, request.signal),
		deliveries()
	]);
	const named = smtpAddress();
	return {
		arranged,
		/** Without user and password: they are told to nobody. */
		named: named && { host: named.host, port: named.port, security: named.security },
		unreadable: smtpAddressUnreadable(),
		hasPassword: hasPassword(),
		here: ownAddress(url),
		months: months.filter(({ partial }) => !partial).map(({ month }) => month),
		deliveries: [...sent.values()]
			.map((delivery) => ({ ...delivery, unknown: endUnknown(delivery) }))
			.sort((a, b) => b.at - a.at),
		due: arranged && (await duePlan(arranged, Date.now()))
	};
};

export const actions: Actions = {
	arrange: async ({ request, locals }) => {
		const form = await request.formData();
		const text = (name: string): string => textOf(form, name);
		const given: GivenMail = {
			on: form.has('on'),
			host: text('host'),
			port: text('port') || '587',
			security: text('security') as GivenMail['security'],
			user: text('user'),
			from: text('from'),
			recipients: text('recipients'),
			day: text('day'),
			hour: text('hour'),
			form: text('form') as GivenMail['form'],
			language: text('language') as GivenMail['language'],
			approvedOnly: form.has('approved_only'),
			reminders: form.has('reminders'),
			address: text('address')
		};
		const secret = form.get('password');
		// As it was typed: blanks at the ends of a password are part of it.
		const entered = typeof secret === 'string' && secret !== '' ? secret : null;
		const password = form.has('forget_password') ? '' : entered;
		const problem = await arrangeMail(locals.person, given, password);
		if (problem) return fail(400, { ...problem, given });
		redirect(303, '/settings/mail');
	},
	send: async ({ request, locals }) => {
		const form = await request.formData();
		const month = monthNamed(String(form.get('month')));
		const recipients = form.getAll('recipient').map(String);
		const arranged = await mailArrangement();
		// Only who is arranged: this form is no way to write to anybody.
		const known = recipients.filter((one) => arranged?.schedule.recipients.includes(one));
		if (month === null || known.length === 0)
			return fail(400, { problem: 'recipients_missing' as const, given: null });
		const result = await sendNow(locals.person, { month, recipients: known }, reviewLetter);
		if (result) return fail(409, { ...result, given: null });
		redirect(303, '/settings/mail#sent');
	}
};
