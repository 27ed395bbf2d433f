import { randomUUID } from 'node:crypto';
import type { Day } from '#lib/filter/filter.ts';
import {
	commentedSections,
	decisionStates,
	emptyMinutes,
	minutesOf,
	type CommentBody,
	type DecisionBody,
	type MonthMinutes,
	type ReopenedBody,
	type ReviewAct
} from '#lib/review/minutes.ts';
import { isFrozen } from '#lib/review/signing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { isDay } from '#lib/server/record/day-text.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';
import { inTurn } from './in-turn.ts';

const acts = [
	'review_commented',
	'review_decided',
	'review_signed',
	'review_reopened'
] as const satisfies readonly ReviewAct['kind'][];

const longestText = 4_000;
const longestLine = 300;

/** What people did about every month there is anything of. */
export async function allMinutes(): Promise<ReadonlyMap<Day, MonthMinutes>> {
	return minutesOf((await eventsOf(acts)) as unknown as ReviewAct[]);
}

export async function minutesOfMonth(month: Day): Promise<MonthMinutes> {
	return (await allMinutes()).get(month) ?? emptyMinutes(month);
}

export type MinutesProblem =
	/** Numbers and texts stand still since somebody signed. */
	| 'frozen'
	/** Somebody was faster. */
	| 'changed_meanwhile'
	| 'text_missing'
	| 'owner_missing'
	| 'day_unreadable'
	| 'no_such_section'
	| 'no_such_decision'
	| 'reason_missing'
	| 'not_signed';

/**
 * Keeps what is said under a section, in place of what was said there. An empty text takes it back.
 *
 * @param seen number of the act that wrote the text the person edited, 0 for none
 */
export function commentOn(
	person: Person,
	month: Day,
	given: { readonly section: string; readonly text: string; readonly seen: number }
): Promise<MinutesProblem | null> {
	return inTurn(async () => {
		const section = commentedSections.find((known) => known === given.section);
		if (!section) return 'no_such_section';
		const minutes = await minutesOfMonth(month);
		if (isFrozen(minutes)) return 'frozen';
		const standing = minutes.comments[section];
		if ((standing?.number ?? 0) !== given.seen) return 'changed_meanwhile';
		const text = given.text.trim().replaceAll('\r\n', '\n').slice(0, longestText);
		if (text === (standing?.text ?? '')) return null;
		const body: CommentBody = { section, text };
		await appendEvent(person, 'review_commented', month, body);
		return null;
	});
}

/** A decision as a form sends it. */
export interface GivenDecision {
	/** Empty: a new one. */
	readonly id: string;
	/** Number of the act that said what the person edited. */
	readonly seen: number;
	readonly what: string;
	readonly about: string;
	readonly evidence: string;
	readonly owner: string;
	readonly due: string;
	readonly state: string;
	readonly result: string;
	/** Only what becomes of it was asked for. */
	readonly stateOnly?: boolean;
}

/**
 * Keeps a decision of a month. Once the month is signed, what was decided, by whom and until when stands;
 * only what becomes of it (state, result) goes on.
 */
export function decide(
	person: Person,
	month: Day,
	given: GivenDecision
): Promise<MinutesProblem | null> {
	return inTurn(async () => {
		const minutes = await minutesOfMonth(month);
		const known = minutes.decisions.find(({ id }) => id === given.id);
		if (given.id !== '' && !known) return 'no_such_decision';
		if (known && known.number !== given.seen) return 'changed_meanwhile';
		const frozen = isFrozen(minutes);
		if (frozen && !known) return 'frozen';
		const line = (text: string): string => text.trim().slice(0, longestLine);
		const state = decisionStates.find((one) => one === given.state) ?? known?.state ?? 'open';
		const told = { state, result: line(given.result) };
		if (known && (frozen || given.stateOnly)) {
			const { id, what, about, evidence, owner, due } = known;
			const body: DecisionBody = { id, what, about, evidence, owner, due, ...told };
			await appendEvent(person, 'review_decided', month, body);
			return null;
		}
		const [what, owner] = [line(given.what), line(given.owner)];
		if (what === '') return 'text_missing';
		if (owner === '') return 'owner_missing';
		if (!isDay(given.due)) return 'day_unreadable';
		const body: DecisionBody = {
			id: known?.id ?? randomUUID(),
			what,
			about: line(given.about),
			evidence: line(given.evidence),
			owner,
			due: given.due,
			...told
		};
		await appendEvent(person, 'review_decided', month, body);
		return null;
	});
}

/** Opens a signed month again as its next version, for a reason; what was signed stays in the record. */
export function reopen(
	person: Person,
	month: Day,
	given: { readonly reason: string; readonly version: number }
): Promise<MinutesProblem | null> {
	return inTurn(async () => {
		const minutes = await minutesOfMonth(month);
		if (minutes.version !== given.version) return 'changed_meanwhile';
		if (!isFrozen(minutes)) return 'not_signed';
		const reason = given.reason.trim().slice(0, longestLine);
		if (reason === '') return 'reason_missing';
		const body: ReopenedBody = { version: minutes.version, reason };
		await appendEvent(person, 'review_reopened', month, body);
		return null;
	});
}
