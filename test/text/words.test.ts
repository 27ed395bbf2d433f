import { describe, expect, test } from 'vitest';
import { wordCutter } from '#lib/server/themes/cutter.ts';
import { cleanNarrative } from '#lib/text/clean-narrative.ts';
import { CorpusBuilder } from '#lib/text/corpus.ts';
import { scriptOf } from '#lib/text/script-of.ts';

const cut = wordCutter();
const wordsOf = (text: string, names: string[] = []) => cut(cleanNarrative(text, names)).flat();

describe('words of a narrative', () => {
	test('are cut by a dictionary in Simplified Chinese, without stop words', () => {
		expect(wordsOf('客服一直不回复，我的包裹破损了')).toEqual(['客服', '不回复', '包裹', '破损']);
	});

	test('are whole words in Traditional Chinese too', () => {
		expect(scriptOf('客服電話打不通，退款還沒有收到')).toBe('traditional');
		expect(wordsOf('客服電話打不通，退款還沒有收到')).toContain('退款');
		expect(wordsOf('客服電話打不通，退款還沒有收到')).toContain('沒有收到');
	});

	test('keep a negation with the word it turns round', () => {
		expect(wordsOf('The refund was not received and nobody answered')).toEqual([
			'refund',
			'not received',
			'nobody',
			'answered'
		]);
		expect(wordsOf('没收到货')).toContain('没收到');
	});

	test.each([
		['我的电话13812345678，请回电', '13812345678'],
		['邮箱li.min+a@example.com.cn 联系', 'example'],
		['订单TS20250101000123未发货', 'ts'],
		['微信号 abc_def99 加我', 'abc'],
		['电话一三八一二三四五六七八', '一三八'],
		['见 https://shop.example/a?b=李敏', 'shop'],
		['call me at (555) 123-4567 or john.doe@mail.com', 'john'],
		['王女士投诉', '王女士'],
		['全角１３８１２３４５６７８也不行', '１３８']
	])('never hold contact data, numbers or ids: %s', (text, secret) => {
		const found = wordsOf(text).join(' ');
		expect(found).not.toContain(secret);
		expect(found).not.toMatch(/[\d@]/);
	});

	test('leave out the names of the case itself', () => {
		expect(wordsOf('星屿手机开机黑屏', ['星屿手机'])).toEqual(['开机', '黑屏']);
	});
});

describe('a corpus', () => {
	const built = (texts: readonly (readonly string[][])[]) => {
		const builder = new CorpusBuilder();
		for (const runs of texts) builder.add(runs);
		return builder.finish();
	};

	test('counts a term once a narrative and forgets terms of fewer than five', () => {
		const corpus = built([
			...Array.from({ length: 6 }, () => [['退款', '退款', '慢']]),
			...Array.from({ length: 4 }, () => [['罕见']])
		]);
		expect(corpus.documents).toBe(10);
		expect(corpus.vocabulary).toEqual(['退款', '慢']);
		expect([...corpus.frequency]).toEqual([6, 6]);
	});

	test('makes a term of a tight pair and drops a word that never stands without it', () => {
		// 12 of 52 narratives hold both words, none holds one alone: npmi 1.
		const corpus = built([
			...Array.from({ length: 12 }, () => [['快充', '虚标']]),
			...Array.from({ length: 40 }, (_, at) => [[`甲${at % 4}`, `乙${at % 5}`]])
		]);
		expect(corpus.vocabulary).toContain('快充虚标');
		expect(corpus.vocabulary).not.toContain('快充');
	});

	test('does not pair words with a sign between them', () => {
		const corpus = built([
			...Array.from({ length: 12 }, () => [['快充'], ['虚标']]),
			...Array.from({ length: 40 }, () => [['其他词']])
		]);
		expect(corpus.vocabulary).not.toContain('快充虚标');
	});
});
