import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import english from '../../../../data/stop_words/en.json' with { type: 'json' };
import portuguese from '../../../../data/stop_words/pt.json' with { type: 'json' };
import chinese from '../../../../data/stop_words/zh.json' with { type: 'json' };
import traditionalChinese from '../../../../data/stop_words/zh-hant.json' with { type: 'json' };
import { scriptOf } from '#lib/text/script-of.ts';
import { runsOfWords, type WordLists } from '#lib/text/runs-of-words.ts';

const all = [english, portuguese, chinese, traditionalChinese];
/** One list for all languages: a log mixes them, and a stop word of one is rarely a term of another. */
const lists: WordLists = {
	stop: new Set(all.flatMap(({ stop }) => stop)),
	negating: new Set(all.flatMap(({ negating }) => negating))
};

/** Words of complaints that the dictionary cuts wrongly: 没收到货 would be 没收 (seized) and 到货. */
const complaintWords = ['没收到', '未收到', '没到货', '没到账', '没发货'];

/**
 * Cuts a clean narrative into runs of words. Simplified Chinese by jieba; Traditional Chinese, which falls
 * apart under jieba's dictionary, and everything else by `Intl.Segmenter`.
 */
export function wordCutter(): (text: string) => string[][] {
	const jieba = Jieba.withDict(dict);
	jieba.loadDict(Buffer.from(complaintWords.map((word) => `${word} 100000 v\n`).join('')));
	const segmenters = {
		traditional: new Intl.Segmenter('zh-Hant', { granularity: 'word' }),
		spaced: new Intl.Segmenter('en', { granularity: 'word' }),
		other: new Intl.Segmenter('ja', { granularity: 'word' })
	};
	return (text) => {
		const script = scriptOf(text);
		const pieces =
			script === 'simplified'
				? jieba.cut(text, true)
				: Array.from(segmenters[script].segment(text), ({ segment }) => segment);
		return runsOfWords(pieces, lists);
	};
}
