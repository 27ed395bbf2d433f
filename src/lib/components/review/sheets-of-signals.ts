import { formatFilter } from '#lib/filter/codec.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Finding } from '#lib/review/finding.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import type { SignalWords } from './review-words.ts';
import type { Sheet } from './sheet.ts';
import { findingName } from './value-words.ts';

const kinds: Readonly<Record<Finding['kind'], () => string>> = {
	news: m.monthly_sheet_news,
	still: m.monthly_still,
	season: m.monthly_seasonal
};
const meanings: Readonly<Record<Finding['meaning'], () => string>> = {
	bad: m.monthly_mark_bad,
	good: m.monthly_mark_good,
	change: m.monthly_mark_change
};

/** Every finding, also those the page tells in one line. */
export function signalSheet(
	f: Formats,
	{ month, findings, improvements }: MonthReview,
	words: readonly SignalWords[],
	about: Sheet['about']
): Sheet {
	return {
		name: m.monthly_list_signals(),
		about,
		columns: [
			{ title: m.monthly_number(), kind: 'text', width: 32 },
			{ title: m.monthly_sheet_kind(), kind: 'text' },
			{ title: m.monthly_annex_what(), kind: 'text', width: 32 },
			{ title: m.monthly_sheet_meaning(), kind: 'text' },
			{ title: m.monthly_value(), kind: 'number' },
			{ title: m.monthly_expected(), kind: 'number' },
			{ title: m.monthly_lower(), kind: 'number' },
			{ title: m.monthly_upper(), kind: 'number' },
			{ title: m.monthly_sheet_p(), kind: 'number' },
			{ title: m.monthly_driver_cases(), kind: 'number' },
			{ title: m.monthly_sheet_counted_from(), kind: 'text' },
			{ title: m.monthly_sheet_since(), kind: 'text' },
			{ title: m.monthly_improvements_word(), kind: 'text', width: 24 },
			{ title: m.monthly_driver_why(), kind: 'text', width: 64 },
			{ title: m.monthly_sheet_alike(), kind: 'text', width: 48 },
			{ title: m.monthly_sheet_filter(), kind: 'text', width: 48 }
		],
		rows: findings.map((finding, at) => [
			finding.id,
			kinds[finding.kind](),
			findingName(finding),
			meanings[finding.meaning](),
			finding.value,
			finding.expected,
			finding.lower,
			finding.upper,
			finding.pValue,
			finding.cases,
			(finding.since ?? month).slice(0, 7),
			finding.began ? finding.began.slice(0, 7) : '',
			f.list(
				finding.improvements.map((id) => improvements.find((one) => one.id === id)?.number ?? id)
			),
			words[at]?.sentence ?? '',
			finding.alike.map(findingName).join(m.list_separator()),
			`?${formatFilter(finding.filter).toString()}`
		])
	};
}

/** The data of the small charts: every month of every finding. */
export function trendSheet({ findings }: MonthReview, about: Sheet['about']): Sheet {
	return {
		name: m.monthly_sheet_trends(),
		about,
		columns: [
			{ title: m.monthly_number(), kind: 'text', width: 32 },
			{ title: m.monthly_annex_what(), kind: 'text', width: 32 },
			{ title: m.monthly_month(), kind: 'text' },
			{ title: m.monthly_value(), kind: 'number' },
			{ title: m.monthly_expected(), kind: 'number' },
			{ title: m.monthly_lower(), kind: 'number' },
			{ title: m.monthly_upper(), kind: 'number' }
		],
		rows: findings.flatMap((finding) => {
			const { months, values, center, lower, upper } = finding.trend;
			return months.map((month, at) => [
				finding.id,
				findingName(finding),
				month.slice(0, 7),
				values[at] ?? null,
				center[at] ?? null,
				lower[at] ?? null,
				upper[at] ?? null
			]);
		})
	};
}
