/** A record of the sample before it is known which of them are header, data or neither. */
export interface SampleRow {
	/** Physical line (row of a sheet), from 1. */
	readonly line: number;
	/** Physical lines it takes. */
	readonly lines: number;
	readonly cells: readonly string[];
	/** Its text as it stands; empty for a sheet. */
	readonly raw: string;
	/** A quote in it is astray or never closed. */
	readonly broken: boolean;
}
