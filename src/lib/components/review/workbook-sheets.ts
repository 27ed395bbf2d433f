import { criteria } from '#lib/components/filter/criteria.ts';
import { personName, assuranceWords } from '#lib/components/person-words.ts';
import { formatFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import * as m from '#lib/messages/generated/messages.js';
import {
	commentedSections,
	type CommentedSection,
	type MonthMinutes
} from '#lib/review/minutes.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import { reviewState, type FollowedDecision } from '#lib/review/signing.ts';
import { standingText } from './decision-words.ts';
import type { DifferenceWords } from './difference-words.ts';
import type { ReviewWords } from './review-words.ts';
import type { Sheet } from './sheet.ts';
import {
	categorySheet,
	driverSheet,
	dueSheet,
	forecastSheet,
	improvementSheet
} from './sheets-of-data.ts';
import { signalSheet, trendSheet } from './sheets-of-signals.ts';
import { reviewStateWords } from './state-words.ts';
import { figureName } from './value-words.ts';

/** A review with all that is told of it, as a workbook holds it. */
export interface WorkbookReview {
	readonly review: MonthReview;
	readonly words: ReviewWords;
	readonly signatures: MonthMinutes['signatures'];
	readonly comments: MonthMinutes['comments'];
	readonly decisions: MonthMinutes['decisions'];
	readonly followed: readonly FollowedDecision[];
	readonly frozen: { readonly version: number; readonly hash: string } | null;
	/** What one has to know of the whole of it, told above every table: each may be passed on alone. */
	readonly notes: readonly string[];
	/** What would read otherwise now; empty where nothing would. */
	readonly differences: readonly DifferenceWords[];
	readonly today: string;
}

/** Every table of a review with the data of its charts, complete. */
export function workbookSheets(f: Formats, told: WorkbookReview): readonly Sheet[] {
	const { review, words } = told;
	const about = (question: string, answer: string): Sheet['about'] => [
		[question, answer.replaceAll('**', '')],
		[m.monthly_sheet_filter(), filterText(f, review.filter)],
		[m.monthly_as_of(), `${f.asOf(review.asOf)} · ${review.dataVersion} · ${review.fingerprint}`],
		...told.notes.map((note) => ['', note] as const)
	];
	const signals = about(m.monthly_signals(), words.signals.answer);
	const drivers = about(words.drivers.question, words.drivers.answer);
	const forecast = about(words.forecast.question, words.forecast.answer);
	const improvements = about(m.monthly_improvements(), words.improvements.answer);
	const categories = about(m.monthly_categories(), words.categories.answer);
	return [
		figureSheet(f, told, about(words.title, words.lead)),
		signalSheet(f, review, words.signals.items, signals),
		trendSheet(review, signals),
		driverSheet(review, words.drivers.rows, drivers),
		forecastSheet(review, forecast),
		improvementSheet(f, review, improvements),
		dueSheet(review, improvements),
		categorySheet(review, [...categories, ['', words.categories.note]]),
		decisionSheet(f, told, 'followed', about(m.monthly_followed(), words.followed.answer)),
		decisionSheet(f, told, 'decisions', about(m.monthly_decisions(), words.decisions.answer)),
		commentSheet(f, told, about(m.monthly_sheet_comments(), '')),
		signatureSheet(f, told, about(m.monthly_signing(), reviewStateWords[reviewState(told)]())),
		...(told.differences.length > 0
			? [differenceSheet(told.differences, about(m.monthly_annex(), ''))]
			: [])
	];
}

/** Which cases are counted, in words and as the query of an address. */
function filterText(f: Formats, filter: Filter): string {
	const { period } = filter;
	const days = typeof period === 'object' ? [f.dayRange(period)] : [];
	const chosen = criteria(filter, [], f).map(({ text }) => text);
	const query = formatFilter(filter).toString();
	return [m.monthly_counted_by_receipt(), ...days, ...chosen, `?${query}`].join(' · ');
}

function figureSheet(f: Formats, { review, words }: WorkbookReview, about: Sheet['about']): Sheet {
	return {
		name: m.monthly_sheet_figures(),
		about,
		columns: [
			{ title: m.monthly_annex_what(), kind: 'text', width: 24 },
			{ title: m.monthly_sheet_as_shown(), kind: 'text' },
			{ title: m.monthly_value(), kind: 'number' },
			{ title: m.monthly_lower(), kind: 'number' },
			{ title: m.monthly_upper(), kind: 'number' },
			{ title: m.monthly_driver_cases(), kind: 'number' },
			{ title: m.monthly_sheet_days_before(), kind: 'text', width: 24 },
			{ title: m.monthly_category_before(), kind: 'number' },
			{ title: m.monthly_sheet_days_year(), kind: 'text', width: 24 },
			{ title: m.monthly_category_year(), kind: 'number' },
			{ title: m.monthly_sheet_target(), kind: 'number' },
			{ title: m.monthly_sheet_filter(), kind: 'text', width: 48 }
		],
		rows: review.figures.map((figure, at) => {
			const { measure, value, interval, cases, before, yearAgo, target, filter } = figure;
			return [
				figureName(measure),
				words.figures[at]?.value ?? '',
				value,
				interval?.lower ?? null,
				interval?.upper ?? null,
				cases,
				before ? f.dayRange(before.days) : '',
				before?.value ?? null,
				yearAgo ? f.dayRange(yearAgo.days) : '',
				yearAgo?.value ?? null,
				target,
				`?${formatFilter(filter).toString()}`
			];
		})
	};
}

function decisionSheet(
	f: Formats,
	told: WorkbookReview,
	which: 'followed' | 'decisions',
	about: Sheet['about']
): Sheet {
	const month = told.review.month.slice(0, 7);
	return {
		name: which === 'followed' ? m.monthly_sheet_followed() : m.monthly_list_decisions(),
		about,
		columns: [
			{ title: m.monthly_number(), kind: 'text' },
			{ title: m.monthly_decision_what(), kind: 'text', width: 48 },
			{ title: m.monthly_decision_evidence(), kind: 'text', width: 32 },
			{ title: m.monthly_decision_owner(), kind: 'text' },
			{ title: m.monthly_decision_due(), kind: 'day' },
			{ title: m.monthly_decision_state(), kind: 'text' },
			{ title: m.monthly_decision_result(), kind: 'text', width: 32 }
		],
		rows: told[which].map((decision) => [
			`${'month' in decision ? decision.month.slice(0, 7) : month}-${decision.place}`,
			decision.what,
			decision.evidence,
			decision.owner,
			decision.due,
			standingText(f, decision, told.today).text,
			decision.result
		])
	};
}

function commentSheet(
	f: Formats,
	{ comments, words }: WorkbookReview,
	about: Sheet['about']
): Sheet {
	const names: Readonly<Record<CommentedSection, string>> = {
		summary: words.title,
		signals: m.monthly_signals(),
		drivers: words.drivers.question,
		forecast: words.forecast.question,
		improvements: m.monthly_improvements(),
		categories: m.monthly_categories(),
		followed: m.monthly_followed(),
		decisions: m.monthly_decisions()
	};
	return {
		name: m.monthly_sheet_comments(),
		about,
		columns: [
			{ title: m.monthly_sheet_part(), kind: 'text', width: 32 },
			{ title: m.monthly_sheet_comment(), kind: 'text', width: 80 },
			{ title: m.monthly_sheet_who(), kind: 'text' },
			{ title: m.monthly_sheet_when(), kind: 'text', width: 20 }
		],
		rows: commentedSections.flatMap((section) => {
			const comment = comments[section];
			if (!comment || comment.text === '') return [];
			const { text, by, at } = comment;
			return [[names[section], text, personName(by.name), f.instant(at)]];
		})
	};
}

function signatureSheet(
	f: Formats,
	{ signatures, frozen }: WorkbookReview,
	about: Sheet['about']
): Sheet {
	const roles = {
		prepared: m.monthly_role_prepared,
		reviewed: m.monthly_role_reviewed,
		approved: m.monthly_role_approved
	} as const;
	return {
		name: m.monthly_signing(),
		about,
		columns: [
			{ title: m.monthly_sheet_role(), kind: 'text' },
			{ title: m.monthly_sheet_who(), kind: 'text' },
			{ title: m.monthly_sheet_when(), kind: 'text', width: 20 },
			{ title: m.monthly_sheet_assurance(), kind: 'text', width: 20 },
			{ title: m.monthly_sheet_version(), kind: 'text' },
			{ title: m.monthly_sheet_hash(), kind: 'text', width: 68 }
		],
		rows: frozen
			? signatures.map(({ role, by, at, version, hash }) => [
					roles[role](),
					personName(by.name),
					f.instant(at),
					assuranceWords(by.assurance),
					String(version),
					hash
				])
			: []
	};
}

function differenceSheet(differences: readonly DifferenceWords[], about: Sheet['about']): Sheet {
	return {
		name: m.monthly_sheet_differences(),
		about,
		columns: [
			{ title: m.monthly_annex_what(), kind: 'text', width: 40 },
			{ title: m.monthly_annex_before(), kind: 'text' },
			{ title: m.monthly_annex_now(), kind: 'text' },
			{ title: m.monthly_annex_change(), kind: 'text' }
		],
		rows: differences.map(({ what, before, now, change }) => [what, before, now, change])
	};
}
