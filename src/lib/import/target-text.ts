import type { MeasureUnit } from '#lib/measures/measure.ts';
import { spanOf, type TargetSpan } from '#lib/measures/target.ts';
import { parseDuration } from './duration-text.ts';

export type TargetTextProblem =
	| 'target_missing'
	| 'target_unreadable'
	| 'unit_missing'
	| 'unit_wrong'
	| 'target_out_of_range'
	| 'measure_without_target';

type Read = { readonly value: number } | { readonly problem: TargetTextProblem };

/**
 * A target as a person writes it: "95 %", "24 h", "1,200 件", "4.5". Shares as a percentage, or as 0–1;
 * times only with their unit, as 24 minutes and 24 hours are both likely; a rate per 10,000 orders, also as
 * a percentage or per mille of orders.
 *
 * @returns in the unit a chart shows: share 0–1, minutes, per 10,000 orders
 */
export function readTargetValue(unit: MeasureUnit, text: string): Read {
	const folded = text.normalize('NFKC').trim().toLowerCase().replaceAll('−', '-');
	if (folded === '') return { problem: 'target_missing' };
	if (unit === 'minutes') return readTime(folded);
	const found = /^([¥$€]|rmb|cny|nt\$)?\s*(-?\d+(?:,\d{3})*(?:\.\d+)?)\s*(.*)$/.exec(folded);
	if (!found) return { problem: 'target_unreadable' };
	const number = Number(found[2]!.replaceAll(',', ''));
	const suffix = found[3]!.trim();
	switch (unit) {
		case 'share': {
			if (!['', '%', 'percent'].includes(suffix)) return { problem: 'unit_wrong' };
			const share = suffix === '' && number <= 1 ? number : tidy(number / 100);
			return within(share, 0, 1);
		}
		case 'per_10000_orders': {
			const times = rateUnits[suffix];
			return times === undefined ? { problem: 'unit_wrong' } : within(tidy(number * times), 0);
		}
		case 'score':
			return ['', '分', '/5', '/ 5'].includes(suffix)
				? within(number, 1, 5)
				: { problem: 'unit_wrong' };
		case 'ratio':
			return suffix === '' ? within(number, 0) : { problem: 'unit_wrong' };
		case 'cases_a_day':
			return ['', '/d', '/day', '/天', '/日', '件/天', '件/日'].includes(suffix)
				? within(number, 0)
				: { problem: 'unit_wrong' };
		case 'cases':
			return ['', '件', '单', '單', '起', 'cases', 'case'].includes(suffix)
				? within(number, 0)
				: { problem: 'unit_wrong' };
		case 'money':
			return ['', '元', 'cny', 'rmb', 'yuan'].includes(suffix)
				? within(number, 0)
				: { problem: 'unit_wrong' };
		default:
			return { problem: 'measure_without_target' };
	}
}

const rateUnits: Readonly<Record<string, number>> = {
	'': 1,
	'‱': 1,
	'/10000': 1,
	'/万单': 1,
	'/萬單': 1,
	'件/万单': 1,
	'件/萬單': 1,
	'‰': 10,
	'%': 100
};

function readTime(text: string): Read {
	if (/^-/.test(text)) return { problem: 'target_out_of_range' };
	if (/^[\d,.]+$/.test(text)) return { problem: 'unit_missing' };
	const minutes = parseDuration(text, 'minutes');
	if (minutes !== null) return within(tidy(minutes), 0);
	return { problem: /^\d/.test(text) ? 'unit_wrong' : 'target_unreadable' };
}

function within(value: number, least: number, most = Infinity): Read {
	return value >= least && value <= most ? { value } : { problem: 'target_out_of_range' };
}

/** 95 / 100 and the like without the dust of binary fractions. */
function tidy(value: number): number {
	return Number(value.toPrecision(12));
}

const spanWords: Readonly<Record<TargetSpan, readonly string[]>> = {
	month: ['month', 'monthly', 'm', '月', '月度', '每月'],
	quarter: ['quarter', 'quarterly', 'q', '季', '季度'],
	year: ['year', 'yearly', 'annual', 'y', '年', '年度']
};

/**
 * The span a target is said of: "month" with "2025-11", "2025年11月" or any of its days, "quarter" with
 * "2025Q4" as well, "year" with "2025". Without a word the text itself must tell.
 */
export function readTargetSpan(
	word: string,
	text: string
): { readonly span: TargetSpan; readonly since: string } | { readonly problem: 'span_unreadable' } {
	const [folded, said] = [fold(text), fold(word)];
	const named = (Object.keys(spanWords) as TargetSpan[]).find((span) =>
		spanWords[span].includes(said)
	);
	const quarter = /^(\d{4})[-/年]?(?:q|第)?([1-4一二三四])(?:季度?|q)?$/.exec(folded);
	const day = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?月?)?年?$/.exec(folded);
	const isQuarter = quarter && /[q季]/.test(folded);
	if (isQuarter && (said === '' || named === 'quarter')) {
		const place = Number(
			quarter[2]!.replace(/[一二三四]/, (sign) => String('一二三四'.indexOf(sign) + 1))
		);
		return begun('quarter', quarter[1]!, place * 3 - 2, 1);
	}
	if (!day || (said !== '' && !named)) return { problem: 'span_unreadable' };
	const [, year = '', month, date] = day;
	const span = named ?? (month === undefined ? 'year' : date === undefined ? 'month' : null);
	if (span === null || (month === undefined && span !== 'year'))
		return { problem: 'span_unreadable' };
	return begun(span, year, Number(month ?? 1), Number(date ?? 1));
}

function begun(span: TargetSpan, year: string, month: number, date: number) {
	const time = new Date(Date.UTC(Number(year), month - 1, date));
	const exists = time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
	if (!exists || Number(year) < 1990 || Number(year) > 2100)
		return { problem: 'span_unreadable' } as const;
	return { span, since: spanOf(span, time.toISOString().slice(0, 10)).since };
}

function fold(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '');
}
