/** One column of a DataTable. */
export interface TableColumn<Row> {
	readonly id: string;
	readonly title: string;
	/** The cell as text, formatted. */
	readonly text: (row: Row) => string;
	/** Where the cell leads: the cases its number counts. */
	readonly href?: (row: Row) => string | undefined;
	readonly numeric?: boolean;
	readonly strong?: boolean;
	readonly sortable?: boolean;
	/** Drawn by the table's `cell` snippet. */
	readonly drawn?: boolean;
	/** Explains the column when pointed at. */
	readonly hint?: string;
}

/** How a table is sorted, and the address that sorts it otherwise. */
export interface TableSort {
	readonly by: string;
	readonly descending: boolean;
	readonly href: (by: string, descending: boolean) => string;
}
