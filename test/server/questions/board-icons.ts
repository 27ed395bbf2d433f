import { chartHref } from '#lib/board/links.ts';
import type { Tile } from '#lib/board/tile.ts';
import { parseFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { standingTarget } from '#lib/measures/target.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { boardOf, type Board } from '#lib/server/questions/board.ts';
import { controlChoices } from '#lib/server/questions/control-choices.ts';
import { controlPageFacts } from '#lib/server/questions/control-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';

/** Every tile of a board: those of all cases and those of its departments. */
export function allTiles({ tiles, departments }: Board): readonly Tile[] {
	return [...tiles, ...(departments?.rows.flatMap(({ cells }) => cells) ?? [])];
}

/**
 * What the board of a month and the control charts its tiles open say otherwise of variation, assurance,
 * the judged month or the value; nothing where they agree. The chart is asked through the tile's own link.
 */
export async function unequalIcons(month: string | null): Promise<readonly string[]> {
	const board = await boardOf(localPerson, { month, sources: [] });
	if (!board) return ['there is no board'];
	const problems: string[] = [];
	for (const tile of allTiles(board)) problems.push(...(await unequal(board.filter, tile)));
	return problems;
}

async function unequal(base: Filter, tile: Tile): Promise<readonly string[]> {
	const parameters = new URL(chartHref(base, tile), 'http://localhost').searchParams;
	parameters.set('by', 'none');
	const { filter } = parseFilter(parameters);
	const page = await controlPageFacts(
		await scopeOf(localPerson, filter),
		controlChoices((name) => parameters.get(name))
	);
	if (page?.measure !== tile.measure) return [`${tile.measure} has no chart`];
	const { chart, periods } = page;
	const { last } = chart;
	const at = periods.findIndex(({ since }) => since === tile.month);
	const said = {
		variation: tile.variation,
		assurance: tile.assurance,
		judged: tile.judged?.month,
		target: tile.target,
		value: isNear(tile.value, chart.values[at]) ? tile.value : chart.values[at],
		cases: tile.cases
	};
	const shown = {
		variation: chart.verdict.variation,
		assurance: chart.verdict.assurance,
		judged: last === null ? undefined : periods[last]?.since,
		target: standingTarget(chart.target, last),
		value: tile.value,
		cases: chart.cases[at]
	};
	return JSON.stringify(said) === JSON.stringify(shown)
		? []
		: [
				`${tile.measure} ${tile.scope?.value ?? ''}: ${JSON.stringify(said)}, chart ${JSON.stringify(shown)}`
			];
}

/** Pages round to what can be seen. */
function isNear(one: number | null, other: number | null | undefined): boolean {
	if (one === null || other == null) return one === (other ?? null);
	return Math.abs(one - other) <= 1e-5 * Math.abs(other);
}
