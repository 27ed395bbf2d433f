/** Signs put in place of what was taken out: no word, and no pair of words reaches across it. */
const gap = ' | ';

/** What names a person, an order or an address, and every number: none of it may become a word. */
const unspeakable: readonly RegExp[] = [
	/https?:\/\/\S+|www\.\S+/gi,
	/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
	// A name to be reached under, after the service it is of.
	/(?:微信|weixin|wechat|vx|qq|line|telegram|whatsapp)\s*(?:号码?|號碼?|id)?\s*(?:是|為|为|[:：])?\s*[a-z][\w-]{4,}/gi,
	// Everything with a digit in it: telephone and order numbers, ids, dates, amounts.
	/[A-Za-z_-]*\d[\dA-Za-z_.,:/-]*/g,
	// Numbers spelt out, as people write telephone numbers to get past a check.
	/[〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{5,}/g,
	// A family name with its title.
	/\p{Script=Han}(?:先生|女士|小姐|太太)/gu,
	// What somebody blacked out before us.
	/\b[xX]{2,}\b|[*＊]{2,}|█+/g
];

/**
 * A narrative without contact data, numbers and ids, in lower case and one form of width (NFKC).
 *
 * @param names values of the case's own dimensions (product, shop, city …): they are asked for as
 *   dimensions and would hide what went wrong behind what it went wrong with
 */
export function cleanNarrative(text: string, names: readonly (string | null)[] = []): string {
	let clean = text;
	for (const name of names)
		if (name !== null && name.length > 1) clean = clean.replaceAll(name, gap);
	clean = clean.normalize('NFKC');
	for (const pattern of unspeakable) clean = clean.replace(pattern, gap);
	return clean.toLowerCase();
}
