import { describe, expect, test } from 'vitest';
import { chooseEncoding, encodingDoubt } from '#lib/import/encoding.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
	Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const chosen = (value: Uint8Array, whole = true): string[] => {
	const { encoding, by } = chooseEncoding(value, whole);
	return [encoding, by];
};

// 投诉 in GB18030 and 投訴 in Big5; the first two characters of many a header.
const gb = [0xcd, 0xb6, 0xcb, 0xdf];
const big5 = [0xa7, 0xeb, 0xb6, 0x44];

describe('the encoding of a text', () => {
	test('a byte order mark decides', () => {
		expect(chosen(bytes([0xef, 0xbb, 0xbf], 'id\n'))).toEqual(['utf-8', 'bom']);
		expect(chosen(bytes([0xff, 0xfe], [0x69, 0]))).toEqual(['utf-16le', 'bom']);
		expect(chosen(bytes([0xfe, 0xff], [0, 0x69]))).toEqual(['utf-16be', 'bom']);
	});

	test('ASCII alone is said to be no evidence', () => {
		expect(chosen(bytes('id,text\n1,a\n'))).toEqual(['utf-8', 'ascii']);
	});

	test('strict UTF-8 comes before any guess; a sample may end inside a character', () => {
		expect(chosen(bytes('投诉,退货'))).toEqual(['utf-8', 'strict']);
		expect(chosen(bytes('投诉', [0xe9, 0x80]), false)).toEqual(['utf-8', 'strict']);
	});

	test('one word of Chinese tells GB18030 from Big5', () => {
		expect(chosen(bytes('id,', gb, '\n'))[0]).toBe('gb18030');
		expect(chosen(bytes('id,', big5, '\n'))[0]).toBe('big5');
	});

	test('accented letters among others are Windows-1252', () => {
		// São Paulo, Operação, “quoted”
		const text = bytes(
			'S',
			[0xe3],
			'o Paulo;Opera',
			[0xe7, 0xe3],
			'o;',
			[0x93],
			'quoted',
			[0x94],
			'\n'
		);
		expect(chosen(text)[0]).toBe('windows-1252');
	});

	test('the evidence names every candidate with its share of common characters', () => {
		const { evidence } = chooseEncoding(bytes('id,', gb, '\n'), true);
		expect(evidence.map(({ facts }) => String(facts.encoding)).sort()).toEqual([
			'big5',
			'gb18030',
			'utf-8',
			'windows-1252'
		]);
		expect(evidence[0]?.facts).toEqual({
			encoding: 'gb18030',
			characters: 2,
			common_share: 1,
			invalid: 0
		});
	});

	test('a rare broken place leaves UTF-8 what it is', () => {
		expect(chosen(bytes('退货'.repeat(50), [0xff], '退货'))[0]).toBe('utf-8');
	});

	test('a NUL here and there makes no UTF-16', () => {
		expect(chosen(bytes('id,text\n1,a\0b\n2,c\n'))[0]).toBe('utf-8');
	});

	test('a choice on thin evidence says so', () => {
		// お問い合わせ in Shift JIS, which is none of the encodings read here.
		const japanese = bytes(
			[0x82, 0xa8, 0x96, 0xe2, 0x82, 0xa2, 0x8d, 0x87, 0x82, 0xed, 0x82, 0xb9],
			'\n'
		);
		expect(chosen(japanese)[0]).toBe('utf-8');
		expect(encodingDoubt(chooseEncoding(japanese, true))).toMatchObject([
			{ code: 'encoding_doubtful' }
		]);
		expect(encodingDoubt(chooseEncoding(bytes('id,', gb, '\n'), true))).toEqual([]);
		expect(encodingDoubt(chooseEncoding(bytes('投诉'), true))).toEqual([]);
	});
});
