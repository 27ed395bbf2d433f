import { describe, expect, it } from 'vitest';
import { mappingFaults, mappingOf, openQuestions } from '#lib/import/apply-choices.ts';
import { formatChoices, noChoices, parseChoices, type Choices } from '#lib/import/choices.ts';
import { inspectText } from '#lib/import/inspect-bytes.ts';

const log = [
	'Ticket,Opened,Priority,Description',
	...Array.from(
		{ length: 12 },
		(_, at) =>
			`T-${at},0${(at % 9) + 1}/0${((at * 5) % 9) + 1}/2025,high,the parcel came late and broken ${at}`
	)
].join('\n');

function looked(choices: Choices) {
	const { reading, kind, targets } = choices;
	return inspectText(log, { whole: true, reading, ...(kind && { kind }), targets });
}

describe('choices in an address', () => {
	it('are read back as they were written', () => {
		const choices: Choices = {
			reading: {
				encoding: 'gb18030',
				delimiter: '\t',
				skipLines: 2,
				headerRows: 2,
				sheet: '七月',
				totals: 'keep'
			},
			kind: 'cases',
			fresh: true,
			targets: { 0: 'case_no', 11: 'skip' },
			orders: { 1: 'month-first', 2: 'swapped' },
			units: { 5: 'hours' },
			source: '售后 & co',
			zone: 'Asia/Taipei',
			asOf: '2025-11-19 00:00'
		};
		expect(parseChoices(new URLSearchParams(formatChoices(choices).toString()))).toEqual(choices);
		expect(formatChoices(noChoices).toString()).toBe('');
	});

	it('leave out what a form sends back merely as detected', () => {
		const sent = new URLSearchParams('encoding=utf-8&was.encoding=utf-8&t1=skip&was.t1=extra&t2=x');
		expect(parseChoices(sent)).toEqual({ ...noChoices, targets: { 1: 'skip' } });
	});

	it('tell a file without header from one whose header was found', () => {
		expect(parseChoices(new URLSearchParams('header=0')).reading).toEqual({ headerRows: 0 });
		expect(parseChoices(new URLSearchParams('header=3-4')).reading).toEqual({
			skipLines: 2,
			headerRows: 2
		});
		expect(parseChoices(new URLSearchParams('header=x&delimiter=')).reading).toEqual({});
	});
});

describe('the mapping choices make', () => {
	it('asks for the order of day and month until it is said', () => {
		const found = looked(noChoices);
		expect(openQuestions(found, mappingOf(found, null, noChoices))).toHaveLength(1);
		const said: Choices = { ...noChoices, orders: { 1: 'month-first' } };
		const mapping = mappingOf(found, null, said);
		expect(openQuestions(found, mapping)).toEqual([]);
		expect(mapping.columns[1]?.form).toMatchObject({ kind: 'time', formats: ['%m/%d/%Y'] });
	});

	it('gives a column chosen by hand its form and takes the field from the column that had it', () => {
		const choices: Choices = { ...noChoices, targets: { 2: 'case_no', 1: 'resolved_at' } };
		const mapping = mappingOf(looked(choices), null, choices);
		expect(mapping.columns.map(({ target }) => target)).toEqual([
			'extra',
			'resolved_at',
			'case_no',
			'narrative'
		]);
		expect(mapping.columns[1]?.form?.kind).toBe('time');
	});

	it('keeps what was confirmed before, except where it is chosen otherwise', () => {
		const found = looked(noChoices);
		const saved = {
			...mappingOf(found, null, { ...noChoices, orders: { 1: 'day-first' } }),
			source: 'desk'
		};
		const again = mappingOf(found, saved, noChoices);
		expect(again).toMatchObject({ source: 'desk', columns: saved.columns });
		expect(openQuestions(found, again)).toEqual([]);
		const fresh = mappingOf(found, saved, { ...noChoices, fresh: true });
		expect(openQuestions(found, fresh)).toHaveLength(1);
		const moved: Choices = { ...noChoices, targets: { 3: 'case_no' } };
		const columns = mappingOf(looked(moved), saved, moved).columns;
		expect(
			columns.filter(({ target }) => target === 'case_no').map(({ position }) => position)
		).toEqual([3]);
	});

	it('says what is missing before a load is tried', () => {
		const none: Choices = { ...noChoices, targets: { 0: 'skip', 1: 'skip' } };
		expect(mappingFaults(mappingOf(looked(none), null, none))).toEqual([
			{ code: 'field_missing', facts: { field: 'received_at' } }
		]);
		const odd: Choices = { ...noChoices, targets: { 3: 'closed_at' } };
		expect(mappingFaults(mappingOf(looked(odd), null, odd))).toEqual([
			{ code: 'time_without_format', facts: { field: 'closed_at', column: 3 } }
		]);
	});
});
