import type { EChartsOption, Height } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { paretoRows, type ParetoColumns, type ParetoWords } from './pareto-columns.ts';
import { paretoLying } from './pareto-lying.ts';
import { paretoStanding } from './pareto-standing.ts';

/** A block of its own, and the narrowest phone. */
const wideEnough = 632;
const phone = 358;
const rowHeight = 28;
const narrowRowHeight = 44;
const standingMost = 12;

/** A standing bar needs this much to carry its number and its name. */
const standingWidth = 44;

const lies = (rows: number, width: number): boolean =>
	rows > standingMost || rows * standingWidth + 100 > width;

/** Which groups make up 80 %? Standing up to twelve groups, on its side when there are more. */
export function pareto(columns: ParetoColumns, look: Look, words: ParetoWords): EChartsOption {
	const rows = paretoRows(columns, words);
	const draw = lies(rows.length, look.width) ? paretoLying : paretoStanding;
	return draw(rows, columns.selected, look, words);
}

/** The height `pareto` wants for these groups. */
export function paretoHeight(columns: ParetoColumns): Height {
	const named = columns.key.length;
	const rows = Math.min(named, (columns.most ?? 24) + 2);
	const lying = 48 + rows * narrowRowHeight;
	return {
		wide: lies(rows, wideEnough) ? 72 + rows * rowHeight : 360,
		// Five or six groups stand in half a page and lie on a phone: high enough for both.
		narrow: lies(rows, phone) ? Math.max(lying, 300) : 320
	};
}
