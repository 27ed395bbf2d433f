import type { Answer, Cell } from '#lib/server/warehouse/port.ts';

/** Lets Excel read the file as UTF-8. */
export const byteOrderMark = '﻿';

/** Header line of an answer. */
export function csvHeader(answer: Answer): string {
	return csvLine(answer.columns.map(({ name }) => name));
}

/** The rows of an answer, one line each (RFC 4180, CRLF). */
export function csvLines(answer: Answer): string {
	let text = '';
	for (let row = 0; row < answer.rowCount; row++)
		text += csvLine(answer.values.map((cells) => cells[row] ?? null));
	return text;
}

export function csvLine(cells: readonly Cell[]): string {
	return cells.map(csvCell).join(',') + '\r\n';
}

/**
 * A cell, quoted where needed. Text that a spreadsheet would run as a formula gets an apostrophe
 * before it, as OWASP advises; numbers are left alone, so −5 stays a number.
 */
function csvCell(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
	const text = typeof cell === 'string' ? cell : JSON.stringify(cell);
	const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
