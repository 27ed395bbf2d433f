import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Answer, Cell, ColumnKind } from '#lib/server/warehouse/port.ts';

export const parquetType = 'application/vnd.apache.parquet';

/**
 * An answer as a Parquet file, for those who go on with other tools: text as strings, numbers as
 * doubles, days as dates, instants as milliseconds UTC, lists and structs as JSON; null stays null.
 */
export function parquetOf(answer: Answer): ArrayBuffer {
	const { columns, values, rowCount } = answer;
	return parquetWriteBuffer({
		schema: [
			{ name: 'root', num_children: columns.length },
			...columns.map(({ name, kind }) => ({
				name,
				repetition_type: 'OPTIONAL' as const,
				...stored[kind]
			}))
		],
		columnData: columns.map(({ name, kind }, at) => ({
			name,
			data: Array.from({ length: rowCount }, (_, row) => held(values[at]?.[row] ?? null, kind))
		})),
		createdBy: 'Redress'
	});
}

const stored = {
	text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	number: { type: 'DOUBLE' },
	boolean: { type: 'BOOLEAN' },
	day: { type: 'INT32', converted_type: 'DATE' },
	instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
	json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }
} as const satisfies Record<ColumnKind, object>;

function held(cell: Cell, kind: ColumnKind): string | number | boolean | Date | null {
	if (cell === null) return null;
	switch (kind) {
		case 'number':
			return Number(cell);
		case 'boolean':
			return cell === true;
		case 'day':
		case 'instant':
			return new Date(cell as string | number);
		case 'text':
			return String(cell);
		case 'json':
			return JSON.stringify(cell);
	}
}
