import { endings, isJudged, isShown, type Achievement } from './achievement.ts';
import { sustainDays } from './improvement.ts';
import { groupings, groupsOf, type Grouping } from './portfolio.ts';

/** What a number of the portfolio counts: each opens its improvements. */
export const portfolioParts = [
	...endings,
	'all',
	'judged',
	'cases_avoided',
	'cost_avoided',
	'cost',
	'benefit',
	'claimed_and_computed',
	'to_effective',
	'to_verdict',
	...sustainDays.flatMap((days) => [`checked_${days}`, `held_${days}`] as const)
] as const;
export type PortfolioPart = (typeof portfolioParts)[number];

/** Which improvements are listed. */
export interface PortfolioChoice {
	readonly part: PortfolioPart;
	readonly by: Grouping;
	/** A group of `by`; null: every one. */
	readonly group: string | null;
}

export function portfolioChoice(parameters: URLSearchParams): PortfolioChoice {
	const part = portfolioParts.find((known) => known === parameters.get('show'));
	const by = groupings.find((known) => known === parameters.get('by'));
	return { part: part ?? 'all', by: by ?? 'category', group: parameters.get('group') };
}

/** Address of the portfolio with these improvements listed. */
export function portfolioHref(choice: PortfolioChoice, place = 'list'): string {
	return `/improvements/portfolio${query(choice)}#${place}`;
}

/** The same improvements as a file. */
export function portfolioCsvHref(choice: PortfolioChoice): string {
	return `/improvements/portfolio/list${query(choice)}`;
}

function query({ part, by, group }: PortfolioChoice): string {
	const parameters = new URLSearchParams();
	if (part !== 'all') parameters.set('show', part);
	if (by !== 'category') parameters.set('by', by);
	if (group !== null) parameters.set('group', group);
	const text = parameters.toString();
	return text === '' ? '' : `?${text}`;
}

/** The improvements a number counts. */
export function chosen(
	all: readonly Achievement[],
	{ part, by, group }: PortfolioChoice
): Achievement[] {
	return all.filter(
		(one) => (group === null || groupsOf(one, by).includes(group)) && isPart(one, part)
	);
}

function isPart(one: Achievement, part: PortfolioPart): boolean {
	const days = sustainDays.find((known) => part.endsWith(`_${known}`));
	if (days !== undefined)
		return part.startsWith('held') ? one.held[days] === true : one.held[days] !== null;
	switch (part) {
		case 'all':
			return true;
		case 'judged':
			return isJudged(one);
		case 'cases_avoided':
			return isShown(one) && one.casesAvoided !== null;
		case 'cost_avoided':
			return isShown(one) && one.costAvoided !== null;
		case 'cost':
			return isJudged(one) && one.cost !== null;
		case 'benefit':
			return isJudged(one) && one.benefit !== null;
		case 'claimed_and_computed':
			return isShown(one) && one.benefit !== null && one.costAvoided !== null;
		case 'to_effective':
			return one.daysToEffective !== null;
		case 'to_verdict':
			return one.daysToVerdict !== null;
		default:
			return one.ending === part;
	}
}
