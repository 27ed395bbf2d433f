import { narrowed } from '#lib/filter/change.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { improveHref } from '#lib/filter/improve.ts';
import { categoriesOf, chosen, type BoardChoices } from '#lib/improvement/board-choices.ts';
import { dueOf, myDay, type DueFacts, type DueImprovement } from '#lib/improvement/due.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { stages, type Stage } from '#lib/improvement/stages.ts';
import { boardSummary, outcomeInForce, type BoardSummary } from '#lib/improvement/summary.ts';
import type { Outcome } from '#lib/improvement/verdict.ts';
import { zoneOffsets } from '#lib/calendar/zone.ts';
import type { Person } from '#lib/server/access/person.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { allImprovements } from '#lib/server/improvement/store.ts';
import { ask } from './ask.ts';
import { pareto } from './categories.ts';
import { cardOf, dayLines, type BoardCard, type DayList } from './improvements-card.ts';
import { boardHint, type BoardHint } from './improvements-hint.ts';
import { trendOf } from './improvement-trends.ts';
import { scopeOf, type Scope } from './scope.ts';

/** Everything the board shows. */
export interface BoardFacts {
	readonly today: string;
	readonly asOfDay: string | null;
	/** Null: nobody ever started one. */
	readonly summary: BoardSummary | null;
	readonly day: DayList;
	/** Those chosen and shown, the latest first. */
	readonly cards: readonly BoardCard[];
	/** How many of each stage are chosen. */
	readonly counts: Readonly<Record<Stage, number>>;
	/** Closed ones chosen, but not shown, by their verdict. */
	readonly leftOut: readonly { readonly outcome: Outcome | null; readonly count: number }[];
	readonly teams: readonly string[];
	readonly owners: readonly string[];
	readonly categories: readonly string[];
	/** How many each switch would show of all. */
	readonly mine: number;
	readonly hint: BoardHint | null;
}

/** Closed ones on the board; the rest is one link away. */
const closedShown = 4;

/** The board as a person sees it. */
export async function boardFacts(
	person: Person,
	choices: BoardChoices,
	signal?: AbortSignal
): Promise<BoardFacts> {
	const [scope, improvements] = await Promise.all([
		scopeOf(person, emptyFilter, signal),
		allImprovements()
	]);
	const facts = dueFacts(scope.zone, scope.log?.asOfDay ?? null);
	const all = withDuties(improvements, facts);
	const wanted = chosen(all, choices, person.name);
	const shown = shownOf(wanted, choices);
	const drawn = choices.view === 'calendar' ? [] : shown;
	const [trends, hint] = await Promise.all([
		trendOf(
			person,
			drawn.map(({ improvement }) => improvement.plan),
			signal
		),
		boardHint(
			scope,
			all.filter(({ improvement }) => improvement.stage !== 'closed')
		)
	]);
	return {
		today: facts.today,
		asOfDay: facts.asOfDay,
		summary: all.length === 0 ? null : boardSummary(all, facts),
		day: dayLines(myDay(all, person.name)),
		cards: shown.map((one, at) => cardOf(one, facts, person, choices.view, trends[at] ?? null)),
		counts: countsOf(wanted),
		leftOut: leftOutOf(wanted.filter((one) => !shown.includes(one))),
		teams: named(all.map(({ improvement }) => improvement.plan.team)),
		owners: named(all.map(({ improvement }) => improvement.plan.owner)),
		categories: named(all.flatMap(({ improvement }) => categoriesOf(improvement))),
		mine: chosen(all, { ...choices, ...onlyMine }, person.name).length,
		hint
	};
}

/** Every improvement with what it waits for today. */
export async function dueImprovements(
	scope: Pick<Scope, 'zone' | 'log'>
): Promise<readonly DueImprovement[]> {
	const facts = dueFacts(scope.zone, scope.log?.asOfDay ?? null);
	return withDuties(await allImprovements(), facts);
}

function withDuties(all: readonly Improvement[], facts: DueFacts): readonly DueImprovement[] {
	return all.map((improvement) => ({ improvement, due: dueOf(improvement, facts) }));
}

const onlyMine = { team: '', owner: '', category: '', overdue: false, words: '', mine: true };

/** Today, the last day of the data, and the days of instants. */
function dueFacts(zone: string, asOfDay: string | null): DueFacts {
	const offset = zoneOffsets(zone);
	return {
		today: peoplesDay(),
		asOfDay,
		dayOf: (instant) => new Date(instant + offset(instant)).toISOString().slice(0, 10)
	};
}

function shownOf(
	wanted: readonly DueImprovement[],
	{ view, allClosed }: BoardChoices
): readonly DueImprovement[] {
	if (view === 'list' || allClosed) return wanted;
	const closed = wanted
		.filter(({ improvement }) => improvement.stage === 'closed')
		.sort((one, other) => (other.improvement.closedAt ?? 0) - (one.improvement.closedAt ?? 0));
	const last = closed.slice(0, closedShown);
	return [...wanted.filter(({ improvement }) => improvement.stage !== 'closed'), ...last];
}

function countsOf(wanted: readonly DueImprovement[]): Record<Stage, number> {
	const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
	for (const { improvement } of wanted) counts[improvement.stage]++;
	return counts;
}

function leftOutOf(closed: readonly DueImprovement[]): BoardFacts['leftOut'] {
	const counts = new Map<Outcome | null, number>();
	for (const { improvement } of closed) {
		const outcome = outcomeInForce(improvement);
		counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
	}
	return [...counts].map(([outcome, count]) => ({ outcome, count }));
}

function named(texts: readonly string[]): readonly string[] {
	return [...new Set(texts.map((text) => text.trim()).filter(Boolean))].sort((a, b) =>
		a.localeCompare(b, 'zh')
	);
}

/** How many run: what the rail says on every page. */
export async function runningImprovements(): Promise<number> {
	return (await allImprovements()).filter(({ stage }) => stage !== 'closed').length;
}

/** The category with most complaints in the usual period; null where there is none. */
export async function biggestCategory(
	person: Person,
	signal?: AbortSignal
): Promise<{ readonly category: string; readonly href: string } | null> {
	const scope = await scopeOf(person, emptyFilter, signal);
	const counts = new Map<string, number>();
	for (const { category, cases } of await ask(scope, pareto))
		if (category !== null) counts.set(category, (counts.get(category) ?? 0) + cases);
	const [biggest] = [...counts].sort(([, one], [, other]) => other - one);
	if (!biggest) return null;
	const [category] = biggest;
	const filter = narrowed(emptyFilter, 'category', [category]);
	return {
		category,
		href: improveHref({ page: '/categories', filter, by: 'category' })
	};
}
