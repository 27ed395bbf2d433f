import { zoneOffsets } from '#lib/calendar/zone.ts';
import { businessZone } from '#lib/server/state/state.ts';

/**
 * The day it is for people, YYYY-MM-DD in the business zone: what due dates are held against. Not the
 * log's last day, which data are held against.
 */
export function peoplesDay(now = Date.now()): string {
	return new Date(now + zoneOffsets(businessZone())(now)).toISOString().slice(0, 10);
}
