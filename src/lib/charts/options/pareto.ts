import type { EChartsOption, Height } from '../drawing.ts';
import type { Look } from '../look/look.ts';
import { paretoRows, type ParetoColumns, type ParetoWords } from './pareto-columns.ts';
import { paretoLying } from './pareto-lying.ts';
import { paretoStanding } from './pareto-standing.ts';

const rowHeight = 28;
const narrowRowHeight = 44;
const standingMost = 12;

const lies = (rows: number, narrow: boolean): boolean => rows > (narrow ? 4 : standingMost);

/** Which groups make up 80 %? Standing up to twelve groups, on its side when there are more. */
export function pareto(columns: ParetoColumns, look: Look, words: ParetoWords): EChartsOption {
	const rows = paretoRows(columns, words);
	const draw = lies(rows.length, look.narrow) ? paretoLying : paretoStanding;
	return draw(rows, columns.selected, look, words);
}

/** The height `pareto` wants for these groups. */
export function paretoHeight(columns: ParetoColumns): Height {
	const named = columns.key.length;
	const rows = Math.min(named, (columns.most ?? 24) + 2);
	return {
		wide: lies(rows, false) ? 72 + rows * rowHeight : 360,
		narrow: lies(rows, true) ? 48 + rows * narrowRowHeight : 320
	};
}
