/** A record of a small CSV file with the line it begins on, counted from 1. */
export interface CsvRecord {
	readonly line: number;
	readonly cells: readonly string[];
}

/**
 * The records of a small CSV text (RFC 4180; the delimiter that is most frequent in the first line of comma,
 * semicolon and tab; CRLF or LF; a missing last quote ends with the text). Blank lines are left out. For
 * logs there is the importer: this holds the whole text.
 */
export function csvRecords(text: string): readonly CsvRecord[] {
	const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
	const count = (sign: string): number => head.split(sign).length;
	const delimiter = [',', ';', '\t'].reduce((a, b) => (count(b) > count(a) ? b : a));
	const records: CsvRecord[] = [];
	let [line, begun, cell, quoted] = [1, 1, '', false];
	let cells: string[] = [];
	const endRecord = (): void => {
		cells.push(cell);
		if (cells.some((one) => one.trim() !== '')) records.push({ line: begun, cells });
		[cells, cell] = [[], ''];
	};
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!;
		if (sign === '\n') line++;
		if (quoted) {
			if (sign !== '"') cell += sign;
			else if (text[at + 1] === '"') cell += text[++at]!;
			else quoted = false;
		} else if (sign === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
		else if (sign === delimiter) {
			cells.push(cell);
			cell = '';
		} else if (sign === '\n') {
			endRecord();
			begun = line;
		} else if (sign !== '\r' || text[at + 1] !== '\n') cell += sign;
	}
	endRecord();
	return records;
}
