/** How the cells of a column are kept: numbers of cases and improvements stay text. */
export type SheetKind = 'text' | 'number' | 'share' | 'day';

export interface SheetColumn {
	readonly title: string;
	readonly kind: SheetKind;
	/** Characters; by its kind where it is not said. */
	readonly width?: number;
}

export type SheetCell = string | number | null;

/** A table of a workbook: what it shows and which cases it counts stand above its head. */
export interface Sheet {
	readonly name: string;
	/** Lines above the head: name, text. */
	readonly about: readonly (readonly [string, string])[];
	readonly columns: readonly SheetColumn[];
	readonly rows: readonly (readonly SheetCell[])[];
}
