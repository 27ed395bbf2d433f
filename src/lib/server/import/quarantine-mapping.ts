import { headerFingerprint } from '#lib/import/fingerprint.ts';
import type { Mapping } from '#lib/import/mapping.ts';
import { ownPositions, withoutNotes } from '#lib/import/note-columns.ts';

/**
 * The mapping that knows the download of rows set aside where its header is not that of the file: there
 * every column has a name of its own. Null where both have one fingerprint.
 */
export function quarantineMapping(mapping: Mapping, columns: readonly string[]): Mapping | null {
	const fingerprint = headerFingerprint(columns);
	if (fingerprint === mapping.fingerprint) return null;
	const names = ownPositions(columns).map((position) => columns[position] ?? '');
	const own = withoutNotes(mapping);
	return {
		...own,
		reading: {},
		columns: own.columns.map((column) => ({ ...column, header: names[column.position] ?? '' })),
		fingerprint
	};
}
