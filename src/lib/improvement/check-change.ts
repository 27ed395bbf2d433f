import type { CheckGroup, CheckKind } from './check-group.ts';
import { plainRateChange, rateChange, type Places } from './check-rate.ts';
import type { Change } from './outcome.ts';

/** How the numbers of a group changed, by the method of its kind of measure. */
export function changeOf(
	group: CheckGroup,
	kind: CheckKind,
	places: Places,
	terms: readonly (readonly number[])[] | null
): Change | null {
	switch (kind) {
		case 'rate':
			return rateChange(group, places, terms);
		default:
			return null;
	}
}

/** The same as if every case were independent of every other and no season existed. */
export function plainChangeOf(group: CheckGroup, kind: CheckKind, places: Places): Change | null {
	return kind === 'rate' ? plainRateChange(group, places) : null;
}
