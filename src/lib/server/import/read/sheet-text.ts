import { formatValue } from 'hucre';
import type { CellValue } from 'hucre/xlsx';

const day = 86_400_000;
const hour = 3_600_000;

/**
 * Cells of a sheet as text. Dates become ISO text (`2024-05-01`, with a time `2024-05-01 09:03:00`),
 * durations `27:30:00`, times of day `09:03:00`, numbers of a zero-padded format keep their zeros;
 * everything else stays the value it is, however it is shown. Counts what a person must know.
 */
export class SheetText {
	/** Columns with true dates. */
	readonly dates = new Set<number>();
	/** By column: numbers of 16 and more digits (Excel has rounded them), error cells. */
	readonly longNumbers = new Map<number, number>();
	readonly errors = new Map<number, number>();
	readonly #formats: readonly string[];
	readonly #origin1904: boolean;

	constructor(formats: readonly string[], origin1904: boolean) {
		this.#formats = formats;
		this.#origin1904 = origin1904;
	}

	/** Forgets what was counted, for reading the sheet again. */
	restart(): void {
		this.dates.clear();
		this.longNumbers.clear();
		this.errors.clear();
	}

	row(values: readonly CellValue[]): string[] {
		return Array.from(values, (value, column) => this.#cell(value ?? null, column));
	}

	#cell(value: unknown, column: number): string {
		if (value === null || value === undefined) return '';
		if (typeof value === 'string') {
			if (
				value.startsWith('#') &&
				/^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(value)
			) {
				count(this.errors, column);
			}
			return value;
		}
		if (typeof value === 'number') return this.#number(value, column);
		if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
		if (value instanceof Date) return this.#date(value, column);
		return String(value);
	}

	#number(value: number, column: number): string {
		if (Number.isInteger(value) && Math.abs(value) >= 1e15) count(this.longNumbers, column);
		const format = this.#formats[column] ?? '';
		if (/^0{2,}$/.test(format)) return formatValue(value, format);
		return Number.isInteger(value) && Math.abs(value) < 1e21
			? BigInt(value).toString()
			: String(value);
	}

	#date(value: Date, column: number): string {
		const format = this.#formats[column] ?? '';
		const time = value.getTime();
		const zero = this.#origin1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31);
		if (/\[h+\]|\[m+\]|\[s+\]/i.test(format)) return clock(Math.max(0, time - zero));
		if (time - zero >= 0 && time - zero < day && !/[yd]/i.test(format.replace(/"[^"]*"/g, ''))) {
			return clock(time - zero);
		}
		this.dates.add(column);
		const iso = new Date(Math.round(time / 1000) * 1000).toISOString();
		return iso.endsWith('T00:00:00.000Z')
			? iso.slice(0, 10)
			: `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
	}
}

function clock(milliseconds: number): string {
	const seconds = Math.round(milliseconds / 1000);
	const two = (number: number): string => String(number).padStart(2, '0');
	const hours = Math.floor((seconds * 1000) / hour);
	return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function count(counts: Map<number, number>, column: number): void {
	counts.set(column, (counts.get(column) ?? 0) + 1);
}
