import { narrowed } from '#lib/filter/change.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { pageHref } from '#lib/filter/href.ts';
import { countedCases } from '#lib/filter/counted-cases.ts';
import { improveHref } from '#lib/filter/improve.ts';
import { shiftMonth } from '#lib/filter/period.ts';
import { measureKey } from '#lib/measures/charted-measure.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type { DriverMeasure } from '#lib/measures/driver-measures.ts';
import type { Tile } from './tile.ts';

type Place = Pick<Tile, 'measure' | 'scope' | 'month'>;

/** What of a tile the page of drivers can explain; of the others another page tells why. */
const explained: Partial<Record<ControlMeasureId, DriverMeasure>> = {
	complaint_rate: 'complaints',
	complaints: 'complaints',
	satisfaction_mean: 'satisfaction',
	satisfied_share: 'satisfied',
	dissatisfied_share: 'dissatisfied',
	resolution_in_time: 'breached',
	reopened_share: 'reopened',
	cost: 'cost',
	cost_per_case: 'cost'
};

/** All cases of a tile's scope in its month, whatever the measure counts of them. */
export function tileCases(base: Filter, { scope, month }: Omit<Place, 'measure'>): Filter {
	const chosen = scope ? narrowed(base, scope.dimension, [scope.value]) : base;
	return { ...chosen, period: { since: month, until: shiftMonth(month, 1) } };
}

/** The control chart a tile speaks of. */
export function chartHref(base: Filter, tile: Place): string {
	return pageHref('/control', tileCases(base, tile), { measure: measureKey(tile.measure) });
}

/** Why it changed against the month before: its drivers, or where the time goes, or who answers. */
export function whyHref(base: Filter, tile: Place): string {
	const filter: Filter = { ...tileCases(base, tile), comparison: 'previous' };
	if (typeof tile.measure !== 'string') {
		const page = tile.measure.kind === 'quantile' ? '/timeliness' : '/drivers';
		return pageHref(page, countedCases(filter, tile.measure));
	}
	const measure = explained[tile.measure];
	if (measure) return pageHref('/drivers', filter, { measure });
	return pageHref(tile.measure === 'response_rate' ? '/satisfaction' : '/timeliness', filter);
}

/** Starts an improvement from a tile, with the tile's chart as what it was seen on. */
export function improvementHref(base: Filter, tile: Place): string {
	const { measure, scope } = tile;
	const key = measureKey(measure);
	return improveHref({
		page: '/control',
		own: { measure: key },
		filter: tileCases(base, tile),
		measure: key,
		...(scope && { by: scope.dimension })
	});
}
