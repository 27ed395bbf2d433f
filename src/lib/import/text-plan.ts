import { sniffDialect } from './dialect.ts';
import type { Warning } from './inspection.ts';
import type { Reading } from './mapping.ts';
import type { CompleteReading } from './reading-bytes.ts';
import type { SampleRow } from './sample-row.ts';
import { sampleRows } from './sample-table.ts';
import { findLayout } from './table-layout.ts';
import type { Layout } from './table-layout.ts';

/** How a text file will be cut into records, found on its first part. */
export interface TextPlan {
	readonly reading: CompleteReading;
	readonly layout: Layout;
	/** All sample records, titles and header among them. */
	readonly rows: readonly SampleRow[];
	readonly warnings: readonly Warning[];
}

/** Text the layout is judged on. */
export const judgedBytes = 1 << 18;
const judgedRows = 3000;

/**
 * Completes a reading from the first part of a text (as UTF-8, without byte order mark). What the
 * reading already says is kept.
 */
export function planText(text: Uint8Array, whole: boolean, given: Reading): TextPlan {
	const all = whole && text.length <= judgedBytes;
	const judged = text.subarray(0, judgedBytes);
	const dialect = sniffDialect(judged, given);
	const rows = sampleRows(judged, dialect, all, judgedRows);
	const layout = findLayout(rows, given);
	const { skipLines, headerRows, width, shortWidth, warnings } = layout;
	const reading: CompleteReading = { ...given, ...dialect, skipLines, headerRows, width };
	if (shortWidth !== null) reading.shortWidth = shortWidth;
	return { reading, layout, rows, warnings };
}
