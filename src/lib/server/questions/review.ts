import { createHash } from 'node:crypto';
import { zoneOffsets } from '#lib/calendar/zone.ts';
import { emptyFilter, type Day, type DayRange, type Filter } from '#lib/filter/filter.ts';
import { daysBetween } from '#lib/filter/period.ts';
import { coveredOrders } from '#lib/measures/covered-orders.ts';
import { categoryRows, type CategorySpan } from '#lib/review/category-rows.ts';
import { driverRows } from '#lib/review/driver-rows.ts';
import {
	monthDecisions,
	monthDue,
	monthImprovements,
	withImprovements
} from '#lib/review/month-improvements.ts';
import type { MonthReview, ReviewDrivers } from '#lib/review/month-review.ts';
import type { Person } from '#lib/server/access/person.ts';
import { keptImprovements } from '#lib/server/improvement/kept.ts';
import { targets } from '#lib/server/record/targets.ts';
import { ask } from './ask.ts';
import * as control from './control.ts';
import { dueImprovements } from './improvements-board.ts';
import { reviewData, type ReviewData } from './review-data.ts';
import { reviewFigures, type ReceivedRow } from './review-figures.ts';
import { monthFindings } from './review-findings.ts';
import { reviewForecast } from './review-forecast.ts';
import { received } from './review-questions.ts';
import { reviewSpan, type ReviewSpan } from './review-span.ts';

/** What of a review comes of the data alone. */
type DataPart = Omit<
	MonthReview,
	'figures' | 'findings' | 'improvements' | 'due' | 'decisions' | 'fingerprint'
> &
	Pick<MonthReview, 'findings'>;

/** Months that are over change with the data only. */
const kept = new Map<string, Promise<DataPart>>();
const mostKept = 72;

/**
 * A month as it writes itself; null while there is no case, or the log tells nothing of the month.
 * @param month its first day
 */
export async function reviewOf(
	person: Person,
	month: Day,
	signal?: AbortSignal,
	filter: Filter = emptyFilter
): Promise<MonthReview | null> {
	const data = await reviewData(person, month, filter, signal);
	const span = data && reviewSpan(data.log, month);
	if (!data || !span) return null;
	const counts = await ask(data.scope, received, { to_day: span.toDay });
	const [part, figures, due, improvements] = await Promise.all([
		keptPart(data, span, counts),
		targets().then((standing) => reviewFigures(data, span, counts, standing)),
		dueImprovements(data.scope),
		keptImprovements()
	]);
	const offset = zoneOffsets(data.scope.zone);
	const dayOf = (instant: number): Day =>
		new Date(instant + offset(instant)).toISOString().slice(0, 10);
	const all = [...improvements.values()];
	const findings = withImprovements(
		part.findings,
		all.map(({ improvement }) => improvement)
	);
	return {
		...part,
		fingerprint: fingerprintOf(part, figures),
		figures,
		findings,
		improvements: monthImprovements(all, span.told, dayOf),
		due: monthDue(due),
		decisions: monthDecisions(findings, due)
	};
}

/** The same numbers have the same fingerprint, whatever people said or did since. */
function fingerprintOf(part: DataPart, figures: MonthReview['figures']): string {
	const { asOf: _, dataVersion: __, forecast: ___, ...numbers } = part;
	const bare = figures.map(({ target: ____, ...figure }) => figure);
	return createHash('sha256')
		.update(JSON.stringify([numbers, bare]))
		.digest('hex')
		.slice(0, 16);
}

function keptPart(
	data: ReviewData,
	span: ReviewSpan,
	counts: readonly ReceivedRow[]
): Promise<DataPart> {
	const { scope, log } = data;
	const key = JSON.stringify([scope.dataVersion, log.filters, log.asOfDay, span.month]);
	// Whoever asked first may leave: what is kept is made for all who ask.
	const lasting = { ...data, scope: { ...scope, signal: undefined } };
	const made = kept.get(key) ?? partOf(lasting, span, counts);
	kept.delete(key);
	kept.set(key, made);
	made.catch(() => {
		if (kept.get(key) === made) kept.delete(key);
	});
	for (const oldest of kept.keys()) {
		if (kept.size <= mostKept) break;
		kept.delete(oldest);
	}
	return made;
}

async function partOf(
	data: ReviewData,
	span: ReviewSpan,
	counts: readonly ReceivedRow[]
): Promise<DataPart> {
	const { scope, log, months } = data;
	const place = months.length - 1;
	const filter = { ...scope.filter, period: span.told };
	const at = (days: DayRange | null): CategorySpan | null =>
		days && {
			days,
			counts: counts.filter((row) => !row.is_total && row.month === monthOf(days))
		};
	const now = at(span.told)!;
	const [found, drivers, forecast] = await Promise.all([
		monthFindings(data, place, filter),
		driversOf(data, span, now, at(span.before)),
		reviewForecast(data, span)
	]);
	return {
		month: span.month,
		told: span.told,
		partial: span.partial,
		asOf: log.asOf,
		dataVersion: scope.dataVersion,
		cases: now.counts.reduce((sum, { cases }) => sum + cases, 0),
		filter,
		...found,
		drivers,
		forecast,
		categories: categoryRows(scope.filter, now, at(span.before), at(span.yearAgo))
	};
}

const monthOf = ({ since }: DayRange): Day => `${since.slice(0, 7)}-01`;

/** Why the count changed since the month before, by orders where they cover both. */
async function driversOf(
	{ scope, orders }: ReviewData,
	span: ReviewSpan,
	now: CategorySpan,
	before: CategorySpan | null
): Promise<ReviewDrivers | null> {
	if (!before || before.counts.length === 0) return null;
	const rows = orders
		? await ask(scope, control.periodOrders, {
				step: 'month',
				dimension: 'none',
				to_day: span.toDay
			})
		: [];
	const ordersOf = ({ days }: CategorySpan): number =>
		coveredOrders(
			rows.find(({ since }) => since === monthOf(days)),
			daysBetween(days.since, days.until)
		);
	const [own, earlier] = [ordersOf(now), ordersOf(before)];
	const byOrders = own > 0 && earlier > 0;
	const exposures = byOrders
		? { now: own, before: earlier }
		: {
				now: daysBetween(now.days.since, now.days.until),
				before: daysBetween(before.days.since, before.days.until)
			};
	const told = { all: scope.filter, kind: 'previous', unit: byOrders ? 'orders' : 'days' } as const;
	return driverRows(told, now, before, exposures, () => 1);
}
