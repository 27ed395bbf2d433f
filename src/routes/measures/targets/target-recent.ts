import { chartedMeasure, hasTargets } from '#lib/measures/charted-measure.ts';
import { targetSpans } from '#lib/measures/target.ts';
import type { Scope } from '#lib/server/questions/scope.ts';
import { targetRecent, type TargetRecent } from '#lib/server/questions/target-recent.ts';
import { ownMeasures } from '#lib/server/record/own-measures.ts';
import { scopeFrom } from './target-scope.ts';

/** What the form chooses, as it writes it. */
export interface ChosenPlace {
	readonly measure: string;
	readonly scope: string;
	readonly span: string;
}

export interface RecentOfPlace {
	readonly place: ChosenPlace;
	readonly recent: TargetRecent | null;
}

/** What a choice of the form stood at; null where it names no measure or span. */
export async function recentOf(log: Scope, place: ChosenPlace): Promise<RecentOfPlace | null> {
	const measure = chartedMeasure(place.measure, await ownMeasures());
	const span = targetSpans.find((one) => one === place.span);
	if (!measure || !span || !hasTargets(measure)) return null;
	const { measure: key, scope, span: kept } = place;
	return {
		place: { measure: key, scope, span: kept },
		recent: await targetRecent(log, { measure, span, scope: scopeFrom(scope) })
	};
}
