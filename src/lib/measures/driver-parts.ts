import type { Exposures, TwoMoments } from '#lib/statistics/contribution/part-change.ts';
import type { Decomposition } from './driver-decomposition.ts';
import type { DriverGroup } from './driver-groups.ts';
import type { DriverDimension } from './driver-measures.ts';

/** What one value of a dimension adds to the difference; the parts of a dimension add up to it. */
export interface DriverPart {
	readonly kind: 'value' | 'rest';
	readonly value: string | null;
	/** How many values stand in it. */
	readonly values: number;
	readonly cases: number;
	readonly casesBefore: number;
	readonly contribution: number;
	/** Of shares and means: what changed inside the value, and by its share of the cases. */
	readonly rateEffect: number | null;
	readonly mixEffect: number | null;
}

/** Parts of a flow (complaints, cost): each value's own sum by its exposure. */
export function flowParts(
	dimension: DriverDimension,
	groups: readonly DriverGroup[],
	exposures: Exposures,
	most: number
): DriverPart[] {
	const added = ({ now, before }: TwoMoments) =>
		now.total / exposures.now - before.total / exposures.before;
	return folded(
		groups
			.filter((group) => group.dimension === dimension)
			.map((group) => ({
				kind: 'value',
				value: group.value,
				values: 1,
				cases: group.now.cases,
				casesBefore: group.before.cases,
				contribution: added(group),
				rateEffect: null,
				mixEffect: null
			})),
		most
	);
}

/** Parts of a share or mean: rate effect and centred mix effect of each value. */
export function decomposedParts({ values }: Decomposition, most: number): DriverPart[] {
	return folded(
		values.map((value) => ({
			kind: 'value',
			value: value.value,
			values: 1,
			cases: value.cases,
			casesBefore: value.casesBefore,
			contribution: value.rateEffect + value.mixEffect,
			rateEffect: value.rateEffect,
			mixEffect: value.mixEffect
		})),
		most
	);
}

/** The largest parts, and all others as one, so that the sum stays the difference. */
function folded(parts: readonly DriverPart[], most: number): DriverPart[] {
	const ordered = [...parts].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
	if (ordered.length <= most + 1) return ordered;
	const rest = ordered.slice(most);
	const add = (of: (part: DriverPart) => number | null) =>
		rest.reduce((sum, part) => sum + (of(part) ?? 0), 0);
	const isSplit = rest.every(({ rateEffect }) => rateEffect !== null);
	return [
		...ordered.slice(0, most),
		{
			kind: 'rest',
			value: null,
			values: rest.length,
			cases: add(({ cases }) => cases),
			casesBefore: add(({ casesBefore }) => casesBefore),
			contribution: add(({ contribution }) => contribution),
			rateEffect: isSplit ? add(({ rateEffect }) => rateEffect) : null,
			mixEffect: isSplit ? add(({ mixEffect }) => mixEffect) : null
		}
	];
}
