import { createHash } from 'node:crypto';
import {
	workingCalendarOf,
	workingDaySeconds,
	type NamedCalendar
} from '#lib/calendar/named-calendar.ts';
import { isWorking, limitSeconds, type Policy } from '#lib/calendar/policy.ts';
import { workingSegments, type Segments } from '#lib/calendar/segments.ts';
import { dayNumberOf } from '#lib/calendar/working-calendar.ts';
import { workingHours } from '#lib/calendar/working-hours.ts';
import { DAY, zoneOffsets } from '#lib/calendar/zone.ts';
import type { Session } from '#lib/server/warehouse/port.ts';
import { rowOf } from '#lib/server/warehouse/rows.ts';

/** Which policy and calendar a source goes by; source '' stands for all that chose none. */
export interface Choice {
	readonly source: string;
	readonly policy: string;
	readonly calendar: string;
}

/** Everything timing rests on. Every policy and calendar a choice names is among them. */
export interface Arrangement {
	readonly choices: readonly Choice[];
	readonly policies: readonly Policy[];
	readonly calendars: readonly NamedCalendar[];
}

/** Local days working time is laid out for; cases outside have no working time. */
const laidOutDays = { since: '2000-01-01', until: '2041-01-01' } as const;

/** What an arrangement comes to, so that the same one is not laid out twice. */
export function fingerprintOf({ choices, policies, calendars }: Arrangement): string {
	const chosen = {
		choices,
		policies: policies
			.filter(({ id }) => choices.some(({ policy }) => policy === id))
			.map(({ id, versions }) => [id, versions]),
		calendars: calendars
			.filter(({ id }) => choices.some(({ calendar }) => calendar === id))
			.map((calendar) => [calendar.id, workingCalendarOf(calendar)]),
		laidOutDays
	};
	return createHash('sha256').update(JSON.stringify(chosen)).digest('hex');
}

/**
 * Writes an arrangement beside the one in force, inside the caller's transaction.
 * @returns its generation, for `timing/set_timing` and `timing/put_in_force`
 */
export async function layOut(session: Session, arrangement: Arrangement): Promise<number> {
	const { generation } = rowOf<{ generation: number }>(
		await session.ask('timing/next_generation', { fingerprint: fingerprintOf(arrangement) })
	);
	await session.run('timing/write_choices', {
		generation,
		choices: JSON.stringify(arrangement.choices)
	});
	await session.run('timing/write_limits', {
		generation,
		limits: JSON.stringify(limitsOf(arrangement))
	});
	const used = new Set(arrangement.choices.map(({ calendar }) => calendar));
	for (const calendar of arrangement.calendars.filter(({ id }) => used.has(id))) {
		const { opensAt, closesAt, workedBefore } = segmentsOf(calendar);
		await session.run('timing/write_segments', {
			generation,
			calendar: calendar.id,
			opens_at: JSON.stringify(opensAt),
			closes_at: JSON.stringify(closesAt),
			worked_before: JSON.stringify(workedBefore)
		});
	}
	return generation;
}

function limitsOf({ choices, policies, calendars }: Arrangement): readonly object[] {
	const pairs = new Map(choices.map((choice) => [`${choice.policy}\n${choice.calendar}`, choice]));
	return [...pairs.values()].flatMap((choice) => {
		const policy = policies.find(({ id }) => id === choice.policy);
		const calendar = calendars.find(({ id }) => id === choice.calendar);
		if (!policy || !calendar)
			throw new Error(`unknown policy or calendar: ${JSON.stringify(choice)}`);
		return spells(policy, calendar).flatMap(({ from, until, limits }) =>
			limits.map((limit, rank) => ({
				policy: policy.id,
				calendar: calendar.id,
				stage: limit.stage,
				starts: limit.starts,
				rank,
				since: from === null ? null : midnight(from, calendar.timeZone),
				until: until === null ? null : midnight(until, calendar.timeZone),
				priority: limit.fits.priority ?? null,
				track: limit.fits.track ?? null,
				category: limit.fits.category ?? null,
				channel: limit.fits.channel ?? null,
				seconds: limitSeconds(limit, workingDaySeconds(calendar, from ?? '2000-01-01')),
				working: isWorking(limit)
			}))
		);
	});
}

/**
 * Stretches of days with one version of the limits and one week of the calendar: a working day is as long
 * as the week says that holds when the clock starts.
 */
function spells(policy: Policy, calendar: NamedCalendar) {
	const inOrder = (a: string | null, b: string | null) => (a ?? '').localeCompare(b ?? '');
	const versions = [...policy.versions].sort((a, b) => inOrder(a.from, b.from));
	const begins = [...versions, ...calendar.weeks].map(({ from }) => from);
	const days = [...new Set(begins)].sort(inOrder);
	return days.flatMap((from, index) => {
		const version = versions.findLast((each) => inOrder(each.from, from) <= 0);
		return version ? [{ from, until: days[index + 1] ?? null, limits: version.limits }] : [];
	});
}

/** The instant a local date begins. */
function midnight(date: string, zone: string): number {
	const wall = dayNumberOf(date) * DAY;
	const offsetAt = zoneOffsets(zone);
	return wall - offsetAt(wall - offsetAt(wall));
}

// Laying out takes some half a second a calendar; those laid out before are kept.
const keptSegments = new Map<string, Segments>();
const mostKept = 8;

function segmentsOf(calendar: NamedCalendar): Segments {
	const working = workingCalendarOf(calendar);
	const key = JSON.stringify(working);
	let segments = keptSegments.get(key);
	if (!segments) {
		segments = workingSegments(workingHours(working), laidOutDays.since, laidOutDays.until);
		if (keptSegments.size >= mostKept) keptSegments.clear();
		keptSegments.set(key, segments);
	}
	return segments;
}
