import {
	Bool,
	DateDay,
	Dictionary,
	Field,
	Float64,
	Int32,
	RecordBatch,
	Schema,
	Struct,
	Table,
	TimestampMillisecond,
	Utf8,
	makeData,
	tableToIPC,
	vectorFromArray,
	type DataType,
	type Vector
} from 'apache-arrow';
import type { Answer, Cell, ColumnKind } from '#lib/server/warehouse/port.ts';

/** Media type of an Arrow IPC stream. */
export const arrowType = 'application/vnd.apache.arrow.stream';

/**
 * An answer as an Arrow IPC stream. Text is dictionary-encoded; days are Arrow dates of the business
 * zone (UTC midnight of that calendar day); an answer without rows still carries its schema.
 */
export function arrowOf(answer: Answer): Uint8Array {
	if (answer.rowCount === 0) return tableToIPC(emptyTable(answer), 'stream');
	const vectors: Record<string, Vector> = {};
	answer.columns.forEach(({ name, kind }, index) => {
		vectors[name] = vectorFromArray(
			(answer.values[index] ?? []).map((cell) => arrowCell(cell, kind)),
			arrowTypeOf(kind)
		);
	});
	return tableToIPC(new Table(vectors), 'stream');
}

function emptyTable(answer: Answer): Table {
	const schema = new Schema(
		answer.columns.map(({ name, kind }) => new Field(name, arrowTypeOf(kind), true))
	);
	const data = makeData({ type: new Struct(schema.fields), length: 0, nullCount: 0, children: [] });
	return new Table(schema, new RecordBatch(schema, data));
}

function arrowTypeOf(kind: ColumnKind): DataType {
	switch (kind) {
		case 'number':
			return new Float64();
		case 'boolean':
			return new Bool();
		case 'day':
			return new DateDay();
		case 'instant':
			return new TimestampMillisecond();
		case 'text':
		case 'json':
			return new Dictionary(new Utf8(), new Int32());
	}
}

function arrowCell(cell: Cell, kind: ColumnKind): unknown {
	if (cell === null) return null;
	if (kind === 'day') return new Date(`${String(cell)}T00:00:00Z`);
	return kind === 'json' ? JSON.stringify(cell) : cell;
}
