import type { Form, MappedColumn, Mapping } from './mapping.ts';

/**
 * Columns the download of rows set aside puts before the file's own. The mark stands in every language,
 * so a mended download is known for what it is: its notes are skipped, its other columns are the file's.
 */
const mark = '[Redress] ';

export function noteHeader(title: string): string {
	return mark + title;
}

export function isNote(header: string | null | undefined): boolean {
	return header?.startsWith(mark) === true;
}

export function hasNotes(header: readonly (string | null)[] | null): boolean {
	return header?.some(isNote) === true;
}

/** Positions of the file's own columns; a spreadsheet may have added empty ones behind them. */
export function ownPositions(header: readonly string[]): number[] {
	const own = header.flatMap((name, position) => (isNote(name) ? [] : [position]));
	if (own.length === header.length) return own;
	while (own.length > 0 && header[own.at(-1) as number]?.trim() === '') own.pop();
	return own;
}

/** A mapping of the file without notes, for the file with them; unchanged where there are none. */
export function withNotes(mapping: Mapping, header: readonly string[]): Mapping {
	if (!hasNotes(header)) return mapping;
	const own = ownPositions(header);
	const notes = header.flatMap((name, position): MappedColumn[] =>
		isNote(name) ? [{ position, header: name, target: 'skip' }] : []
	);
	const moved = movedColumns(mapping, (position) => own[position]);
	return { ...mapping, columns: [...notes, ...moved].sort(byPosition) };
}

/** The way back: what a mapping of the file with notes says of the file itself. */
export function withoutNotes(mapping: Mapping): Mapping {
	const columns = mapping.columns.filter(({ header }) => !isNote(header));
	if (columns.length === mapping.columns.length) return mapping;
	const own = columns.map(({ position }) => position).sort((one, other) => one - other);
	const place = new Map(own.map((position, at) => [position, at]));
	const moved = movedColumns({ ...mapping, columns }, (position) => place.get(position));
	return { ...mapping, columns: moved };
}

function movedColumns(
	mapping: Mapping,
	place: (position: number) => number | undefined
): MappedColumn[] {
	return mapping.columns.flatMap((column): MappedColumn[] => {
		const position = place(column.position);
		if (position === undefined) return [];
		return [{ ...column, position, ...(column.form && { form: moved(column.form, place) }) }];
	});
}

function moved(form: Form, place: (position: number) => number | undefined): Form {
	const clock = form.kind === 'time' ? form.timeColumn : undefined;
	if (form.kind !== 'time' || clock === undefined) return form;
	return { ...form, timeColumn: place(clock) ?? clock };
}

function byPosition(one: MappedColumn, other: MappedColumn): number {
	return one.position - other.position;
}
