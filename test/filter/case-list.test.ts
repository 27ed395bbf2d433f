import { expect, it } from 'vitest';
import { formatCaseList, parseCaseList, unknownColumns } from '#lib/filter/case-list.ts';

const read = (text: string) => parseCaseList(new URLSearchParams(text));

it('reads back what it writes, without a word', () => {
	const { list } = read('sort=amount&page=3&column=case_no,extra:a%252Cb&after=[1,"log","C1"]');
	expect(list).toMatchObject({ sort: 'amount', page: 3, columns: ['case_no', 'extra:a,b'] });
	const written = Object.entries(formatCaseList(list)).filter(([, value]) => value) as string[][];
	const again = parseCaseList(new URLSearchParams(written));
	expect(again).toEqual({ list, problems: [] });
});

it('shows the usual list for what cannot be read, and names it', () => {
	const { list, problems } = read('sort=price&page=-1&after=[1]');
	expect(list).toMatchObject({ sort: 'received_at', descending: true, page: 1, turn: null });
	expect(problems).toEqual([
		{ parameter: 'sort', value: 'price' },
		{ parameter: 'after', value: '[1]' },
		{ parameter: 'page', value: '-1' }
	]);
	expect(read('sort=&page=').problems).toEqual([]);
});

it('names columns the log does not have', () => {
	const { list } = read('column=case_no,colour');
	expect(unknownColumns(list, ['case_no', 'state'])).toEqual([
		{ parameter: 'column', value: 'colour' }
	]);
});
