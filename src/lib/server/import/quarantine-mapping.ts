import { headerFingerprint } from '#lib/import/fingerprint.ts';
import type { Form, MappedColumn, Mapping } from '#lib/import/mapping.ts';

/** Columns put before the file's own in the download of rows set aside. */
export const noteColumns = ['line', 'reason', 'column', 'value'] as const;

/**
 * The mapping that reads the download of rows set aside like the file they come from: the notes are
 * skipped, every column stands four further right.
 */
export function quarantineMapping(mapping: Mapping, columns: readonly string[]): Mapping {
	const header = [...noteColumns, ...columns];
	const notes = noteColumns.map((name, position): MappedColumn => ({
		position,
		header: name,
		target: 'skip'
	}));
	const own = mapping.columns.map((column): MappedColumn => ({
		...column,
		position: column.position + noteColumns.length,
		header: columns[column.position] ?? '',
		...(column.form && { form: shifted(column.form) })
	}));
	return {
		...mapping,
		reading: {},
		columns: [...notes, ...own],
		fingerprint: headerFingerprint(header)
	};
}

function shifted(form: Form): Form {
	return form.kind === 'time' && form.timeColumn !== undefined
		? { ...form, timeColumn: form.timeColumn + noteColumns.length }
		: form;
}
