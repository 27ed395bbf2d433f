import type { Mapping } from '#lib/import/mapping.ts';

/** A finding of a load, with how many rows or cases it is about. */
export interface LedgerWarning {
	readonly code: string;
	/** Name of the column in the file; null where it is about whole rows or the file. */
	readonly column: string | null;
	readonly count: number;
	/** What `Filter.warning` takes to open exactly these cases; absent where no case carries it. */
	readonly rows?: string;
	/** How many cases that opens now; later loads may have mended some. Only in the ledger. */
	readonly cases?: number;
	/** The suspicious value, as the log writes it to the minute. */
	readonly value?: string;
}

/** One load as `npm run import --json` prints it and the ledger page lists it. Instants are epoch ms. */
export interface LedgerEntry {
	readonly loadId: number;
	readonly kind: 'cases' | 'orders';
	readonly file: string;
	readonly source: string;
	/** SHA-256 of the file as it came. */
	readonly hash: string;
	readonly bytes: number;
	readonly encoding: string;
	/** Zone of times without an offset. */
	readonly zone: string;
	/** Up to when this load tells. */
	readonly asOf: number | null;
	/** loaded + updated + unchanged + quarantined. */
	readonly rowsRead: number;
	readonly loaded: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly quarantined: number;
	readonly warnings: readonly LedgerWarning[];
	readonly demo: boolean;
	readonly loadedBy: Actor;
	readonly loadedAt: number;
	readonly undoneBy: Actor | null;
	readonly undoneAt: number | null;
	/** True for a trial run: nothing was written. */
	readonly dryRun: boolean;
}

/** Who acted, as kept beside the act. */
export interface Actor {
	readonly id: string;
	readonly name: string;
	readonly assurance: 'declared' | 'authenticated';
}

/** One load with what it was told and what it set aside. */
export interface LoadDetails extends LedgerEntry {
	readonly mapping: Mapping;
	readonly columns: readonly string[];
	readonly header: readonly string[];
	readonly reasons: readonly {
		readonly reason: string;
		readonly column: string | null;
		readonly rows: number;
	}[];
	/** The first rows set aside. */
	readonly setAside: readonly SetAsideRow[];
}

export interface SetAsideRow {
	/** Physical line or sheet row, from 1. */
	readonly line: number;
	readonly reason: string;
	/** Name of the column in the file, where one column is at fault. */
	readonly column: string | null;
	readonly value: string | null;
	/** The record's fields, or its whole text where its shape did not fit. */
	readonly fields: readonly string[];
}
