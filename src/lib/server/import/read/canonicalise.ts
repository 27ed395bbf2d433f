import { stat } from 'node:fs/promises';
import type { Refusal } from '#lib/import/inspection.ts';
import type { Reading } from '#lib/import/mapping.ts';
import type { Canonical, CanonicaliseOptions } from './canonical.ts';
import { canonicaliseSheet } from './canonicalise-sheet.ts';
import { canonicaliseText } from './canonicalise-text.ts';
import { openSource, Unreadable } from './source.ts';
import { workbookFormat } from './workbook.ts';

/**
 * Turns a file as it came (text of any encoding and dialect, gzip or not; .xlsx, .xls, .ods) into one
 * canonical CSV in `folder`, which the caller makes and deletes. What `reading` leaves open is
 * detected. A file that is no table is returned as a refusal; an aborted signal rejects.
 */
export async function canonicalise(
	path: string,
	reading: Reading,
	folder: string,
	options: CanonicaliseOptions = {}
): Promise<Canonical | { readonly refusal: Refusal }> {
	try {
		if ((await stat(path)).size === 0) throw new Unreadable('empty_file');
		const format = await workbookFormat(path);
		if (format) return await canonicaliseSheet(path, format, reading, folder, options);
		return await canonicaliseText(await openSource(path), reading, folder, options);
	} catch (cause) {
		if (cause instanceof Unreadable) return { refusal: cause.refusal };
		throw cause;
	}
}
