import type { Assurance } from '#lib/measures/control-verdict.ts';

/** The mark of each verdict on a target; none where nothing can be said. */
export const assuranceStates: Readonly<
	Record<Assurance, 'reliable' | 'sometimes' | 'cannot' | null>
> = {
	will_hit: 'reliable',
	hit_or_miss: 'sometimes',
	will_miss: 'cannot',
	unknown: null
};
