import { previousDay, shiftDay } from '#lib/filter/codec.ts';
import {
	hotspotPlaces,
	hotspotValues,
	type DriverDimension
} from '#lib/measures/driver-measures.ts';
import { hotspots, type Hotspot } from '#lib/measures/hotspots.ts';
import { ask } from './ask.ts';
import { cells } from './drivers.ts';
import type { Scope } from './scope.ts';

export interface HotspotFacts {
	readonly what: DriverDimension;
	readonly place: DriverDimension;
	/** Dimensions of the log that can take either part. */
	readonly values: readonly DriverDimension[];
	readonly places: readonly DriverDimension[];
	/** Cells judged: values × places × weeks. */
	readonly cells: number;
	readonly hotspots: readonly Hotspot[];
}

/** Weeks far above expectation; null without a case or without the two dimensions. */
export async function hotspotFacts(
	scope: Scope,
	wanted: { readonly what: string | null; readonly place: string | null }
): Promise<HotspotFacts | null> {
	const { log } = scope;
	const values = hotspotValues.filter((name) => scope.columns.includes(name));
	const places = hotspotPlaces.filter((name) => scope.columns.includes(name));
	const what = values.find((name) => name === wanted.what) ?? values[0];
	const place = places.find((name) => name === wanted.place) ?? places[0];
	if (log === null || what === undefined || place === undefined) return null;
	const rows = (await ask(scope, cells, { what, place })).flatMap(
		({ what: value, place: at, ...row }) =>
			value === null || at === null ? [] : [{ what: value, place: at, ...row }]
	);
	return {
		what,
		place,
		values,
		places,
		cells: rows[0]?.cells ?? 0,
		hotspots: hotspots(rows, lastWholeWeek(log.days.until))
	};
}

/** Monday of the last week that ended with the period or before. */
function lastWholeWeek(until: string): string {
	const last = previousDay(until);
	const weekday = (new Date(`${last}T00:00:00Z`).getUTCDay() + 6) % 7;
	return shiftDay(last, weekday === 6 ? -6 : -weekday - 7);
}
