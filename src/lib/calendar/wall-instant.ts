import { zoneOffsets } from './zone.ts';

/**
 * The instant (milliseconds since 1970 UTC) at which clocks of an IANA zone show `YYYY-MM-DD HH:MM`;
 * null where the text is none. Of an hour shown twice the second, of one left out the one after it.
 */
export function instantOfWall(text: string, zone: string): number | null {
	if (!/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text)) return null;
	const wall = Date.parse(`${text.replace(' ', 'T')}:00Z`);
	if (Number.isNaN(wall)) return null;
	const offsetAt = zoneOffsets(zone);
	return wall - offsetAt(wall - offsetAt(wall));
}
