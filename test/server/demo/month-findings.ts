import { shiftMonth } from '#lib/filter/period.ts';
import type { Finding } from '#lib/review/finding.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { reviewOf } from '#lib/server/questions/review.ts';
import type { PlantedTruth } from '../questions/planted-drivers.ts';

/** What the reviews of all months of a log say, held against what was planted in it. */
export interface MonthFindings {
	readonly months: number;
	/** Planted events, with the month each was first named in; null: never in its months. */
	readonly events: readonly { readonly name: string; readonly named: string | null }[];
	/** Months that name anything that was not planted, and what. */
	readonly unplanted: readonly { readonly month: string; readonly told: readonly string[] }[];
	/** Findings told as seasons. */
	readonly seasons: number;
	/** The chance month was told of. */
	readonly decoy: readonly string[];
}

interface Told {
	readonly month: string;
	readonly findings: readonly Finding[];
}

const [first, last] = ['2022-11-01', '2025-11-01'];
/** An effect that stays is to be named in one of its first months; a month counts from a week of it on. */
const firstMonths = 3;
const leastDays = 7;

/** Reviews of every month of the log that is served, judged by what `truth.json` says. */
export async function monthFindingsOf(truth: PlantedTruth): Promise<MonthFindings> {
	const told: Told[] = [];
	for (let month = first; month <= last; month = shiftMonth(month, 1)) {
		const review = await reviewOf(localPerson, month);
		if (review) told.push({ month, findings: review.findings });
	}
	const planted = plantedIn(truth);
	const events = planted.map(({ name, months, isOf }) => ({
		name,
		named:
			told.find(
				({ month, findings }) =>
					months.includes(month) && findings.some((one) => isNews(one) && isOf(one))
			)?.month ?? null
	}));
	const unplanted = told.flatMap(({ month, findings }) => {
		const others = findings.filter(
			(one) => isNews(one) && !planted.some(({ isOf, lasts }) => lasts.includes(month) && isOf(one))
		);
		return others.length > 0 ? [{ month, told: others.map(nameOf) }] : [];
	});
	const decoy = told
		.filter(({ month }) => month.startsWith(truth.decoy.month))
		.flatMap(({ findings }) => findings)
		.filter((one) => isNews(one) && /satisf/.test(one.measure));
	return {
		months: told.length,
		events,
		unplanted,
		seasons: told.flatMap(({ findings }) => findings).filter(({ kind }) => kind === 'season')
			.length,
		decoy: decoy.map(nameOf)
	};
}

const isNews = ({ kind }: Finding): boolean => kind !== 'season';
const nameOf = ({ measure, scope, side }: Finding): string =>
	`${measure} of ${scope ? `${scope.dimension} ${scope.value}` : 'all'} ${side > 0 ? '↑' : '↓'}`;

/** What the taxonomy of the import calls a category of the files otherwise. */
const loadedAs: Readonly<Record<string, string>> = { 客服服务: '服务' };

interface Planted {
	readonly name: string;
	/** Months it is to be named in. */
	readonly months: readonly string[];
	/** Months in which it is true. */
	readonly lasts: readonly string[];
	readonly isOf: (finding: Finding) => boolean;
}

function plantedIn({ improvement, surge, mix_shift: shift }: PlantedTruth): readonly Planted[] {
	const is = ({ scope, side }: Finding, dimension: string, value: string, way: number): boolean =>
		scope?.dimension === dimension && scope.value === value && side === way;
	const improved = monthsOf(improvement.from_day, '2025-11-18');
	return [
		{
			name: `improvement of ${improvement.subcategory} from ${improvement.from_day}`,
			months: improved.slice(0, firstMonths),
			lasts: monthsOf(improvement.from_day, '2025-11-18', 1),
			isOf: (one) => is(one, 'subcategory', improvement.subcategory, -1)
		},
		{
			name: `surge of ${surge.product} in ${surge.region}, ${surge.from_day} to ${surge.last_day}`,
			months: monthsOf(surge.from_day, surge.last_day),
			lasts: monthsOf(surge.from_day, surge.last_day, 1),
			isOf: (one) =>
				is(one, 'product', surge.product, 1) ||
				(one.within?.value === surge.product && one.side === 1)
		},
		{
			name: `shift of mix to ${shift.growing_category} from ${shift.after_from}`,
			months: monthsOf(shift.after_from, shift.after_last_day).slice(0, 1),
			lasts: monthsOf(shift.after_from, shift.after_last_day),
			isOf: (one) => is(one, 'category', shift.growing_category, 1)
		},
		{
			name: `shift of mix away from ${shift.shrinking_category} from ${shift.after_from}`,
			months: monthsOf(shift.after_from, shift.after_last_day).slice(0, 1),
			lasts: monthsOf(shift.after_from, shift.after_last_day),
			isOf: (one) =>
				is(one, 'category', loadedAs[shift.shrinking_category] ?? shift.shrinking_category, -1)
		}
	];
}

/** First days of the months that hold so many days from one to another, both included. */
function monthsOf(from: string, to: string, least = leastDays): readonly string[] {
	const months: string[] = [];
	for (let month = `${from.slice(0, 7)}-01`; month <= to; month = shiftMonth(month, 1)) {
		const since = from > month ? from : month;
		const end = shiftMonth(month, 1);
		const until = Date.parse(to) + 86_400_000;
		const days = (Math.min(Date.parse(end), until) - Date.parse(since)) / 86_400_000;
		if (days >= least) months.push(month);
	}
	return months;
}
