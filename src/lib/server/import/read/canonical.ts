import type { EncodingChoice, Reject, RejectReason, Warning } from '#lib/import/inspection.ts';
import type { Reading } from '#lib/import/mapping.ts';

/** A file as one canonical CSV, and beside it what could not go in. `recordsRead = records + rejected`. */
export interface Canonical {
	/**
	 * Canonical CSV in files that follow each other, whole records in each, so that they can be read side
	 * by side: no header; first field the physical line (ascending), then one a column.
	 */
	readonly pieces: readonly string[];
	/** Positions of columns in which some value may begin or end with a blank. */
	readonly padded: readonly number[];
	/** JSON lines, one `Reject` a line; empty when nothing was set aside. */
	readonly rejectsPath: string;
	/** Unique names by position. */
	readonly columns: readonly string[];
	/** As it stands in the file; null without header. */
	readonly header: readonly string[] | null;
	/** Complete, as used. */
	readonly reading: Reading;
	readonly encoding: EncodingChoice | null;
	readonly recordsRead: number;
	readonly records: number;
	readonly rejected: number;
	readonly rejectedBy: Readonly<Partial<Record<RejectReason, number>>>;
	/** The first thousand, their text cut at 4,000 characters. */
	readonly rejects: readonly Reject[];
	/** Of the file as it came. */
	readonly bytes: number;
	/** SHA-256 of the file as it came, hexadecimal. */
	readonly hash: string;
	readonly warnings: readonly Warning[];
	/** Positions of columns that hold true dates of a workbook, written as ISO text. */
	readonly trueDates: readonly number[];
}

export interface Progress {
	/** Of the file as it lies on disk. */
	readonly bytes: number;
	readonly ofBytes: number;
	readonly records: number;
}

export interface CanonicaliseOptions {
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: Progress) => void;
}
