import { measureKey } from '#lib/measures/charted-measure.ts';
import { allImprovements } from '#lib/server/improvement/store.ts';
import { boardsWith } from '#lib/server/record/board-arrangements.ts';
import { targets } from '#lib/server/record/targets.ts';

/** Where an own measure is used: what its retirement would be felt by. */
export interface OwnUses {
	readonly boards: number;
	readonly targets: number;
	/** Numbers of the improvements whose plan it measures. */
	readonly improvements: readonly string[];
}

export async function ownUses(id: string): Promise<OwnUses> {
	const [boards, standing, improvements] = await Promise.all([
		boardsWith(id),
		targets(),
		allImprovements()
	]);
	return {
		boards,
		targets: standing.filter(({ measure }) => measure === id).length,
		improvements: improvements
			.filter(({ plan }) => measureKey(plan.measure) === id)
			.map(({ number }) => number)
	};
}
