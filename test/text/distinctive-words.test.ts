import { expect, test } from 'vitest';
import { wordPairs } from '#lib/text/co-occurrence.ts';
import { distinctiveWords } from '#lib/text/distinctive-words.ts';
import { joinedWords } from '#lib/text/joined-words.ts';
import { labelOf } from '#lib/text/label.ts';

test('the log-odds with informative Dirichlet prior are those of Monroe, Colaresi and Quinn', () => {
	// Worked by hand: n = 40, m = 60, prior 10 → a = 10 × 30 / 100 = 3 for the first word.
	// δ = ln(23 / 27) − ln(13 / 57) = −0.160343 + 1.478101 = 1.317758; variance 1/23 + 1/13 = 0.120401;
	// z = 1.317758 / 0.346989 = 3.797692.
	const [first, second] = distinctiveWords(
		[
			{ word: '烫手', inside: 20, outside: 10 },
			{ word: '其他', inside: 20, outside: 50 }
		],
		10
	);
	expect(first!.logOdds).toBeCloseTo(1.317758, 5);
	expect(first!.z).toBeCloseTo(3.797692, 4);
	// Two words alone mirror each other, the commoner one with a smaller variance.
	expect(second!.logOdds).toBeCloseTo(-1.317758, 5);
	// Benjamini–Hochberg: the larger of both p values, 2 (1 − Φ(3.797692)) = 0.000146, stays as it is.
	expect(first!.adjusted).toBeCloseTo(0.000146, 6);
});

test('a larger prior draws a rare word nearer to nothing', () => {
	const words = [
		{ word: '罕见', inside: 3, outside: 0 },
		{ word: '常见', inside: 997, outside: 1000 }
	];
	const [weak] = distinctiveWords(words, 10);
	const [strong] = distinctiveWords(words, 1000);
	expect(strong!.logOdds).toBeLessThan(weak!.logOdds);
	expect(strong!.logOdds).toBeGreaterThan(0);
});

test('with nothing on one side no word is distinctive', () => {
	expect(distinctiveWords([{ word: '退款', inside: 5, outside: 0 }])).toEqual([]);
});

test('words that go together have their lift and normalised information', () => {
	// Of 100 cases 20 hold both, 25 and 40 one: lift 0.2 / (0.25 × 0.4) = 2; npmi ln 2 / ln 5 = 0.430677.
	const pair = { first: '驿站', second: '没打电话', firstCases: 25, secondCases: 40 };
	const [found] = wordPairs([{ ...pair, together: 20 }], 100);
	expect(found!.lift).toBeCloseTo(2, 10);
	expect(found!.npmi).toBeCloseTo(0.430677, 5);
	expect(wordPairs([{ ...pair, together: 9 }], 100)).toEqual([]);
	expect(wordPairs([{ ...pair, first: '打电话', together: 20 }], 100)).toEqual([]);
});

test('a label holds the most distinctive words, none inside another', () => {
	const word = (text: string, z: number) => ({
		word: text,
		inside: 10,
		outside: 1,
		logOdds: 1,
		z,
		adjusted: 0
	});
	const words = [
		word('退款', 9),
		word('退款到账', 12),
		word('慢', 3),
		word('别的', -5),
		word('财务', 4)
	];
	expect(labelOf(words, 20)).toEqual(['退款到账', '财务', '慢']);
	// Each is in ten of a hundred cases: they would name the theme after a few.
	expect(labelOf(words, 100)).toEqual([]);
});

test('words counted exactly alike stand in one row, behind the most distinctive of them', () => {
	const word = (text: string, inside: number, outside: number) => ({
		word: text,
		inside,
		outside,
		logOdds: 1,
		z: 2,
		adjusted: 0
	});
	const rows = joinedWords([
		word('超过预计', 282, 3),
		word('退款', 282, 9),
		word('显示运输', 282, 3),
		word('罕见', 6, 0),
		word('少有', 6, 0)
	]);
	expect(rows.map(({ word: text, alike }) => [text, alike])).toEqual([
		['超过预计', ['显示运输']],
		['退款', []],
		// So few may be counted alike by chance.
		['罕见', []],
		['少有', []]
	]);
});
