import { assuranceStates } from '#lib/components/assurance-states.ts';
import type { StateKind } from '#lib/components/state.ts';
import type { Day } from '#lib/filter/filter.ts';
import type { Tile } from '#lib/board/tile.ts';
import type { Variation } from '#lib/measures/control-verdict.ts';

const variationStates: Readonly<Record<Variation, StateKind | null>> = {
	improving: 'improving',
	worsening: 'worsening',
	changing: 'common',
	nothing_special: 'common',
	unknown: null
};

/** The mark of a tile's variation, pointing the way the month lies; none where nothing can be judged. */
export function variationState(
	tile: Pick<Tile, 'variation' | 'judged'>
): { readonly kind: StateKind; readonly direction: 'up' | 'down' } | null {
	const kind = variationStates[tile.variation];
	return kind && { kind, direction: tile.judged?.side === 1 ? 'up' : 'down' };
}

/** The month a tile's mark speaks of, where its value is of another: the running one is not judged. */
export function judgedElsewhere({ judged, month }: Pick<Tile, 'judged' | 'month'>): Day | null {
	return judged && judged.month !== month ? judged.month : null;
}

/** The mark of its assurance; none without a target. */
export function assuranceState({ assurance }: Pick<Tile, 'assurance'>): StateKind | null {
	return assuranceStates[assurance];
}
