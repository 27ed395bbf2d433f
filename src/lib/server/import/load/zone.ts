/** A zone as the SQL macros `instant_in` and `wall_in` take it. */
export interface ZoneRule {
	readonly name: string;
	/** From this wall-clock time on the zone has kept one offset; null: it still changes. */
	readonly fixed_since: string | null;
	readonly fixed_minutes: number;
}

/** Whether the name is one of the zones this machine knows. */
export function isZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

const day = 86_400_000;

/**
 * Many zones (China, Taiwan, Japan, India) have not touched their clocks for decades. For them the
 * way between wall clock and instant is an addition, ten times cheaper than the calendar of zones.
 */
export function zoneRule(name: string): ZoneRule {
	const end = Date.UTC(2037, 0, 1);
	const minutes = offsetMinutes(name, end);
	// Half-year steps cannot step over a summer; a change found is rounded up to the next step.
	let since = end;
	for (let at = end; at > Date.UTC(1970, 0, 1); at -= 30 * day) {
		if (offsetMinutes(name, at) !== minutes) break;
		since = at;
	}
	const fixed = since < Date.UTC(2000, 0, 1);
	return {
		name,
		fixed_since: fixed ? new Date(since + day).toISOString().slice(0, 19).replace('T', ' ') : null,
		fixed_minutes: minutes
	};
}

function offsetMinutes(zone: string, instant: number): number {
	const text = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
		.formatToParts(instant)
		.find((part) => part.type === 'timeZoneName')?.value;
	const parts = /GMT([+-])(\d\d):(\d\d)/.exec(text ?? '');
	if (!parts) return 0;
	return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}
