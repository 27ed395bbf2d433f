import type { Improvement } from './improvement.ts';

/** A suggestion somebody left, and the answer it got. */
export interface Idea {
	readonly id: string;
	readonly text: string;
	/** Where it was noticed, in their words; empty: they did not say. */
	readonly where: string;
	/** Empty: the user of this machine, who has said no name. */
	readonly by: string;
	/** Milliseconds UTC. */
	readonly leftAt: number;
	readonly declined: {
		readonly why: string;
		readonly by: string;
		readonly at: number;
	} | null;
}

export const ideaStates = ['new', 'taken', 'declined'] as const;
export type IdeaState = (typeof ideaStates)[number];

/** An idea with the improvements that came of it. */
export interface FollowedIdea extends Idea {
	readonly state: IdeaState;
	readonly improvements: readonly Pick<Improvement, 'number' | 'stage' | 'plan'>[];
}

/** What became of each idea: one an improvement was started from is taken, also after it was declined. */
export function followed(
	ideas: readonly Idea[],
	improvements: readonly Pick<Improvement, 'number' | 'stage' | 'plan' | 'from'>[]
): FollowedIdea[] {
	return ideas.map((idea) => {
		const own = improvements.filter(({ from }) => from?.kind === 'idea' && from.id === idea.id);
		const state = own.length > 0 ? 'taken' : idea.declined ? 'declined' : 'new';
		return { ...idea, state, improvements: own };
	});
}
