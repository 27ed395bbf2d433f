/**
 * Does a value stand for "other"? Such a group is a left-over, not a problem, and comes last in every
 * ranking. Words that only begin so ("Other bank account") name something and do not count.
 */
export function meansOther(value: string): boolean {
	return otherWords.test(value.normalize('NFKC').trim().toLowerCase());
}

const otherWords = new RegExp(
	[
		'^[（(]?(?:其他|其它|其餘|其余)(?:类|類|问题|問題|投诉|投訴|客诉|客訴|原因|事项|事項|类别|類別)?[）)]?$',
		'^(?:all )?others?(?: (?:issues?|problems?|reasons?|categor(?:y|ies)|complaints?))?$',
		'^(?:misc|miscellaneous|something else)\\.?$',
		'^(?:outr[oa]s?|otr[oa]s?|autres?|sonstiges?)$'
	].join('|')
);
