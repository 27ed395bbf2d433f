/** How a narrative is written, which says how it is cut into words. */
export type Script = 'simplified' | 'traditional' | 'spaced' | 'other';

const letters = /\p{L}/gu;
const hanLetters = /\p{Script=Han}/gu;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Letters common in complaints that only Traditional Chinese has. */
const traditional =
	/[們個來說這時會過後還沒開關實體點單應該貨質壞換錯錢員務處費產師電話訂購買賣寄給運達無問題東壓紙裝補償戶號發現對當將從經為與內為嗎麼讓請謝聯絡網絡頁資料輸選價優惠標誤]/u;
const simplified =
	/[们个来说这时会过后还没开关实体点单应该货质坏换错钱员务处费产师电话订购买卖给运达无问题东压纸装补偿户号发现对当将从经为与内吗么让请谢联络网页资输选价优标误]/u;

/** The script most of a text is in. */
export function scriptOf(text: string): Script {
	const all = text.match(letters)?.length ?? 0;
	const han = text.match(hanLetters)?.length ?? 0;
	if (kana.test(text) || unspaced.test(text)) return 'other';
	if (han * 4 < all || han === 0) return 'spaced';
	return traditional.test(text) && !simplified.test(text) ? 'traditional' : 'simplified';
}
