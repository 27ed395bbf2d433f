import { chartedMeasure, measureKey } from '#lib/measures/charted-measure.ts';
import { controlMeasureIds } from '#lib/measures/control-measures.ts';
import type { OwnMeasure } from '#lib/measures/own-measure.ts';
import { usualMeasures } from './measures.ts';

/** Which tiles a board shows, in their order, by the keys of their measures; all others are hidden. */
export type Arrangement = readonly string[];

/** What one can do to it. */
export const arrangingActs = ['earlier', 'later', 'hide', 'show'] as const;
export type ArrangingAct = (typeof arrangingActs)[number];

/** Whose arrangement is shown: one's own, the team's, or the one that ships. */
export type ArrangedBy = 'own' | 'team' | 'usual';

/** Measures that can be shown and are not. */
export function hiddenTiles(shown: Arrangement, owns: readonly OwnMeasure[] = []): Arrangement {
	return [...controlMeasureIds, ...owns.map(measureKey)].filter((key) => !shown.includes(key));
}

/** The tiles after an act; what cannot be done (the first one earlier, the last one hidden) changes nothing. */
export function arranged(shown: Arrangement, act: ArrangingAct, measure: string): Arrangement {
	const at = shown.indexOf(measure);
	switch (act) {
		case 'earlier':
			return movedTo(shown, measure, at - 1);
		case 'later':
			return movedTo(shown, measure, at + 1);
		case 'hide':
			return shown.length > 1 ? shown.filter((id) => id !== measure) : shown;
		case 'show':
			return at < 0 ? [...shown, measure] : shown;
	}
}

/** A tile put at a place; the others close up. */
export function movedTo(shown: Arrangement, measure: string, to: number): Arrangement {
	if (!shown.includes(measure) || to < 0 || to >= shown.length) return shown;
	const others = shown.filter((id) => id !== measure);
	return [...others.slice(0, to), measure, ...others.slice(to)];
}

/**
 * An arrangement as it was kept or sent: what is no measure any more, or said twice, is left out.
 * @param owns own measures in use
 */
export function readArrangement(
	given: unknown,
	owns: readonly OwnMeasure[] = []
): Arrangement | null {
	if (!Array.isArray(given)) return null;
	const known = given.filter((name) => chartedMeasure(String(name), owns)).map(String);
	return known.length > 0 ? [...new Set(known)] : null;
}

/** What a person's board shows: their own arrangement, else the team's, else the one that ships. */
export function arrangementOf(
	own: Arrangement | null,
	team: Arrangement | null
): { readonly shown: Arrangement; readonly by: ArrangedBy } {
	if (own) return { shown: own, by: 'own' };
	return team ? { shown: team, by: 'team' } : { shown: usualMeasures, by: 'usual' };
}
