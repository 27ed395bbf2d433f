import { createHash } from 'node:crypto';
import type { Day } from '#lib/filter/filter.ts';
import type { FrozenReview } from '#lib/review/frozen.ts';
import type { MonthMinutes, SignatureBody, SigningRole } from '#lib/review/minutes.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import { signingProblem, type FollowedDecision, type SigningProblem } from '#lib/review/signing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvent, appendEvents, eventsOf } from '#lib/server/record/record.ts';
import { inTurn } from './in-turn.ts';
import { minutesOfMonth } from './minutes.ts';

/** SHA-256 in hex of what is signed, as JSON. */
export function hashOf(content: unknown): string {
	return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/**
 * What a person who signs must have seen: every number and every word of people.
 *
 * @param followed decisions of other months; no act of this month tells of them
 * @param today how late something is, is told as of this day
 */
export function seenHash(
	review: MonthReview,
	{ lastAct, version }: MonthMinutes,
	followed: readonly FollowedDecision[],
	today: Day
): string {
	return hashOf([review, lastAct, version, followed, today]);
}

interface FrozenBody {
	readonly version: number;
	readonly hash: string;
	readonly frozen: FrozenReview<unknown>;
}

/** The signed text of a version of a month, or null; `Words` is what was given to be signed. */
export async function frozenReview<Words>(
	month: Day,
	version: number
): Promise<{ readonly hash: string; readonly frozen: FrozenReview<Words> } | null> {
	const kept = await eventsOf<FrozenBody>(['review_frozen'], month);
	const body = kept.findLast((event) => event.body.version === version)?.body;
	return body ? { hash: body.hash, frozen: body.frozen as FrozenReview<Words> } : null;
}

/**
 * The first signature: freezes what the person saw, and signs it.
 *
 * @param seen hash the page carried; where the month reads otherwise by now, nothing is signed
 * @param make the month as it reads now: its hash, and what is to be frozen
 */
export function signPrepared(
	person: Person,
	month: Day,
	seen: string,
	make: (minutes: MonthMinutes) => Promise<{
		readonly seen: string;
		readonly whole: boolean;
		readonly frozen: FrozenReview<unknown>;
	} | null>
): Promise<SigningProblem | null> {
	return inTurn(async () => {
		const minutes = await minutesOfMonth(month);
		const problem = signingProblem(minutes, 'prepared', person);
		if (problem) return problem;
		const made = await make(minutes);
		if (made?.seen !== seen) return 'changed_meanwhile';
		if (!made.whole) return 'month_runs';
		const { frozen } = made;
		const { version } = minutes;
		const hash = hashOf(frozen);
		const { findings } = frozen.review;
		const signals = findings.filter(({ kind }) => kind === 'news').length;
		const signature: SignatureBody = { role: 'prepared', version, hash, signals };
		const kept: FrozenBody = { version, hash, frozen };
		await appendEvents(person, [
			{ kind: 'review_frozen', subject: month, body: kept },
			{ kind: 'review_signed', subject: month, body: signature }
		]);
		return null;
	});
}

/** A further signature under what is frozen. */
export function signFurther(
	person: Person,
	month: Day,
	role: Exclude<SigningRole, 'prepared'>,
	seen: string
): Promise<SigningProblem | null> {
	return inTurn(async () => {
		const minutes = await minutesOfMonth(month);
		const problem = signingProblem(minutes, role, person);
		if (problem) return problem;
		const { version } = minutes;
		const [first] = minutes.signatures;
		if (first?.hash !== seen) return 'changed_meanwhile';
		const signature: SignatureBody = { role, version, hash: seen, signals: first.signals };
		await appendEvent(person, 'review_signed', month, signature);
		return null;
	});
}
