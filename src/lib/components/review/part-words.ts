import { valueText } from '#lib/components/filter/criteria.ts';
import { outcomeWords } from '#lib/components/improvement/words.ts';
import type { Formats } from '#lib/format/formats.ts';
import { outcomes } from '#lib/improvement/verdict.ts';
import * as m from '#lib/messages/generated/messages.js';
import type {
	MonthReview,
	ReviewComparison,
	ReviewDriverRow,
	ReviewDrivers,
	ReviewFigure
} from '#lib/review/month-review.ts';
import { namedCategories } from '#lib/review/named-categories.ts';
import type { FigureWords, ReviewWords } from './review-words.ts';
import { figureChange, figureName, figureValue } from './value-words.ts';

export function figureWords(f: Formats, figure: ReviewFigure): FigureWords {
	const { measure, value, interval, before, yearAgo, target } = figure;
	const change = ({ change }: ReviewComparison): string => figureChange(f, measure, change);
	return {
		name:
			measure === 'complaint_rate'
				? m.monthly_figure_named({ name: figureName(measure), unit: m.overview_rate_unit() })
				: figureName(measure),
		value: figureValue(f, measure, value),
		notes: [
			...(before ? [m.monthly_figure_before({ change: change(before) })] : []),
			...(yearAgo ? [m.monthly_figure_year({ change: change(yearAgo) })] : []),
			...(target === null
				? []
				: [m.monthly_figure_target({ value: figureValue(f, measure, target) })])
		],
		hint:
			value === null
				? m.monthly_figure_unknown()
				: interval
					? m.monthly_figure_interval({
							lower: figureValue(f, measure, interval.lower),
							upper: figureValue(f, measure, interval.upper)
						})
					: ''
	};
}

export function driversWords(f: Formats, review: MonthReview): ReviewWords['drivers'] {
	const { drivers } = review;
	if (!drivers)
		return { question: m.monthly_drivers_same(), answer: m.monthly_drivers_missing(), rows: [] };
	const change = drivers.cases - drivers.casesBefore;
	const amount = f.count(Math.abs(change));
	const exposure = drivers.rows.find(({ kind }) => kind === 'exposure')?.change ?? 0;
	const said = {
		days: f.dayRange(drivers.before),
		exposure: f.signed(exposure, 0),
		rates: f.signed(change - Math.round(exposure), 0),
		ratio: f.change(drivers.exposureRatio - 1)
	};
	return {
		question:
			change > 0
				? m.monthly_drivers_more({ amount })
				: change < 0
					? m.monthly_drivers_fewer({ amount })
					: m.monthly_drivers_same(),
		answer:
			drivers.unit === 'orders'
				? m.monthly_drivers_answer_orders(said)
				: m.monthly_drivers_answer_days(said),
		rows: drivers.rows.map((row) => driverWords(f, row, drivers, review))
	};
}

function driverWords(
	f: Formats,
	row: ReviewDriverRow,
	drivers: ReviewDrivers,
	{ month, findings }: MonthReview
): { readonly name: string; readonly note: string } {
	switch (row.kind) {
		case 'exposure': {
			const ratio = f.change(drivers.exposureRatio - 1);
			const name =
				drivers.unit === 'orders' ? m.monthly_driver_orders({ ratio }) : m.monthly_driver_days();
			return { name, note: m.monthly_driver_note_exposure() };
		}
		case 'total': {
			const said = { month: f.month(month), cases: f.count(row.cases) };
			return { name: m.monthly_driver_total(said), note: m.monthly_driver_note_total() };
		}
		default: {
			const said = { before: f.count(row.casesBefore), now: f.count(row.cases) };
			const note = row.found
				? m.monthly_driver_note_found(said)
				: m.monthly_driver_note_common(said);
			const news = findings.filter(({ kind }) => kind === 'news');
			const signal = news.findIndex(
				({ scope }) => scope?.dimension === drivers.dimension && scope.value === row.value
			);
			const name =
				row.kind === 'rest'
					? m.monthly_driver_rest({ count: row.values, shown: f.count(row.values) })
					: valueText(row.value);
			const see = signal < 0 ? [] : [m.monthly_driver_note_signal({ n: f.count(signal + 1) })];
			return { name, note: [note, ...see].join(m.clause_separator()) };
		}
	}
}

export function forecastWords(f: Formats, { forecast }: MonthReview): ReviewWords['forecast'] {
	if (!forecast)
		return { question: m.monthly_forecast_missing(), answer: m.monthly_forecast_none() };
	const { month, seen, value, lower80, upper80, lastYear } = forecast;
	const count = (cases: number): string => f.count(Math.round(cases));
	return {
		question: m.monthly_forecast({ month: f.month(month) }),
		answer: m.monthly_sentence({
			text: [
				...(seen === null ? [] : [m.monthly_forecast_seen({ cases: f.count(seen) })]),
				m.monthly_forecast_value({
					value: count(value),
					lower: count(lower80),
					upper: count(upper80)
				}),
				...(lastYear === null ? [] : [m.monthly_forecast_last_year({ cases: f.count(lastYear) })])
			].join(m.list_separator())
		})
	};
}

export function improvementsWords(
	f: Formats,
	{ improvements }: MonthReview
): ReviewWords['improvements'] {
	if (improvements.length === 0) return { answer: m.monthly_improvements_none() };
	const counted = [...outcomes, null].flatMap((outcome) => {
		const n = improvements.filter((one) => one.outcome === outcome).length;
		if (n === 0) return [];
		const word = outcome === null ? m.monthly_outcome_none() : outcomeWords[outcome]();
		// Within a sentence, where it is no label.
		return [m.monthly_outcome_count({ n: f.count(n), outcome: word.toLocaleLowerCase() })];
	});
	return {
		answer: m.monthly_improvements_answer({
			count: improvements.length,
			shown: f.count(improvements.length),
			outcomes: counted.join(m.monthly_separator())
		})
	};
}

export function categoriesWords(
	f: Formats,
	{ categories, asOf }: MonthReview
): ReviewWords['categories'] {
	const rows = namedCategories(categories);
	const moved = rows
		.flatMap(({ category, before }) =>
			before?.changed ? [{ category, change: before.change }] : []
		)
		.sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
	const moves = moved.map(({ category, change }) =>
		m.monthly_categories_move({ category: valueText(category), points: f.points(change) })
	);
	return {
		answer:
			rows.length === 0
				? m.monthly_categories_none()
				: moves.length > 0
					? m.monthly_categories_moved({ moves: moves.join(m.monthly_separator()) })
					: m.monthly_categories_still(),
		note: m.monthly_categories_note({ day: f.asOf(asOf) })
	};
}
