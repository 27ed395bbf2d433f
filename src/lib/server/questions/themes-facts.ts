import { formatFilter, nextDay } from '#lib/filter/codec.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import type { LastReading } from '#lib/server/themes/last-reading.ts';
import { refusals } from '#lib/server/themes/refusals.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { wordPairs, type WordPair } from '#lib/text/co-occurrence.ts';
import { distinctiveWords } from '#lib/text/distinctive-words.ts';
import { joinedWords, type JoinedWords } from '#lib/text/joined-words.ts';
import { ask } from './ask.ts';
import type { RowOf } from './question.ts';
import { scopeOf, type Scope } from './scope.ts';
import { toldBy, type NamedCase, type Told } from './themes-told.ts';
import * as themes from './themes.ts';

export interface ThemeRow {
	/** 0: narratives like none of the themes. */
	readonly theme: number;
	readonly words: readonly string[];
	readonly cases: number;
	readonly casesBefore: number;
	readonly rated: number;
	/** Share of ratings of 4 and 5, with its interval; null where nobody rated. */
	readonly satisfied: number | null;
	readonly satisfiedInterval: readonly [number, number] | null;
	/** Cases of the last months, oldest first. */
	readonly months: readonly number[];
	readonly examples: readonly Told<NamedCase>[];
}

/** Against what the words are held: the other cases of the period, or the other days. */
export type WordsAgainst = 'rest' | 'days';

export interface ThemesFacts {
	readonly coverage: RowOf<typeof themes.coverage.columns>;
	readonly last: LastReading;
	/** Narratives of these logs not read yet. */
	readonly unread: number;
	readonly against: WordsAgainst;
	/** More usual in the selection than elsewhere, most distinctive first. */
	readonly distinctive: readonly JoinedWords[];
	/** How many words are, joined or not: the list is cut. */
	readonly distinctiveFound: number;
	/** The commonest words, in place of distinctive ones where there is nothing to hold them against. */
	readonly common: readonly { readonly word: string; readonly cases: number }[];
	readonly wordsJudged: number;
	readonly pairs: readonly WordPair[];
	readonly themes: readonly ThemeRow[];
	/** `YYYY-MM`, the last of them running where the log ends within it. */
	readonly months: readonly string[];
	readonly isRunning: boolean;
	readonly twins: readonly Told<RowOf<typeof themes.twins.columns>>[];
	readonly twinTotals: RowOf<typeof themes.twinTotals.columns>;
	readonly suggestions: readonly Told<RowOf<typeof themes.suggestions.columns>>[];
	readonly suggested: number;
}

const mostWords = 24;
const mostPairs = 20;
const mostTwins = 20;
const mostSuggestions = 20;
const monthsShown = 12;
const alpha = 0.05;

/** What the narratives of a selection say; null where it holds no case. */
export async function themesFacts(
	scope: Scope,
	last: LastReading,
	unread: number
): Promise<ThemesFacts | null> {
	const [coverage] = await ask(scope, themes.coverage);
	if (!coverage || coverage.cases === 0) return null;
	const against = wordsAgainst(scope.filter);
	const wide =
		against === 'rest'
			? await scopeOf(scope.person, { ...scope.filter, comparison: 'rest' }, scope.signal)
			: scope;
	const [words, pairs, byTheme, byMonth, examples, twins, totals, suggestions, isRefused] =
		await Promise.all([
			ask(wide, themes.words, { held_against: against }),
			ask(scope, themes.pairs),
			ask(scope, themes.byTheme),
			ask(scope, themes.byMonth),
			ask(scope, themes.examples),
			ask(scope, themes.twins),
			ask(scope, themes.twinTotals),
			ask(scope, themes.suggestions),
			refusals()
		]);
	const judged = distinctiveWords(
		words.map(({ word, cases, cases_of_all }) => ({
			word,
			inside: cases,
			outside: cases_of_all - cases
		}))
	);
	const distinctive = judged
		.filter(({ z, adjusted }) => z > 0 && adjusted <= alpha)
		.sort((a, b) => b.z - a.z);
	const rows = joinedWords(distinctive);
	const open = suggestions.filter(
		({ source, case_no, category }) => !isRefused(source, case_no, category)
	);
	const asOfDay = scope.log?.asOfDay ?? '';
	const months = lastMonths(asOfDay);
	const shownTwins = twins.slice(0, mostTwins);
	const shownSuggestions = open.slice(0, mostSuggestions);
	const told = await toldBy(scope, [...examples, ...shownTwins, ...shownSuggestions]);
	return {
		coverage,
		last,
		unread,
		against,
		distinctive: rows.slice(0, mostWords),
		distinctiveFound: distinctive.length,
		common: words.slice(0, mostWords).filter(({ cases }) => cases > 0),
		wordsJudged: judged.length,
		pairs: wordPairs(
			pairs.map((pair) => ({
				first: pair.first,
				second: pair.second,
				together: pair.together,
				firstCases: pair.first_cases,
				secondCases: pair.second_cases
			})),
			coverage.read
		)
			.filter(({ npmi }) => npmi > 0.1)
			.slice(0, mostPairs),
		// What is like no theme comes last, however much it is.
		themes: byTheme
			.map((row) => themeRow(row, byMonth, examples.map(told), months))
			.sort((a, b) => Number(a.theme === 0) - Number(b.theme === 0)),
		months,
		isRunning: !nextDay(asOfDay).endsWith('-01'),
		twins: shownTwins.map(told),
		twinTotals: totals[0] ?? { groups: 0, cases: 0 },
		suggestions: shownSuggestions.map(told),
		suggested: open.length
	};
}

/** A choice besides the period is held against the other cases of the period, a period against other days. */
function wordsAgainst(filter: Filter): WordsAgainst {
	const { period: _, comparison: __, sources: ___, ...chosen } = filter;
	const nothing = formatFilter({ ...emptyFilter, ...chosen }).toString() === '';
	return nothing ? 'days' : 'rest';
}

function themeRow(
	row: RowOf<typeof themes.byTheme.columns>,
	byMonth: readonly RowOf<typeof themes.byMonth.columns>[],
	examples: readonly Told<RowOf<typeof themes.examples.columns>>[],
	months: readonly string[]
): ThemeRow {
	const { theme, rated } = row;
	const interval = wilsonInterval(row.satisfied, rated, 0.95);
	const own = new Map(
		byMonth.filter((each) => each.theme === theme).map(({ month, cases }) => [month, cases])
	);
	return {
		theme: theme ?? 0,
		words: row.label?.split('|').filter(Boolean) ?? [],
		cases: row.cases,
		casesBefore: row.cases_before,
		rated,
		satisfied: interval.proportion,
		satisfiedInterval:
			interval.lower === null || interval.upper === null ? null : [interval.lower, interval.upper],
		months: months.map((month) => own.get(`${month}-01`) ?? 0),
		examples: examples.filter((each) => each.theme === theme)
	};
}

/** `YYYY-MM` of the twelve months up to a day. */
function lastMonths(asOfDay: string): string[] {
	const [year = 0, month = 1] = asOfDay.split('-').map(Number);
	return Array.from({ length: monthsShown }, (_, at) =>
		new Date(Date.UTC(year, month - monthsShown + at, 1)).toISOString().slice(0, 7)
	);
}
