import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeText } from '#lib/import/decode-text.ts';
import { chooseEncoding } from '#lib/import/encoding.ts';
import { inspectText } from '#lib/import/inspect-bytes.ts';
import { cutDifferently } from '#lib/import/second-reader.ts';
import { planText } from '#lib/import/text-plan.ts';
import { hasRealData, realFile } from '../server/import/read/real-data.ts';

const pieces = ['a', '退货', ' ', ',', ';', '\t', '"', '""', '\n', '\r\n', '5"', 'Zé', '1,5', '|'];

/** Park and Miller: the same numbers for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
	let state = seed * 7919 + 1;
	return (below) => {
		state = (state * 48_271) % 2_147_483_647;
		return Math.floor((state / 2_147_483_647) * below);
	};
}

describe('PapaParse and our reader', () => {
	test('agree on 300 random tables that are well formed', () => {
		for (let seed = 1; seed <= 300; seed++) {
			const next = numbersFrom(seed);
			const delimiter = [',', ';', '\t', '|'][next(4)] as string;
			const end = ['\n', '\r\n'][next(2)] as string;
			const width = 2 + next(6);
			const always = next(2) === 0;
			const write = (cell: string): string =>
				always || /[\r\n"]/.test(cell) || cell.includes(delimiter)
					? `"${cell.replaceAll('"', '""')}"`
					: cell;
			const table = Array.from({ length: 60 }, (_, row) =>
				Array.from({ length: width }, (_, column) =>
					column === 0
						? `r${row}`
						: Array.from({ length: next(5) }, () => pieces[next(pieces.length)]).join('')
				)
			);
			const text = table.map((cells) => cells.map(write).join(delimiter) + end).join('');
			const bytes = new TextEncoder().encode(text);
			const reading = { delimiter, quote: '"', escape: 'doubled' } as const;
			const { rows } = planText(bytes, true, reading);
			expect(rows.map(({ cells }) => cells)).toEqual(table);
			expect(cutDifferently(rows, bytes, reading)).toBeNull();
		}
	});

	const folders = ['shopzilla-csat', 'comcast-fcc', 'consumidor-gov-br', 'zh-gov-messages'];
	test.skipIf(!hasRealData)('agree on the first part of every real log', () => {
		let records = 0;
		for (const folder of folders) {
			for (const name of readdirSync(realFile(folder)).filter((file) => file.endsWith('.csv'))) {
				const bytes = readFileSync(realFile(folder, name)).subarray(0, 1 << 18);
				const text = decodeText(bytes, chooseEncoding(bytes, false).encoding);
				const { rows, reading } = planText(text, false, {});
				expect(cutDifferently(rows, text, reading), name).toBeNull();
				records += Math.min(200, rows.length);
			}
		}
		expect(records).toBeGreaterThan(1500);
	});

	test('that differ: ours is kept and the line is said', () => {
		const lines = [
			'case_no,note,city',
			'1,fine,Rome',
			'2,"late',
			'again" now,Oslo',
			'3,ok,Wien',
			''
		];
		const { warnings, columns } = inspectText(lines.join('\n'), { whole: true });
		expect(warnings).toContainEqual({ code: 'cut_differently', facts: { value: 3 }, count: 1 });
		expect(columns[2]?.samples).toEqual(['Rome', 'Wien']);
	});
});
