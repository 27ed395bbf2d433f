import { wallTime } from '#lib/format/instant.ts';
import { achievementOf, type Achievement } from '#lib/improvement/achievement.ts';
import { sustainDays } from '#lib/improvement/improvement.ts';
import {
	chosen,
	portfolioChoice,
	type PortfolioChoice
} from '#lib/improvement/portfolio-choice.ts';
import { disposition } from '#lib/server/http/disposition.ts';
import { allImprovements } from '#lib/server/improvement/store.ts';
import { byteOrderMark, csvLine } from '#lib/server/questions/csv.ts';
import { businessZone } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

const header = [
	...['number', 'theme', 'team', 'categories', 'year', 'outcome', 'computed'],
	...['cases_avoided', 'cases_avoided_lower', 'cases_avoided_upper'],
	...['cost_avoided', 'cost_avoided_lower', 'cost_avoided_upper', 'planned_cost'],
	...['planned_benefit', 'days_to_effective', 'days_to_verdict'],
	...sustainDays.map((days) => `held_${days}_days`)
];

/** The improvements a number of the portfolio counts, with every figure it is made from; money in the log's. */
export const GET: RequestHandler = async ({ url }) => {
	const zone = businessZone();
	const all = (await allImprovements()).map((one) =>
		achievementOf(one, (epoch) => wallTime(epoch, zone).day)
	);
	const choice = portfolioChoice(url.searchParams);
	const rows = chosen(all, choice);
	const { day } = wallTime(Date.now(), zone);
	return new Response(byteOrderMark + [header, ...rows.map(cells)].map(csvLine).join(''), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': disposition(
				`improvements-${nameOf(choice)}-${rows.length}-${day}.csv`,
				'improvements.csv'
			),
			'x-row-count': String(rows.length),
			'cache-control': 'no-store'
		}
	});
};

/** Which improvements are in it, as the address says: a file is read far from its page. */
function nameOf({ part, by, group }: PortfolioChoice): string {
	return group === null ? part : `${part}-${by}-${group || 'none'}`;
}

function cells(one: Achievement) {
	const { casesAvoided: cases, costAvoided: cost } = one;
	return [
		...[one.number, one.theme, one.team, one.categories.join('; '), one.year],
		...[one.ending === 'overridden' ? one.outcome : one.ending, one.computed],
		...[cases?.value ?? null, cases?.lower ?? null, cases?.upper ?? null],
		...[cost?.value ?? null, cost?.lower ?? null, cost?.upper ?? null, one.cost],
		...[one.benefit, one.daysToEffective, one.daysToVerdict],
		...sustainDays.map((days) => one.held[days])
	];
}
