import { emptyFilter, type Day } from '#lib/filter/filter.ts';
import { knownLocale } from '#lib/messages/negotiate.ts';
import * as m from '#lib/messages/generated/messages.js';
import { inLocale } from '#lib/messages/in-locale.ts';
import type { MailSchedule } from '#lib/review/mailing.ts';
import { isFrozen, reviewState } from '#lib/review/signing.ts';
import { product } from '#lib/server/access/person.ts';
import { escaped } from '#lib/server/mail/escaped.ts';
import type { LetterWaits } from '#lib/server/mail/sending.ts';
import type { Letter } from '#lib/server/mail/smtp.ts';
import { reviewSpan } from '#lib/server/questions/review-span.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { minutesOfMonth } from '#lib/server/review/minutes.ts';
import { toldReview, type ToldReview } from './month-page.ts';
import { workbookOf } from './workbook.ts';

/**
 * The mail of a month's review, in the language of its readers; or why there is none yet. Asked each minute
 * while it waits: what it waits for is looked at before the review is made.
 */
export async function reviewLetter(
	month: Day,
	schedule: MailSchedule
): Promise<Letter | { readonly waits: LetterWaits }> {
	const minutes = await minutesOfMonth(month);
	if (schedule.approvedOnly && reviewState(minutes) !== 'approved')
		return { waits: 'not_approved' };
	if (!isFrozen(minutes)) {
		const { log } = await scopeOf(product, emptyFilter);
		const span = log && reviewSpan(log, month);
		if (!span) return { waits: 'no_such_month' };
		if (span.partial) return { waits: 'month_runs' };
	}
	const locale = knownLocale(schedule.language) ?? 'en';
	const told = await toldReview(product, month, locale);
	if (!told) return { waits: 'no_such_month' };
	const attachment =
		schedule.form === 'attachment' ? await workbookOf(product, month, locale) : null;
	return inLocale(locale, () => written(told, schedule, attachment));
}

function written(
	{ review, words, frozen }: ToldReview,
	{ address }: MailSchedule,
	attachment: Letter['attachment']
): Letter {
	const month = review.month.slice(0, 7);
	const href = `${address.replace(/\/+$/, '')}/reviews/${month}`;
	const plain = (text: string): string => text.replaceAll('**', '');
	const lead = plain(words.lead);
	const lines = [
		words.signals.answer,
		...words.signals.items
			.filter((_, at) => review.findings[at]?.kind === 'news')
			.map(({ name, sentence }) => `• ${name}: ${sentence}`)
	].map(plain);
	const standing = frozen ? m.monthly_mail_signed() : m.monthly_mail_unsigned();
	const text = [lead, '', ...lines, '', href, '', standing].join('\n');
	const html = [
		`<p>${escaped(lead)}</p>`,
		...lines.map((line) => `<p>${escaped(line)}</p>`),
		`<p><a href="${escaped(href)}">${escaped(href)}</a></p>`,
		`<p><small>${escaped(standing)}</small></p>`
	].join('\n');
	return { subject: m.monthly_mail_subject({ month: words.title }), text, html, attachment };
}
