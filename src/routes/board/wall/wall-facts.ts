import { reviewWords } from '#lib/components/review/document-words.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { getLocale } from '#lib/messages/generated/runtime.js';
import type { Person } from '#lib/server/access/person.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { boardOf, type Board } from '#lib/server/questions/board.ts';
import { reviewOf } from '#lib/server/questions/review.ts';
import { boardArrangement } from '#lib/server/record/board-arrangements.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import packageFile from '../../../../package.json' with { type: 'json' };

/** What of a month's review a wall has room for, in the reader's words. */
export interface WallHeadline {
	readonly title: string;
	readonly lead: string;
	readonly answer: string;
	readonly news: readonly string[];
}

/** Everything a wallboard shows, of one state of the data. */
export interface WallFacts {
	readonly dataVersion: number;
	/** Of the program: another one needs the page anew. */
	readonly release: string;
	readonly board: Board | null;
	readonly headline: WallHeadline | null;
}

/** What can be read from across a room. */
const mostNews = 4;

export async function wallFacts(
	person: Person,
	signal: AbortSignal,
	withHeadline: boolean
): Promise<WallFacts> {
	const { dataVersion, zone } = await scopeOf(person, emptyFilter, signal);
	const { measures } = await boardArrangement(person);
	const board = await boardOf(person, { month: null, sources: [], measures }, signal);
	const month = board?.judged ?? board?.month;
	const headline = withHeadline && month ? await headlineOf(person, month, zone, signal) : null;
	return { dataVersion, release: packageFile.version, board, headline };
}

async function headlineOf(
	person: Person,
	month: string,
	zone: string,
	signal: AbortSignal
): Promise<WallHeadline | null> {
	const review = await reviewOf(person, month, signal);
	if (!review) return null;
	const words = reviewWords(formats(getLocale(), zone), review, {
		decisions: [],
		followed: [],
		today: peoplesDay()
	});
	const news = words.signals.items.filter((_, at) => review.findings[at]?.kind === 'news');
	return {
		title: words.title,
		lead: words.lead,
		answer: words.signals.answer,
		news: news.slice(0, mostNews).map(({ sentence }) => sentence)
	};
}
