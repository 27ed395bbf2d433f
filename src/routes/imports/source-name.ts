/** Name of the log a file belongs to unless another is given: `2024-05 complaints.csv.gz` → `2024-05 complaints`. */
export function sourceName(file: string): string {
	return file.replace(/\.gz$/i, '').replace(/\.(csv|tsv|txt|xlsx|xls|ods)$/i, '');
}
