import { expect, test } from 'vitest';
import { canonicalRows, fileOf } from './real-data.ts';

test('a long file comes out in pieces that follow each other, whole records in each', async () => {
	const count = 120_000;
	const lines = Array.from({ length: count }, (_, n) => `C${n},"two\nlines",${'x'.repeat(80)}`);
	const path = await fileOf(`id,note,text\n${lines.join('\n')}\n`);
	const { file, rows, lines: at } = await canonicalRows(path);
	expect(file.pieces.length).toBeGreaterThan(1);
	expect(rows).toHaveLength(count);
	expect(rows.findIndex(([id], n) => id !== `C${n}`)).toBe(-1);
	expect(at.findIndex((line, n) => line !== 2 * n + 2)).toBe(-1);
});

test('columns with blanks around some value are noted, those without are not', async () => {
	const header = 'plain,before,after,wide,no-break,tab,quoted,inside';
	const record = 'a b, x,x ,\u3000x,x\u00a0,\tx," x",「x」';
	const path = await fileOf(`${header}\n${'a,b,c,d,e,f,g,h\n'.repeat(3)}${record}\n`);
	const { file } = await canonicalRows(path, { delimiter: ',' });
	expect(file.padded).toEqual([1, 2, 3, 4, 5, 6]);
});
