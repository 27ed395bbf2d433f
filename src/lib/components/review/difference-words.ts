import { valueText } from '#lib/components/filter/criteria.ts';
import { changeOf, changeText } from '#lib/components/improvement/effect-words.ts';
import { outcomeWords } from '#lib/components/improvement/words.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Outcome } from '#lib/improvement/verdict.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ReviewDifference } from '#lib/review/differences.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import { driversWords } from './part-words.ts';
import { figureChange, figureName, figureValue, findingName, findingValue } from './value-words.ts';

/** One figure of a signed month as it was and as it would be. */
export interface DifferenceWords {
	readonly what: string;
	readonly before: string;
	readonly now: string;
	/** Empty where there is nothing to subtract. */
	readonly change: string;
}

const figureAspects = {
	value: ({ name }: { name: string }) => name,
	cases: m.monthly_difference_figure_cases,
	before: m.monthly_difference_figure_before,
	year_ago: m.monthly_difference_figure_year,
	target: m.monthly_difference_figure_target
} as const;

const categoryAspects = {
	cases: m.monthly_difference_category_cases,
	share: m.monthly_difference_category_share,
	resolved: m.monthly_difference_category_resolved
} as const;

/** A difference in words; `signed` and `now` are the reviews it was found between. */
export function differenceWords(
	f: Formats,
	difference: ReviewDifference,
	reviews: { readonly signed: MonthReview; readonly now: MonthReview }
): DifferenceWords {
	const { before, now } = difference;
	const told = (
		what: string,
		text: (value: number) => string,
		change: ((by: number) => string) | null,
		missing = m.monthly_difference_none()
	): DifferenceWords => ({
		what,
		before: before === null ? missing : text(before),
		now: now === null ? missing : text(now),
		change: before === null || now === null || !change ? '' : change(now - before)
	});
	const count = (value: number): string => f.count(Math.round(value));
	const signed = (by: number): string => f.signed(by, 0);
	switch (difference.of) {
		case 'cases':
			return told(m.monthly_difference_cases(), count, signed);
		case 'figure': {
			const { measure, aspect } = difference;
			const what = figureAspects[aspect]({ name: figureName(measure) });
			if (aspect === 'cases') return told(what, count, signed);
			return told(
				what,
				(value) => figureValue(f, measure, value),
				(by) => figureChange(f, measure, by)
			);
		}
		case 'finding': {
			const { finding } = difference;
			const what = m.monthly_difference_signal({ name: findingName(finding) });
			const text = (value: number): string => findingValue(f, finding, value);
			return told(what, text, null, m.monthly_difference_no_signal());
		}
		case 'driver': {
			const { row } = difference;
			const of = [reviews.now, reviews.signed].find(({ drivers }) => drivers?.rows.includes(row));
			const at = of?.drivers?.rows.indexOf(row) ?? -1;
			const name = (of && driversWords(f, of).rows[at]?.name) ?? '';
			return told(m.monthly_difference_driver({ name }), signed, signed);
		}
		case 'forecast': {
			const month = (reviews.signed.forecast ?? reviews.now.forecast)?.month ?? reviews.now.month;
			return told(m.monthly_difference_forecast({ month: f.month(month) }), count, signed);
		}
		case 'category': {
			const { aspect } = difference;
			const what = categoryAspects[aspect]({ category: valueText(difference.category) });
			return aspect === 'share'
				? told(
						what,
						(value) => f.percent(value, 2),
						(by) => f.points(by, 2)
					)
				: told(what, count, signed);
		}
		case 'improvement': {
			const { improvement, outcomeBefore, outcomeNow } = difference;
			const { number, effect } = improvement;
			const text = (outcome: Outcome | null, estimate: number | null): string =>
				[
					outcome === null ? m.monthly_outcome_none() : outcomeWords[outcome](),
					...(effect && estimate !== null
						? [changeText(f, effect.kind, changeOf(effect, estimate))]
						: [])
				].join(' ');
			return {
				what: m.monthly_difference_improvement({ number }),
				before: text(outcomeBefore, before),
				now: text(outcomeNow, now),
				change: ''
			};
		}
	}
}
