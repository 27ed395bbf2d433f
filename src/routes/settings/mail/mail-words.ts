import * as m from '#lib/messages/generated/messages.js';
import type { LetterWaits } from '#lib/server/mail/sending.ts';
import type { MailField, MailProblem } from '#lib/server/mail/arrangement.ts';

const fields: Readonly<Record<MailField, () => string>> = {
	on: m.mail_on,
	host: m.mail_host,
	port: m.mail_port,
	security: m.mail_security,
	user: m.mail_user,
	from: m.mail_from,
	recipients: m.mail_recipients,
	day: m.mail_day,
	hour: m.mail_hour,
	form: m.mail_form,
	language: m.mail_language,
	approvedOnly: m.mail_approved_only,
	reminders: m.mail_reminders,
	address: m.mail_address
};

const waits: Readonly<Record<LetterWaits, () => string>> = {
	no_such_month: m.monthly_not_found,
	month_runs: m.mail_waits_month_runs,
	not_approved: m.mail_waits_not_approved,
	nothing_due: m.mail_waits_nothing_due
};

type Refused = MailProblem | { readonly problem: 'not_arranged' } | { readonly waits: LetterWaits };

/** Why something was not kept or not sent. */
export function problemText(refused: Refused): string {
	if ('waits' in refused) return waits[refused.waits]();
	switch (refused.problem) {
		case 'unreadable':
			return m.mail_problem_unreadable({ field: fields[refused.field]() });
		case 'host_missing':
			return m.mail_problem_host_missing();
		case 'recipients_missing':
			return m.mail_problem_recipients_missing();
		case 'password_in_clear':
			return m.mail_problem_password_in_clear();
		case 'password_again':
			return m.mail_problem_password_again();
		default:
			return m.mail_problem_not_arranged();
	}
}
