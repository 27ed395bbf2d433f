import { describe, expect, test } from 'vitest';
import { chooseClusters } from '#lib/text/choose-clusters.ts';
import { CorpusBuilder } from '#lib/text/corpus.ts';
import { confidenceOf } from '#lib/text/confidence.ts';
import { NearDuplicates } from '#lib/text/near-duplicates.ts';
import { seededRandom } from '#lib/text/seeded-random.ts';
import { suggestCategories } from '#lib/text/suggest-categories.ts';
import { directions } from '#lib/text/weights.ts';

/** Narratives of `kinds` kinds, each with eight words of its own and ten that all use. */
function planted(kinds: number, each: number, seed = 1) {
	const random = seededRandom(seed);
	const builder = new CorpusBuilder();
	const kind: number[] = [];
	for (let at = 0; at < kinds * each; at++) {
		const own = at % kinds;
		const words = new Set<string>();
		while (words.size < 4) words.add(`词${own}之${Math.floor(random() * 8)}`);
		while (words.size < 6) words.add(`通用${Math.floor(random() * 10)}`);
		builder.add([...words].map((word) => [word]));
		kind.push(own);
	}
	return { corpus: builder.finish(), kind };
}

describe('themes', () => {
	test('are the planted kinds, as many as there are', () => {
		const { corpus, kind } = planted(10, 200);
		const found = chooseClusters(directions(corpus))!;
		expect(found.clusters).toBe(10);
		// Every theme holds one kind only.
		const pairs = new Set(kind.map((own, at) => `${own} ${found.cluster[at]}`));
		expect(pairs.size).toBe(10);
	});

	test('are the same for the same narratives', () => {
		const { corpus } = planted(6, 100);
		const once = chooseClusters(directions(corpus))!;
		expect(chooseClusters(directions(corpus))!.cluster).toEqual(once.cluster);
	});

	test('are none of a handful of narratives', () => {
		expect(chooseClusters(directions(planted(3, 20).corpus))).toBeNull();
	});
});

describe('near-duplicates', () => {
	const story =
		'充电十分钟就烫手，有焦糊味，联系客服三次都没有结果，希望给个说法，不解决就打市场监管热线投诉';

	test('are found whatever their signs and blanks', () => {
		const duplicates = new NearDuplicates();
		expect(duplicates.add(story)).toBe(0);
		expect(duplicates.add(story.replaceAll('，', ' '))).toBe(0);
	});

	test('share four fifths of their three-letter sequences with the first of the group', () => {
		// 40 letters hold 38 sequences. A word of two letters at the end adds 2: 38 / 40 = 0.95.
		// One letter changed in the middle takes 3 and adds 3: 35 / 41 = 0.854.
		// Two letters changed far apart: 32 / 44 = 0.727.
		const letters = [
			...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张寒来'
		];
		const changed = (...at: number[]) =>
			letters.map((letter, place) => (at.includes(place) ? '某' : letter)).join('');
		const duplicates = new NearDuplicates();
		expect(duplicates.add(letters.join(''))).toBe(0);
		expect(duplicates.add(letters.join('') + '客服')).toBe(0);
		expect(duplicates.add(changed(20))).toBe(0);
		expect(duplicates.add(changed(10, 30))).toBe(1);
	});

	test('are not told of narratives too short to tell', () => {
		const duplicates = new NearDuplicates();
		expect(duplicates.add('请尽快联系我')).toBeNull();
		expect(duplicates.add('请尽快联系我')).toBeNull();
	});

	test('are all those an exact comparison finds', () => {
		const random = seededRandom(7);
		const letter = () => String.fromCharCode(0x4e00 + Math.floor(random() * 3000));
		const stories = Array.from({ length: 300 }, () => Array.from({ length: 60 }, letter));
		const duplicates = new NearDuplicates();
		stories.forEach((text, at) => expect(duplicates.add(text.join(''))).toBe(at));
		// Two letters changed: 58 sequences, at most 6 other ones each way: at least 52 / 64 = 0.8125.
		const missed = stories.filter((text, at) => {
			const other = [...text];
			other[15] = letter();
			other[45] = letter();
			return duplicates.add(other.join('')) !== at;
		});
		expect(missed.length).toBe(0);
	});
});

describe('proposed categories', () => {
	test('are the right ones for narratives like those learnt from, with the share right beside them', () => {
		const { corpus, kind } = planted(4, 200);
		const names = ['质量', '物流', '价格', '服务'];
		// Every tenth case is unclassified.
		const known = kind.map((own, at) => (at % 10 === 0 ? null : names[own]!));
		const found = suggestCategories(corpus, known);
		expect(found.unclassified).toBe(80);
		expect(found.judged).toBe(720);
		expect(found.right).toBe(720);
		expect(found.suggestions).toHaveLength(80);
		for (const { document, category } of found.suggestions)
			expect(category).toBe(names[kind[document]!]);
	});

	test('are withheld where narratives tell nothing of the category', () => {
		const { corpus, kind } = planted(1, 600);
		const random = seededRandom(3);
		const known = kind.map((_, at) => (at % 10 === 0 ? null : random() < 0.5 ? '质量' : '物流'));
		const found = suggestCategories(corpus, known);
		expect(found.right / found.judged).toBeLessThan(0.6);
		expect(found.suggestions).toEqual([]);
	});

	test('are none where one category is all there is', () => {
		const { corpus, kind } = planted(2, 50);
		expect(
			suggestCategories(
				corpus,
				kind.map(() => '质量')
			).judged
		).toBe(0);
	});

	test('confidence is the share right among guesses as clear, never falling with clearness', () => {
		// 100 unclear guesses, half of them right; 100 clear ones, nine tenths right.
		const guesses = Array.from({ length: 200 }, (_, at) => ({
			clearness: at < 100 ? at / 100 : 5 + at / 100,
			right: at < 100 ? at % 2 === 0 : at % 10 !== 0
		}));
		const trust = confidenceOf(guesses);
		expect(trust(0.2)).toBeCloseTo(0.5, 6);
		expect(trust(6.5)).toBeCloseTo(0.9, 6);
		expect(trust(99)).toBeCloseTo(0.9, 6);
		expect(confidenceOf([])(1)).toBe(0);
	});
});
