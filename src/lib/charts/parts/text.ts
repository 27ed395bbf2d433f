/**
 * Widths without a canvas, so that a builder can decide on gutters in a test as in a browser.
 * Han, kana and full-width forms are one em; Latin is taken a little wide (0.58 em) because a
 * gutter too wide costs four pixels and one too narrow cuts a label.
 */
const full = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/;
const slim = /[fijlrtI.,:;'’|!()[\] ·-]/;
const broad = /[mwMW@%—]/;
const capital = /[A-Z&]/;

const ems = (letter: string): number =>
	full.test(letter)
		? 1
		: slim.test(letter)
			? 0.36
			: broad.test(letter)
				? 0.9
				: capital.test(letter)
					? 0.67
					: 0.58;

export function textWidth(text: string, size = 12): number {
	let width = 0;
	for (const letter of text) width += ems(letter) * size;
	return width;
}

export function widest(texts: readonly string[], size = 12): number {
	return texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);
}

/** Cuts with an ellipsis; the full text belongs into the tooltip. */
export function shorten(text: string, width: number, size = 12): string {
	if (textWidth(text, size) <= width) return text;
	let kept = '';
	let used = size;
	for (const letter of text) {
		used += textWidth(letter, size);
		if (used > width) break;
		kept += letter;
	}
	return `${kept.trimEnd()}…`;
}

const han = /[⺀-鿿豈-﫿]/;

/** Pieces a line may be broken between: words in Latin, any two letters in Han. */
function pieces(text: string): string[] {
	return (
		text.match(/[^\s⺀-鿿豈-﫿＀-￯/·、,-]+[/·、,-]?|[⺀-鿿豈-﫿＀-￯][、，。）]?|\s+|[/·、,-]/g) ?? []
	);
}

/** Two lines as one again: Latin words get their space back. */
const rejoined = (one: string, next: string): string =>
	han.test(one.slice(-1)) || han.test(next.slice(0, 1)) || /[-/]$/.test(one)
		? one + next
		: `${one} ${next}`;

/** The largest of the sizes at which the longest unbreakable piece fits, or the smallest. */
export function sizeFor(texts: readonly string[], width: number, sizes = [12, 11, 10]): number {
	const words = texts.flatMap(pieces).map((piece) => piece.trim());
	return sizes.find((size) => widest(words, size) <= width) ?? sizes.at(-1) ?? 12;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The same with Han words whole: 账户与 / 隐私, not 账户与隐 / 私. */
function wholeWords(text: string): string[] {
	const starts = new Set(Array.from(segmenter.segment(text), ({ index }) => index));
	const whole: string[] = [];
	let at = 0;
	for (const piece of pieces(text)) {
		if (whole.length > 0 && han.test(piece) && !starts.has(at))
			whole.push((whole.pop() ?? '') + piece);
		else whole.push(piece);
		at += piece.length;
	}
	return whole;
}

/** At most `lines` lines of `width` pixels; what does not fit ends in an ellipsis. */
export function wrap(text: string, width: number, lines = 2, size = 12): string {
	const byWord = filled(wholeWords(text), width, size);
	const fits = byWord.length <= lines && byWord.every((line) => textWidth(line, size) <= width);
	const done = fits ? byWord : filled(pieces(text), width, size);
	const kept = done.slice(0, lines);
	const left = done.slice(lines);
	const last = kept.length - 1;
	if (left.length > 0) kept[last] = [kept[last] ?? '', ...left].reduce(rejoined);
	return kept.map((each) => shorten(each, width, size)).join('\n');
}

/** As many pieces a line as it holds. */
function filled(parts: readonly string[], width: number, size: number): string[] {
	const done: string[] = [];
	let line = '';
	for (const piece of parts) {
		if (textWidth(line + piece.trimEnd(), size) <= width || line === '') {
			line += line === '' ? piece.trimStart() : piece;
			continue;
		}
		// A word of Han letters after a space goes down whole: 5–15 / 分钟, not 5–15 分 / 钟.
		const space = han.test(piece) ? line.lastIndexOf(' ') : -1;
		const word = space > 0 ? line.slice(space + 1) : '';
		done.push((space > 0 ? line.slice(0, space) : line).trimEnd());
		line = word + piece.trimStart();
	}
	if (line !== '') done.push(line.trimEnd());
	return done;
}

/** All with as many lines as the longest, so that what stands under them stands in one row. */
export function level(texts: readonly string[]): string[] {
	const lines = (text: string): number => text.split('\n').length;
	const most = Math.max(...texts.map(lines), 1);
	return texts.map((text) => text + '\n '.repeat(most - lines(text)));
}
