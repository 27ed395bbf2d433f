import { DataType, tableFromIPC, type Vector } from 'apache-arrow';

/** Numbers (NaN where there is none) or texts and days (null where there is none). */
export type Column = Float64Array | readonly (string | null)[];
export type Columns = Readonly<Record<string, Column>>;
export type Answer = { readonly rows: number; readonly columns: Columns };

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

/**
 * Reads value by value: `Vector.toArray()` turns null into 0. A Float64Array holds counts and
 * minutes exactly up to 2^53.
 */
function numbers(vector: Vector): Float64Array {
	const column = new Float64Array(vector.length);
	for (let at = 0; at < vector.length; at++) {
		const value: unknown = vector.get(at);
		column[at] = value === null || value === undefined ? Number.NaN : Number(value);
	}
	return column;
}

function texts(vector: Vector, write: (value: unknown) => string): (string | null)[] {
	return Array.from({ length: vector.length }, (_, at) => {
		const value: unknown = vector.get(at);
		return value === null || value === undefined ? null : write(value);
	});
}

/** Instants stay milliseconds since 1970: only `format/` knows the business zone. Flags are 0 and 1. */
const numeric = [
	DataType.isInt,
	DataType.isFloat,
	DataType.isDecimal,
	DataType.isTimestamp,
	DataType.isBool
];

function columnOf(vector: Vector): Column {
	const type: DataType = vector.type;
	// Business days travel as Arrow dates, which decode to midnight UTC of that day.
	if (DataType.isDate(type)) return texts(vector, (value) => day(Number(value)));
	if (numeric.some((is) => is(type))) return numbers(vector);
	return texts(vector, String);
}

/** Arrow IPC (stream or file) to plain columns. The only place in the browser that knows Arrow. */
export function decodeArrow(bytes: Uint8Array): Answer {
	const table = tableFromIPC(bytes);
	const columns: Record<string, Column> = {};
	for (const field of table.schema.fields) {
		const vector = table.getChild(field.name);
		columns[field.name] = vector === null ? [] : columnOf(vector);
	}
	return { rows: table.numRows, columns };
}
