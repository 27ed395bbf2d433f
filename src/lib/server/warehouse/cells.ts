import {
	DuckDBTypeId,
	type DuckDBDataChunk,
	type DuckDBResult,
	type DuckDBValue
} from '@duckdb/node-api';
import type { Answer, AnswerColumn, Cell, ColumnKind } from './port.ts';

const kinds: Partial<Record<DuckDBTypeId, ColumnKind>> = {
	[DuckDBTypeId.BOOLEAN]: 'boolean',
	[DuckDBTypeId.DATE]: 'day',
	[DuckDBTypeId.TIMESTAMP]: 'instant',
	[DuckDBTypeId.TIMESTAMP_TZ]: 'instant',
	[DuckDBTypeId.VARCHAR]: 'text',
	[DuckDBTypeId.LIST]: 'json',
	[DuckDBTypeId.STRUCT]: 'json',
	[DuckDBTypeId.MAP]: 'json'
};

/** Names and kinds of a result's columns. JSON columns come as text, as they are stored. */
export function columnsOf(result: DuckDBResult): AnswerColumn[] {
	return result.columnNames().map((name, index) => ({
		name,
		kind: kinds[result.columnTypeId(index)] ?? 'number'
	}));
}

/** Chunks of a result as columns of plain cells. */
export function answerOf(
	columns: readonly AnswerColumn[],
	chunks: readonly DuckDBDataChunk[]
): Answer {
	const values = columns.map((column, index) => {
		const convert = converters[column.kind];
		return chunks.flatMap((chunk) =>
			chunk.getColumnValues(index).map((value) => (value === null ? null : convert(value)))
		);
	});
	return { columns, values, rowCount: chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0) };
}

const converters: Record<ColumnKind, (value: DuckDBValue) => Cell> = {
	text: String,
	number: Number,
	boolean: Boolean,
	day: (value) =>
		new Date((value as { days: number }).days * 86_400_000).toISOString().slice(0, 10),
	instant: (value) => Number((value as { micros: bigint }).micros / 1000n),
	json: plain
};

/** Lists, structs and maps as JSON values; numbers inside them as numbers. */
function plain(value: DuckDBValue): Cell {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
	if ('items' in value) return value.items.map(plain);
	if ('days' in value && !('micros' in value)) return converters.day(value);
	if ('micros' in value && !('months' in value)) return converters.instant(value);
	if ('entries' in value && Array.isArray(value.entries))
		return plain({
			entries: Object.fromEntries(value.entries.map((e) => [String(e.key), e.value]))
		} as never);
	if ('entries' in value)
		return Object.fromEntries(
			Object.entries(value.entries).map(([key, entry]) => [key, plain(entry as DuckDBValue)])
		);
	return Number(value);
}
