import { valueText } from '#lib/components/filter/criteria.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Finding, ReviewSeason } from '#lib/review/finding.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import type { ReviewWords, SignalWords } from './review-words.ts';
import { findingName, findingValue } from './value-words.ts';

const seasonWords: Readonly<Record<ReviewSeason, () => string>> = {
	spring: m.monthly_season_spring,
	mid_year: m.monthly_season_mid_year,
	double_eleven: m.monthly_season_double_eleven,
	national_day: m.monthly_season_national_day,
	time_of_year: m.monthly_season_time_of_year
};

const kindWords = {
	bad: m.monthly_kinds_bad,
	good: m.monthly_kinds_good,
	change: m.monthly_kinds_change
} as const;

export function signalsWords(f: Formats, review: MonthReview): ReviewWords['signals'] {
	const news = review.findings.filter(({ kind }) => kind === 'news');
	const items = review.findings.map((finding) => signalWords(f, finding, review));
	return { answer: answerOf(f, news, review), items };
}

function answerOf(f: Formats, news: readonly Finding[], { judged, findings }: MonthReview): string {
	if (judged === 0) return m.monthly_signals_few_months();
	if (news.length === 0) return m.monthly_signals_none({ judged: f.count(judged) });
	const kinds = (['bad', 'good', 'change'] as const)
		.map((meaning) => ({ meaning, n: news.filter((one) => one.meaning === meaning).length }))
		.filter(({ n }) => n > 0)
		.map(({ meaning, n }) => kindWords[meaning]({ n: f.count(n) }));
	const told = findings.reduce((sum, { alike }) => sum + 1 + alike.length, 0);
	return m.monthly_signals_answer({
		count: news.length,
		shown: f.count(news.length),
		kinds: kinds.join(m.monthly_separator()),
		rest: f.count(Math.max(0, judged - told)),
		judged: f.count(judged)
	});
}

function signalWords(
	f: Formats,
	finding: Finding,
	{ improvements, month }: MonthReview
): SignalWords {
	const { kind, season, began } = finding;
	const name = findingName(finding);
	const value = findingValue(f, finding, finding.value);
	const numbers = finding.improvements.map(
		(id) => improvements.find((one) => one.id === id)?.number ?? id
	);
	const sentence =
		kind === 'still'
			? [
					m.monthly_still_since({ name, value, month: f.month(began ?? month) }),
					...togetherTexts(f, finding, month)
				].join(m.clause_separator())
			: m.monthly_sentence({
					text: [
						[offText(f, finding, value), ...evidenceTexts(f, finding, month)].join(
							m.clause_separator()
						),
						...(numbers.length > 0
							? [m.monthly_finding_improvements({ numbers: f.list(numbers) })]
							: finding.meaning === 'bad'
								? [m.monthly_finding_nobody()]
								: []),
						...(finding.alike.length > 0 ? [alikeText(f, finding)] : [])
					].join(m.list_separator())
				});
	return { name, value, sentence, season: season ? seasonWords[season]() : '' };
}

function offText(f: Formats, finding: Finding, value: string): string {
	const expected = findingValue(f, finding, finding.expected);
	const limit = findingValue(f, finding, finding.side > 0 ? finding.upper : finding.lower);
	const beyond = finding.side > 0 ? finding.value > finding.upper : finding.value < finding.lower;
	if (!beyond) return m.monthly_off({ value, expected });
	const said = { value, limit, expected };
	return finding.side > 0 ? m.monthly_above(said) : m.monthly_below(said);
}

/** Said where the month is judged together with the one before. */
function togetherTexts(f: Formats, { since }: Finding, month: string): string[] {
	return since
		? [m.monthly_together({ since: f.monthOfYear(since), month: f.monthOfYear(month) })]
		: [];
}

function evidenceTexts(f: Formats, finding: Finding, month: string): string[] {
	const { cases, within } = finding;
	return [
		...togetherTexts(f, finding, month),
		m.monthly_finding_cases({ count: cases, shown: f.count(cases) }),
		...(within
			? [m.monthly_within({ value: valueText(within.value), cases: f.count(within.cases) })]
			: [])
	];
}

/** So many are named on the page; the workbook names all. */
const mostAlike = 3;

function alikeText(f: Formats, { alike }: Finding): string {
	// What all complaints are measured by stands on the board too: it is named before parts of them.
	const ordered = alike.toSorted((a, b) => Number(a.scope !== null) - Number(b.scope !== null));
	const names = ordered.slice(0, mostAlike).map(findingName);
	const more = alike.length - names.length;
	return more > 0
		? m.monthly_alike_more({
				count: more,
				names: names.join(m.monthly_separator()),
				shown: f.count(more)
			})
		: m.monthly_alike({ names: f.list(names) });
}
