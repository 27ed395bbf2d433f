import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { forecastChoices } from '#lib/server/questions/forecast-choices.ts';
import { forecastPageFacts, type ForecastPageFacts } from '#lib/server/questions/forecast-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import type { PlantedTruth } from './planted-drivers.ts';

/** What the forecast page says of the log that is served. */
export async function forecastOf(
	query: string,
	filter: Filter = emptyFilter
): Promise<ForecastPageFacts> {
	const parameters = new URLSearchParams(query);
	const facts = await forecastPageFacts(
		await scopeOf(localPerson, filter),
		forecastChoices((name) => parameters.get(name))
	);
	if (!facts) throw new Error('the log has no case');
	return facts;
}

/** What of a demo log the page does not find, or finds though nothing was planted; empty when all is well. */
export async function missedForecasts({
	improvement,
	decoy
}: PlantedTruth): Promise<readonly string[]> {
	const missed: string[] = [];
	const miss = (holds: boolean, text: string): void => {
		if (!holds) missed.push(text);
	};
	const months = await forecastOf('by=subcategory');
	const weeks = await forecastOf('step=week&by=subcategory');
	for (const { total, choices } of [months, weeks]) {
		const naive = total.scores.find(({ method }) => method === 'seasonal_naive');
		const best = total.scores[0];
		miss(
			!!best && !!naive && best.mase < 0.8 * naive.mase && best.mase < 1.1,
			`${choices.step}: MASE ${best?.mase} against ${naive?.mase}`
		);
		miss((best?.coverage95 ?? 0) >= 0.85, `${choices.step}: 95 % held ${best?.coverage95}`);
	}
	// 双11 is in November, 春节 in February 2026: the highest and the lowest of the half year ahead.
	const expected = (months.total.coming ?? []).map(({ median }) => median);
	miss(expected.indexOf(Math.max(...expected)) === 0, `highest: ${expected.join(' ')}`);
	miss(expected.indexOf(Math.min(...expected)) === 3, `lowest: ${expected.join(' ')}`);
	const pace = months.pace;
	miss(!!pace && pace.off < 0.06 && pace.off < pace.offForecast, `month end: ${pace?.off}`);

	const own = (facts: ForecastPageFacts) =>
		facts.groups.find(({ value }) => value === improvement.subcategory);
	const near = (facts: ForecastPageFacts, days: number): boolean =>
		(own(facts)?.changes ?? []).some(
			({ at, factor }) =>
				factor < 0.7 &&
				Math.abs(Date.parse(facts.past[at]!.since) - Date.parse(improvement.from_day)) <=
					days * 86_400_000
		);
	// Right before 双11 the months leave room for one or two: only two Novembers are whole.
	miss(near(months, 62), `the improvement of ${improvement.from_day} by month`);
	// A fall to a half from nine cases a week, the least planted, is placed to four weeks nine times in ten.
	miss(near(weeks, 35), `the improvement of ${improvement.from_day} by week`);
	const month = decoy.month.slice(0, 7);
	const { past, total, groups } = months;
	const inDecoy = [total, ...groups].flatMap(({ changes }) =>
		changes
			.map(({ at }) => past[at]!.since)
			.filter((day) => [month, shiftMonth(`${month}-01`, 1).slice(0, 7)].includes(day.slice(0, 7)))
			.map((day) => `a change in ${day}, where nothing happened`)
	);
	return [...missed, ...inDecoy];
}
