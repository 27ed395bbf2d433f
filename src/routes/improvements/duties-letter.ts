import { emptyFilter, type Day } from '#lib/filter/filter.ts';
import { formats, type Formats } from '#lib/format/formats.ts';
import { myDay, type DayLine, type MyDay } from '#lib/improvement/due.ts';
import * as m from '#lib/messages/generated/messages.js';
import { inLocale } from '#lib/messages/in-locale.ts';
import { knownLocale } from '#lib/messages/negotiate.ts';
import type { MailSchedule } from '#lib/review/mailing.ts';
import { product } from '#lib/server/access/person.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { escaped } from '#lib/server/mail/escaped.ts';
import type { LetterWaits } from '#lib/server/mail/sending.ts';
import type { Letter } from '#lib/server/mail/smtp.ts';
import { dueImprovements } from '#lib/server/questions/improvements-board.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { dueText, dutyText, dutyWho } from './board-words.ts';

/**
 * What improvements wait for: late, due, and due within a week, whoever's it is; each with the way to it. People
 * have no addresses here, so that one mail names everybody. Where nothing is late or due there is none.
 */
export async function dutiesLetter(
	_: Day,
	{ language, address }: MailSchedule
): Promise<Letter | { readonly waits: LetterWaits }> {
	const scope = await scopeOf(product, emptyFilter);
	const due = myDay(await dueImprovements(scope), '');
	if (due.overdue.length + due.today.length === 0) return { waits: 'nothing_due' };
	const locale = knownLocale(language) ?? 'en';
	return inLocale(locale, () => written(due, formats(locale, scope.zone), address));
}

function written({ overdue, today, soon }: MyDay, f: Formats, address: string): Letter {
	const home = `${address.replace(/\/+$/, '')}/improvements`;
	const subject = m.mail_duties_subject({
		overdue: f.count(overdue.length),
		today: f.count(today.length)
	});
	const sections = [
		[m.mail_duties_overdue(), overdue],
		[m.mail_duties_today(), today],
		[m.mail_duties_soon(), soon]
	] as const;
	const day = peoplesDay();
	const told = sections
		.filter(([, lines]) => lines.length > 0)
		.map(([title, lines]) => ({
			title,
			lines: lines.map((line) => ({
				text: lineText(line, f, day),
				href: `${home}/${line.improvement.number}`
			}))
		}));
	return {
		subject,
		text: [
			...told.flatMap(({ title, lines }) => [
				title,
				...lines.flatMap(({ text, href }) => [`• ${text}`, `  ${href}`]),
				''
			]),
			home
		].join('\n'),
		html: [
			...told.map(
				({ title, lines }) =>
					`<h3>${escaped(title)}</h3>\n<ul>\n${lines
						.map(({ text, href }) => `<li><a href="${escaped(href)}">${escaped(text)}</a></li>`)
						.join('\n')}\n</ul>`
			),
			`<p><a href="${escaped(home)}">${escaped(home)}</a></p>`
		].join('\n'),
		attachment: null
	};
}

function lineText({ improvement, duty }: DayLine, f: Formats, today: string): string {
	const { number, plan } = improvement;
	return [`${number} ${plan.theme}`, dutyText(duty), dutyWho(f, duty), dueText(f, duty, today)]
		.filter(Boolean)
		.join(m.clause_separator());
}
