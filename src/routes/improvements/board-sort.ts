import type { BoardChoices, BoardSort } from '#lib/improvement/board-choices.ts';
import { dueStates } from '#lib/improvement/due.ts';
import { stages } from '#lib/improvement/stages.ts';
import type { BoardCard } from '#lib/server/questions/improvements-card.ts';

/** What a column is sorted by; empty texts stand last either way. */
const keys: Readonly<Record<BoardSort, (card: BoardCard) => string>> = {
	number: ({ number }) => number,
	theme: ({ plan }) => plan.theme,
	stage: ({ stage }) => String(stages.indexOf(stage)),
	owner: ({ plan }) => plan.owner,
	target_on: ({ plan }) => plan.targetOn ?? '',
	due: ({ due: [duty] }) => (duty ? `${dueStates.indexOf(duty.state)} ${duty.day ?? ''}` : '')
};

export function sortedCards(
	cards: readonly BoardCard[],
	{ sort, descending }: Pick<BoardChoices, 'sort' | 'descending'>
): readonly BoardCard[] {
	const key = keys[sort];
	const sign = descending ? -1 : 1;
	return [...cards].sort((one, other) => {
		const [a, b] = [key(one), key(other)];
		if (a === '' || b === '') return Number(a === '') - Number(b === '');
		return sign * a.localeCompare(b, 'zh');
	});
}
