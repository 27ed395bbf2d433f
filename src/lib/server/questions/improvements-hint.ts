import { improveHref } from '#lib/filter/improve.ts';
import { narrowed } from '#lib/filter/change.ts';
import { pageHref } from '#lib/filter/href.ts';
import { categoriesOf } from '#lib/improvement/board-choices.ts';
import type { DueImprovement } from '#lib/improvement/due.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import { controlChoices } from './control-choices.ts';
import { controlPageFacts } from './control-page.ts';
import type { Scope } from './scope.ts';

/** A category whose last month stands out the wrong way, while nobody works on it. */
export interface BoardHint {
	readonly category: string;
	readonly measure: ControlMeasureId;
	/** First day of the month. */
	readonly month: string;
	/** Its control chart. */
	readonly href: string;
	readonly improveHref: string;
}

type Signal = Pick<BoardHint, 'category' | 'measure' | 'month'>;

/** Signals of the data as they last were: they change with the data only. */
let kept: { readonly key: string; readonly signals: Promise<readonly Signal[]> } | null = null;

/** The strongest signal of the control charts that has no improvement running; null where there is none. */
export async function boardHint(
	scope: Scope,
	running: readonly DueImprovement[]
): Promise<BoardHint | null> {
	if (scope.log === null) return null;
	const taken = new Set(running.flatMap(({ improvement }) => categoriesOf(improvement)));
	const signals = await keptSignals(scope);
	const signal = signals.find(({ category }) => !taken.has(category));
	if (!signal) return null;
	const filter = narrowed(scope.filter, 'category', [signal.category]);
	const own = { measure: signal.measure };
	return {
		...signal,
		href: pageHref('/control', filter, own),
		improveHref: improveHref({ page: '/control', own, filter, by: 'category', ...own })
	};
}

function keptSignals(scope: Scope): Promise<readonly Signal[]> {
	const key = JSON.stringify([scope.dataVersion, scope.sources, scope.zone]);
	if (kept?.key !== key) {
		// Kept for everybody: whoever asked first may leave without taking it away from the others.
		const signals = signalsOf({ ...scope, signal: undefined });
		kept = { key, signals };
		signals.catch(() => {
			if (kept?.signals === signals) kept = null;
		});
	}
	return kept.signals;
}

/** What is looked at: how many, how they were left, how long they waited. */
const watched = [null, 'satisfied_share', 'first_response_median'] as const;

async function signalsOf(scope: Scope): Promise<readonly Signal[]> {
	const found = await Promise.all(watched.map((measure) => signalsIn(scope, measure)));
	return found.flat();
}

async function signalsIn(
	scope: Scope,
	measure: ControlMeasureId | null
): Promise<readonly Signal[]> {
	const wanted: Readonly<Record<string, string | null>> = { by: 'category', measure };
	const facts = await controlPageFacts(
		scope,
		controlChoices((name) => wanted[name] ?? null)
	);
	// A log without the measure is charted by another one.
	if (!facts || (measure !== null && facts.measure !== measure)) return [];
	return facts.panels.flatMap(({ value, chart, standsOut }) => {
		const month = chart.last === null ? undefined : facts.periods[chart.last]?.since;
		const worse = standsOut && chart.verdict.variation === 'worsening';
		return worse && value !== null && month !== undefined
			? [{ category: value, measure: facts.measure, month }]
			: [];
	});
}
