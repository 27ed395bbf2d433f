import { faded, type Look } from '../look/look.ts';
import { hatchLines } from '../parts/hatch.ts';
import { textWidth } from '../parts/text.ts';

export type HeatCell = {
	readonly row: string | null;
	readonly column: string | null;
	readonly count: number;
	readonly z: number;
	readonly partial: boolean;
};

/** How loud a cell is: within chance below 3 standard errors, over 5 is loudest. */
export type ZClass = 'below5' | 'below3' | 'chance' | 'above3' | 'above5';
export function zClass(z: number): ZClass {
	if (!(Math.abs(z) >= 3)) return 'chance';
	if (Math.abs(z) <= 5) return z > 0 ? 'above3' : 'below3';
	return z > 0 ? 'above5' : 'below5';
}

/** The fill of a class: also what a legend beside the chart shows. */
function zFill(look: Look, kind: ZClass): string {
	const { colours } = look;
	return {
		below5: faded(colours.good, 0.45),
		below3: faded(colours.good, 0.24),
		chance: colours.ground,
		above3: faded(colours.bad, 0.24),
		above5: faded(colours.bad, 0.45)
	}[kind];
}

/** A small triangle in the corner: above or below what was expected, not told by colour alone. */
function direction(box: Box, above: boolean, look: Look) {
	const [x, y] = [box.x + box.width - 8, box.y + 3];
	const points: [number, number][] = above
		? [
				[x, y + 5],
				[x + 6, y + 5],
				[x + 3, y]
			]
		: [
				[x, y],
				[x + 6, y],
				[x + 3, y + 5]
			];
	return {
		type: 'polygon' as const,
		silent: true,
		shape: { points },
		style: { fill: above ? look.colours.bad : look.colours.good }
	};
}

type Box = { x: number; y: number; width: number; height: number };

/** How a cell says its number: at full length, or in fewer letters where it is narrow. */
type CellWords = {
	readonly count: (count: number) => string;
	readonly short?: (count: number) => string;
};

/** A cell as shapes: tint, hatch, direction and number. */
export function drawCell(cell: HeatCell, box: Box, chosen: boolean, look: Look, words: CellWords) {
	const { colours } = look;
	const kind = zClass(cell.z);
	const size = box.width < 30 ? 10 : 12;
	const fits = (text: string): boolean => textWidth(text, size) <= box.width + 2;
	const full = words.count(cell.count);
	const short = words.short?.(cell.count) ?? '';
	const text = fits(full) ? full : fits(short) ? short : '';
	return [
		{
			type: 'rect' as const,
			shape: box,
			style: {
				fill: zFill(look, kind),
				...(chosen ? { stroke: colours.ink, lineWidth: 2 } : {})
			}
		},
		...(cell.partial ? [hatchLines(box, look)] : []),
		...(kind === 'chance' ? [] : [direction(box, cell.z > 0, look)]),
		{
			type: 'text' as const,
			silent: true,
			style: {
				text,
				x: box.x + box.width / 2,
				y: box.y + box.height / 2,
				align: 'center' as const,
				verticalAlign: 'middle' as const,
				fill: kind === 'chance' ? (cell.count === 0 ? colours.ink3 : colours.ink2) : colours.ink,
				fontSize: size,
				fontFamily: look.font,
				fontWeight: kind === 'chance' ? (400 as const) : (600 as const)
			}
		}
	];
}
