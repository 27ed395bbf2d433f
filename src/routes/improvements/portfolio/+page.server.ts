import { wallTime } from '#lib/format/instant.ts';
import { achievementOf } from '#lib/improvement/achievement.ts';
import { chosen, portfolioChoice } from '#lib/improvement/portfolio-choice.ts';
import { groupedBy, portfolioOf } from '#lib/improvement/portfolio.ts';
import { ideas } from '#lib/server/improvement/ideas.ts';
import { allImprovements } from '#lib/server/improvement/store.ts';
import { businessZone } from '#lib/server/state/state.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const zone = businessZone();
	const [improvements, left] = await Promise.all([allImprovements(), ideas()]);
	const all = improvements.map((one) => achievementOf(one, (epoch) => wallTime(epoch, zone).day));
	const choice = portfolioChoice(url.searchParams);
	return {
		choice,
		portfolio: portfolioOf(all),
		achievements: all,
		groups: groupedBy(all, choice.by),
		listed: chosen(all, choice),
		ideas: left.length
	};
};
