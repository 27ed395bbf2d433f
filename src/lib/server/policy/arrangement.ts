import { randomUUID } from 'node:crypto';
import type { NamedCalendar } from '#lib/calendar/named-calendar.ts';
import type { Policy } from '#lib/calendar/policy.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { RecordedEvent } from '#lib/server/record/event.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';
import type { Arrangement, Choice } from '#lib/server/timing/lay-out.ts';
import { presetCalendars, presetChoice, presetPolicies } from './presets.ts';

const kinds = ['calendar_saved', 'policy_saved', 'policy_chosen'] as const;

/** Who saved something last, and when. */
export interface Saved {
	readonly by: string;
	readonly at: number;
	/** Event of the record. */
	readonly number: number;
}

/** Policies, calendars and choices as they stand, and who said so; nobody, for what ships unchanged. */
export interface StandingArrangement extends Arrangement {
	readonly savedCalendars: ReadonlyMap<string, Saved>;
	readonly savedPolicies: ReadonlyMap<string, Saved>;
	/** By source; '' for all that chose none. */
	readonly savedChoices: ReadonlyMap<string, Saved>;
}

/** What ships, with what people saved in its place. The last word holds. */
export async function arrangement(): Promise<StandingArrangement> {
	const calendars = new Map(presetCalendars.map((calendar) => [calendar.id, calendar]));
	const policies = new Map(presetPolicies.map((policy) => [policy.id, policy]));
	const choices = new Map<string, Choice>([['', { source: '', ...presetChoice }]]);
	const savedCalendars = new Map<string, Saved>();
	const savedPolicies = new Map<string, Saved>();
	const savedChoices = new Map<string, Saved>();
	for (const event of await eventsOf(kinds)) {
		const saved = savedBy(event);
		if (event.kind === 'calendar_saved') {
			calendars.set(event.subject, event.body as NamedCalendar);
			savedCalendars.set(event.subject, saved);
		} else if (event.kind === 'policy_saved') {
			policies.set(event.subject, policyOf(event.body as Policy));
			savedPolicies.set(event.subject, saved);
		} else {
			choices.set(event.subject, event.body as Choice);
			savedChoices.set(event.subject, saved);
		}
	}
	return {
		choices: [...choices.values()],
		policies: [...policies.values()],
		calendars: [...calendars.values()],
		savedCalendars,
		savedPolicies,
		savedChoices
	};
}

/** Earlier records say where a policy comes from in one language only. */
function policyOf(policy: Policy | (Omit<Policy, 'source'> & { readonly source: string })): Policy {
	const { source } = policy;
	if (typeof source !== 'string') return policy as Policy;
	return { ...policy, source: { en: source, 'zh-CN': source, 'zh-TW': source } };
}

function savedBy({ person, happenedAt, number }: RecordedEvent): Saved {
	return { by: person.name, at: happenedAt, number };
}

/**
 * Keeps a calendar; a new one or another version of one that is there. `seen`: the save it was made from,
 * null for what ships; where somebody has saved it since, nothing is overwritten. Undefined: as it stands.
 */
export async function saveCalendar(
	person: Person,
	calendar: NamedCalendar,
	seen?: number | null
): Promise<'changed' | number> {
	const { savedCalendars } = await arrangement();
	if (isOutdated(savedCalendars.get(calendar.id), seen)) return 'changed';
	return appendEvent(person, 'calendar_saved', calendar.id, calendar);
}

/** Keeps a policy, as `saveCalendar` a calendar. */
export async function savePolicy(
	person: Person,
	policy: Policy,
	seen?: number | null
): Promise<'changed' | number> {
	const { savedPolicies } = await arrangement();
	if (isOutdated(savedPolicies.get(policy.id), seen)) return 'changed';
	return appendEvent(person, 'policy_saved', policy.id, policy);
}

function isOutdated(saved: Saved | undefined, seen: number | null | undefined): boolean {
	return seen !== undefined && seen !== (saved?.number ?? null);
}

/** Says by which policy and calendar a source goes; source '' for all that chose none. */
export async function choosePolicy(person: Person, choice: Choice): Promise<'unknown' | number> {
	const { policies, calendars } = await arrangement();
	if (!policies.some(({ id }) => id === choice.policy)) return 'unknown';
	if (!calendars.some(({ id }) => id === choice.calendar)) return 'unknown';
	return appendEvent(person, 'policy_chosen', choice.source, choice);
}

/** An id for a copy: short, and not taken before. */
export function freshId(of: string): string {
	return `${of.replace(/-[0-9a-f]{8}$/, '').slice(0, 40)}-${randomUUID().slice(0, 8)}`;
}
