import type { Day } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import { capitalised } from '#lib/format/sentence.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Finding } from '#lib/review/finding.ts';
import type { Decision } from '#lib/review/minutes.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import type { FollowedDecision } from '#lib/review/signing.ts';
import { decisionsAnswer, followedAnswer } from './decision-words.ts';
import {
	categoriesWords,
	driversWords,
	figureWords,
	forecastWords,
	improvementsWords
} from './part-words.ts';
import type { ReviewWords } from './review-words.ts';
import { signalsWords } from './signal-words.ts';
import { findingName } from './value-words.ts';

/** Every sentence of a month's review, in the language in force. */
export function reviewWords(
	f: Formats,
	review: MonthReview,
	{
		decisions,
		followed,
		today
	}: {
		readonly decisions: readonly Decision[];
		readonly followed: readonly FollowedDecision[];
		/** The day it is for people: what is due is held against it. */
		readonly today: Day;
	}
): ReviewWords {
	return {
		title: f.month(review.month),
		lead: leadOf(f, review),
		figures: review.figures.map((figure) => figureWords(f, figure)),
		signals: signalsWords(f, review),
		drivers: driversWords(f, review),
		forecast: forecastWords(f, review),
		improvements: improvementsWords(f, review),
		categories: categoriesWords(f, review),
		followed: { answer: followedAnswer(f, followed, today) },
		decisions: { answer: decisionsAnswer(f, decisions) }
	};
}

/** The month in one sentence; what got worse stands out. */
function leadOf(f: Formats, review: MonthReview): string {
	const { drivers, findings, decisions, judged } = review;
	const month = f.monthOfYear(review.month);
	const first = [
		m.monthly_lead_received({ month, cases: f.count(review.cases) }),
		...changeOf(f, review),
		...(drivers?.unit === 'orders'
			? [m.monthly_lead_orders({ change: f.change(drivers.exposureRatio - 1) })]
			: [])
	].join(m.clause_separator());
	const names = (meaning: Finding['meaning']): string =>
		f.list(
			findings
				.filter((one) => one.kind === 'news' && one.meaning === meaning)
				.slice(0, 3)
				.map(findingName)
		);
	const [bad, good, change] = [names('bad'), names('good'), names('change')];
	const quiet = judged > 0 && bad === '' && good === '' && change === '';
	const parts = [
		first,
		...(good === '' ? [] : [m.monthly_lead_good({ names: good })]),
		...(change === '' ? [] : [m.monthly_lead_changed({ names: change })]),
		...(bad === '' ? [] : [m.monthly_lead_bad({ names: bad })]),
		...(quiet ? [m.monthly_lead_quiet()] : []),
		...(decisions.length > 0
			? [m.monthly_lead_decide({ count: decisions.length, shown: f.count(decisions.length) })]
			: [])
	];
	return m.monthly_sentence({ text: capitalised(parts.join(m.list_separator())) });
}

function changeOf(f: Formats, { figures }: MonthReview): string[] {
	const before = figures.find(({ measure }) => measure === 'complaints')?.before;
	if (!before) return [];
	const { change, relative } = before;
	const said = {
		amount: f.count(Math.abs(change)),
		change: relative === null ? '–' : f.change(relative)
	};
	if (change === 0) return [m.monthly_lead_same()];
	return [change > 0 ? m.monthly_lead_more(said) : m.monthly_lead_fewer(said)];
}
