import { differenceWords, type DifferenceWords } from '#lib/components/review/difference-words.ts';
import { reviewWords } from '#lib/components/review/document-words.ts';
import type { ReviewWords } from '#lib/components/review/review-words.ts';
import type { Day } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { locales, type Locale } from '#lib/format/locale.ts';
import * as m from '#lib/messages/generated/messages.js';
import { inLocale } from '#lib/messages/in-locale.ts';
import { reviewDifferences } from '#lib/review/differences.ts';
import type { FrozenReview } from '#lib/review/frozen.ts';
import { emptyMinutes, type MonthMinutes } from '#lib/review/minutes.ts';
import type { MonthReview } from '#lib/review/month-review.ts';
import { followedDecisions, isFrozen } from '#lib/review/signing.ts';
import type { Person } from '#lib/server/access/person.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { reviewOf } from '#lib/server/questions/review.ts';
import { allMinutes } from '#lib/server/review/minutes.ts';
import { frozenReview, seenHash } from '#lib/server/review/signatures.ts';
import { businessZone } from '#lib/server/state/state.ts';

/** A review as a page, a workbook or a mail tells it: the frozen one where somebody signed. */
export interface ToldReview {
	readonly review: MonthReview;
	readonly words: ReviewWords;
	readonly minutes: MonthMinutes;
	/** What is told of people: as signed, else as it stands. */
	readonly comments: MonthMinutes['comments'];
	readonly decisions: MonthMinutes['decisions'];
	readonly followed: FrozenReview<ReviewWords>['followed'];
	/** Null while nobody signed. */
	readonly frozen: { readonly version: number; readonly hash: string } | null;
	/** Of the version told. */
	readonly signatures: MonthMinutes['signatures'];
	/** False: signed once, opened again since. */
	readonly inForce: boolean;
}

/** The version an address asks for; undefined: the one in force. */
export function versionAsked(url: URL): number | undefined {
	return Number(url.searchParams.get('version')) || undefined;
}

/** First day of the month an address names; null where it names none. */
export function monthNamed(text: string): Day | null {
	return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : null;
}

/**
 * The review of a month; null where the log has no such month and nobody signed it.
 * @param version an older one as it was signed; null where there is no such version
 */
export async function toldReview(
	person: Person,
	month: Day,
	locale: Locale,
	{
		signal,
		version
	}: { readonly signal?: AbortSignal | undefined; readonly version?: number | undefined } = {}
): Promise<ToldReview | null> {
	const all = await allMinutes();
	const minutes = all.get(month) ?? emptyMinutes(month);
	const wanted = version ?? minutes.version;
	const kept =
		isFrozen(minutes) || wanted < minutes.version
			? await frozenReview<ReviewWords>(month, wanted)
			: null;
	if (kept) {
		const { review, words, comments, decisions, followed } = kept.frozen;
		const frozen = { version: kept.frozen.version, hash: kept.hash };
		const own = words[locale] ?? words['en']!;
		const inForce = wanted === minutes.version;
		const { signatures } = inForce
			? minutes
			: (minutes.reopened.find((one) => one.version === wanted) ?? { signatures: [] });
		return {
			...{ review, words: own, minutes, comments, decisions, followed, frozen },
			...{ signatures, inForce }
		};
	}
	// Only the version people work on is told of what stands now.
	if (isFrozen(minutes) || wanted !== minutes.version) return null;
	const review = await reviewOf(person, month, signal);
	if (!review) return null;
	const followed = followedDecisions(all.values(), month);
	const { comments, decisions } = minutes;
	const words = await wordsIn(locale, review, { decisions, followed });
	return {
		...{ review, words, minutes, comments, decisions, followed, frozen: null },
		...{ signatures: minutes.signatures, inForce: true }
	};
}

function wordsIn(
	locale: Locale,
	review: MonthReview,
	people: Pick<ToldReview, 'decisions' | 'followed'>
): Promise<ReviewWords> {
	const today = peoplesDay();
	return inLocale(locale, () =>
		reviewWords(formats(locale, businessZone()), review, { ...people, today })
	);
}

/** What the first signature freezes: numbers, sentences in every language, what people said. */
export async function toFreeze(
	person: Person,
	minutes: MonthMinutes,
	signal: AbortSignal
): Promise<{ seen: string; whole: boolean; frozen: FrozenReview<ReviewWords> } | null> {
	const { month, version, comments, decisions } = minutes;
	const review = await reviewOf(person, month, signal);
	if (!review) return null;
	const followed = followedDecisions((await allMinutes()).values(), month);
	const words: Record<string, ReviewWords> = {};
	for (const locale of locales)
		words[locale] = await wordsIn(locale, review, { decisions, followed });
	return {
		seen: seenHash(review, minutes, followed, peoplesDay()),
		whole: !review.partial,
		frozen: { version, review, words, comments, decisions, followed }
	};
}

/**
 * What a signed month would say today, where the data have moved on since; null where they have not, and of a
 * version that is no longer in force.
 */
export interface ChangedSince {
	/** The data tell nothing of the month any more; version and time are those signed. */
	readonly gone: boolean;
	readonly dataVersion: number;
	readonly asOf: number;
	readonly differences: readonly DifferenceWords[];
}

export async function changedSince(
	person: Person,
	{ review: signed, frozen, inForce }: ToldReview,
	locale: Locale,
	signal?: AbortSignal
): Promise<ChangedSince | null> {
	if (!frozen || !inForce) return null;
	const now = await reviewOf(person, signed.month, signal);
	if (!now) {
		const { dataVersion, asOf } = signed;
		return { gone: true, dataVersion, asOf, differences: [] };
	}
	const found = reviewDifferences(signed, now);
	if (found.length === 0 && now.dataVersion === signed.dataVersion) return null;
	const f = formats(locale, businessZone());
	const differences = await inLocale(locale, () =>
		found.map((difference) => differenceWords(f, difference, { signed, now }))
	);
	return { gone: false, dataVersion: now.dataVersion, asOf: now.asOf, differences };
}

/** What whoever reads it has to know of the whole of a review, on paper and in a workbook too. */
export function reviewNotes(
	{ frozen, inForce }: Pick<ToldReview, 'frozen' | 'inForce'>,
	changed: ChangedSince | null
): readonly string[] {
	return [
		...(inForce ? [] : [m.monthly_version_shown({ version: String(frozen?.version) })]),
		...(changed?.gone ? [m.monthly_gone_text()] : [])
	];
}
