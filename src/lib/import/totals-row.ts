import { foldValue } from './fold.ts';

const totals =
	/^(?:合计|合計|总计|總計|总和|小计|小計|共计|共計|汇总|彙總|(?:grand |sub ?)?totals?|sum)(?:$|[\s:：(（])/;
const counted = /^(?:共|总共|總共|合计|合計) ?\d+ ?(?:条|筆|笔|件|行|列|records?)/;

/** A row that sums the others up: its first filled cell says so and it leaves cells empty. */
export function isTotalsRow(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell.trim() !== '');
	const first = foldValue(filled[0] ?? '');
	if (!totals.test(first) && !counted.test(first)) return false;
	return filled.length < cells.length || cells.length <= 2;
}
