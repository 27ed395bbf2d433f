import type { Look } from '../look/look.ts';
import type { Mark } from '../mark.ts';
import { blankBar, selectedBorder, solid, type BarStyle } from '../parts/bars.ts';
import type { ParetoRow, ParetoWords } from './pareto-columns.ts';

/** How a bar of the row looks, and the mark it carries. */
export function paretoBar(
	row: ParetoRow,
	selected: string | null | undefined,
	look: Look
): BarStyle {
	const style =
		row.kind === 'blank' ? blankBar(look) : solid(look, row.kind === 'vital' ? 'subject' : 'rest');
	const chosen = selected !== undefined && row.kind !== 'folded' && row.key === selected;
	return chosen ? { ...style, ...selectedBorder(look) } : style;
}

export const paretoMark = (
	row: ParetoRow,
	words: ParetoWords,
	at: readonly [number, number],
	along: 'x' | 'y'
): Mark => ({
	id: row.id,
	key: row.key,
	...(row.kind === 'folded' ? { keys: row.keys } : {}),
	words: words.tip(row),
	at,
	along
});
