import { valueText } from '#lib/components/filter/criteria.ts';
import { outcomeWords } from '#lib/components/improvement/words.ts';
import { formatFilter } from '#lib/filter/codec.ts';
import type { Formats } from '#lib/format/formats.ts';
import { measures, type MeasureId } from '#lib/measures/catalogue.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureName } from '#lib/messages/measure-words.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import type { Sheet } from './sheet.ts';
import { stepWords } from './step-words.ts';

/** The waterfall. */
export function driverSheet(
	{ drivers }: MonthReview,
	words: readonly { readonly name: string; readonly note: string }[],
	about: Sheet['about']
): Sheet {
	return {
		name: m.monthly_sheet_drivers(),
		about,
		columns: [
			{ title: m.monthly_driver_row(), kind: 'text', width: 28 },
			{ title: m.monthly_driver_change(), kind: 'number' },
			{ title: m.monthly_driver_cases_before(), kind: 'number' },
			{ title: m.monthly_driver_cases(), kind: 'number' },
			{ title: m.monthly_driver_why(), kind: 'text', width: 48 },
			{ title: m.monthly_sheet_filter(), kind: 'text', width: 48 }
		],
		rows: (drivers?.rows ?? []).map((row, at) => {
			const counted = row.kind !== 'exposure';
			return [
				words[at]?.name ?? '',
				row.change,
				counted ? row.casesBefore : null,
				counted ? row.cases : null,
				words[at]?.note ?? '',
				row.filter ? `?${formatFilter(row.filter).toString()}` : ''
			];
		})
	};
}

/** The bars of past months, then what is expected. */
export function forecastSheet({ forecast }: MonthReview, about: Sheet['about']): Sheet {
	const past = (forecast?.months ?? []).map((month, at) => [
		month.slice(0, 7),
		forecast?.counts[at] ?? null,
		null,
		null,
		null,
		null,
		null
	]);
	return {
		name: m.monthly_sheet_forecast(),
		about,
		columns: [
			{ title: m.monthly_month(), kind: 'text' },
			{ title: m.monthly_category_cases(), kind: 'number' },
			{ title: m.monthly_expected(), kind: 'number' },
			{ title: m.monthly_sheet_lower({ percent: '80' }), kind: 'number' },
			{ title: m.monthly_sheet_upper({ percent: '80' }), kind: 'number' },
			{ title: m.monthly_sheet_lower({ percent: '95' }), kind: 'number' },
			{ title: m.monthly_sheet_upper({ percent: '95' }), kind: 'number' }
		],
		rows: forecast
			? [
					...past,
					[
						forecast.month.slice(0, 7),
						forecast.seen,
						forecast.value,
						forecast.lower80,
						forecast.upper80,
						forecast.lower95,
						forecast.upper95
					]
				]
			: []
	};
}

export function improvementSheet(
	f: Formats,
	{ improvements }: MonthReview,
	about: Sheet['about']
): Sheet {
	return {
		name: m.monthly_improvements_word(),
		about,
		columns: [
			{ title: m.monthly_number(), kind: 'text' },
			{ title: m.monthly_improvement_theme(), kind: 'text', width: 32 },
			{ title: m.monthly_improvement_owner(), kind: 'text' },
			{ title: m.monthly_improvement_effective(), kind: 'day' },
			{ title: m.monthly_sheet_measure(), kind: 'text', width: 24 },
			{ title: m.monthly_sheet_before(), kind: 'number' },
			{ title: m.monthly_sheet_after(), kind: 'number' },
			{ title: m.monthly_annex_change(), kind: 'number' },
			{ title: m.monthly_lower(), kind: 'number' },
			{ title: m.monthly_upper(), kind: 'number' },
			{ title: m.monthly_improvement_verdict(), kind: 'text' },
			{ title: m.monthly_improvement_steps(), kind: 'text', width: 40 }
		],
		rows: improvements.map(({ effect, ...one }) => {
			// A ratio is told as a change, as on the page.
			const change = (value: number): number => (effect?.kind === 'ratio' ? value - 1 : value);
			return [
				one.number,
				one.theme,
				one.owner,
				one.effectiveOn,
				one.own?.name ??
					(one.measure in measures ? measureName(one.measure as MeasureId) : one.measure),
				one.before,
				one.after,
				effect ? change(effect.estimate) : null,
				effect ? change(effect.lower) : null,
				effect ? change(effect.upper) : null,
				one.outcome ? outcomeWords[one.outcome]() : '',
				f.list(
					one.steps.map(({ kind, day }) =>
						m.monthly_step_on({ step: stepWords[kind](), day: f.day(day) })
					)
				)
			];
		})
	};
}

export function dueSheet({ due }: MonthReview, about: Sheet['about']): Sheet {
	return {
		name: m.monthly_due(),
		about,
		columns: [
			{ title: m.monthly_number(), kind: 'text' },
			{ title: m.monthly_improvement_theme(), kind: 'text', width: 32 },
			{ title: m.monthly_decision_what(), kind: 'text', width: 40 },
			{ title: m.monthly_decision_owner(), kind: 'text' },
			{ title: m.monthly_decision_due(), kind: 'day' },
			{ title: m.monthly_sheet_days_late(), kind: 'number' }
		],
		rows: due.map(({ number, theme, what, who, day, daysLate }) => [
			number,
			theme,
			what,
			who.join(m.list_separator()),
			day,
			daysLate
		])
	};
}

export function categorySheet({ categories }: MonthReview, about: Sheet['about']): Sheet {
	const before = m.monthly_category_before();
	const year = m.monthly_category_year();
	const of = (title: string, which: string): string => m.monthly_sheet_of({ title, which });
	return {
		name: m.monthly_sheet_categories(),
		about,
		columns: [
			{ title: m.monthly_category(), kind: 'text', width: 24 },
			{ title: m.monthly_category_cases(), kind: 'number' },
			{ title: m.monthly_sheet_share(), kind: 'share' },
			{ title: of(m.monthly_category_cases(), before), kind: 'number' },
			{ title: of(m.monthly_sheet_share(), before), kind: 'share' },
			{ title: of(m.monthly_category_points(), before), kind: 'share' },
			{ title: of(m.monthly_category_cases(), year), kind: 'number' },
			{ title: of(m.monthly_sheet_share(), year), kind: 'share' },
			{ title: of(m.monthly_category_points(), year), kind: 'share' },
			{ title: m.monthly_category_resolved(), kind: 'number' },
			{ title: m.monthly_resolution_rate(), kind: 'share' }
		],
		rows: categories.map((row) => [
			row.kind === 'total' ? m.monthly_total() : valueText(row.category),
			row.cases,
			row.share,
			row.before?.cases ?? null,
			row.before?.share ?? null,
			row.kind === 'total' ? null : (row.before?.change ?? null),
			row.yearAgo?.cases ?? null,
			row.yearAgo?.share ?? null,
			row.kind === 'total' ? null : (row.yearAgo?.change ?? null),
			row.resolved,
			row.resolutionRate
		])
	};
}
