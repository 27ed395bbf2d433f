import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reject } from '#lib/import/inspection.ts';
import { canonicalRows, newFolder } from './real-data.ts';

/** Park–Miller: the same damage for the same seed. */
function randomFrom(seed: number): (below: number) => number {
	let state = (seed * 48_271 + 11) % 2_147_483_647;
	return (below) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % below;
	};
}

const bits = ['"', ',', '\n', '""', '","', 'x', '\r\n', ''];

function damagedTable(seed: number): string {
	const random = randomFrom(seed);
	let text = '';
	for (let row = 0; row < 80; row++) {
		const narrative = random(3) === 0 ? `"line one of ${row}\nline, two"` : `text ${row}`;
		text += `${row},"quoted ${row}",${narrative},${random(5) + 1}\n`;
	}
	for (let damage = 0; damage < 1 + random(5); damage++) {
		const at = random(text.length);
		text = text.slice(0, at) + (bits[random(bits.length)] as string) + text.slice(at + random(2));
	}
	return text;
}

const linesOf = (text: string): number => text.split(/\r\n|\n|\r/).length;

test.each([...Array(120).keys()])(
	'no line of a damaged table is lost or counted twice (seed %i)',
	async (seed) => {
		const text = damagedTable(seed);
		const path = join(await newFolder(), 'damaged.csv');
		await writeFile(path, text);
		const { file, rows, lines } = await canonicalRows(path, {
			encoding: 'utf-8',
			delimiter: ',',
			quote: '"',
			escape: 'doubled',
			skipLines: 0,
			headerRows: 0,
			width: 4
		});
		expect(rows.every((row) => row.length === 4)).toBe(true);
		const rejects = (await readFile(file.rejectsPath, 'utf8'))
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line) as Reject);
		expect(rejects).toHaveLength(file.rejected);
		const covered = new Map<number, number>();
		const cover = (from: number, count: number): void => {
			for (let line = from; line < from + count; line++) {
				covered.set(line, (covered.get(line) ?? 0) + 1);
			}
		};
		rows.forEach((row, at) =>
			cover(
				lines[at] as number,
				row.reduce((sum, cell) => sum + linesOf(cell) - 1, 1)
			)
		);
		for (const { line, raw } of rejects) cover(line, linesOf(raw));
		expect([...covered.values()].filter((times) => times !== 1)).toEqual([]);
		text.split(/\r\n|\n|\r/).forEach((line, at) => {
			if (/[^",\s]/.test(line)) expect(covered.has(at + 1), `line ${at + 1}: ${line}`).toBe(true);
		});
		// Up to five places were damaged; the records around them are read.
		expect(file.records).toBeGreaterThan(60);
	}
);
