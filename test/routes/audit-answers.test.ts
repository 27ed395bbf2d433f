import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/server/access/person.ts';
import { answerCase, keepDraw } from '#lib/server/audit/audits.ts';
import { checklistOf } from '#lib/server/audit/checklists.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { GET } from '../../src/routes/audits/[number]/answers/+server.ts';

const chen: Person = { id: 'declared:陈静', name: '陈静', assurance: 'declared' };
const lin: Person = { id: 'declared:=林', name: '=林', assurance: 'declared' };
let number: string;
let items: readonly { readonly id: string }[];

beforeAll(async () => {
	holdRecordInMemory();
	number = await keepDraw(
		chen,
		{
			since: '2025-03-01',
			until: '2025-04-01',
			filter: 'since=2025-03-01&until=2025-04-01',
			by: 'category',
			seed: '20260101',
			strata: [{ value: '=SUM(A1)', cases: 9, drawn: 3 }],
			cases: [
				{ source: 'log', caseNo: '00012345678901234567890', stratum: '=SUM(A1)' },
				{ source: 'log', caseNo: '-7', stratum: '=SUM(A1)' },
				{ source: 'log', caseNo: 'C', stratum: '=SUM(A1)' }
			],
			checklist: { id: 'handling-quality', version: 1 },
			dataVersion: 3
		},
		'2026'
	);
	items = (await checklistOf('handling-quality', 1))?.items ?? [];
	const fine = Object.fromEntries(items.map(({ id }) => [id, { verdict: 'conforms', note: '' }]));
	const wrong = { ...fine, cause: { verdict: 'does_not', note: '@未写原因,\n"空"' } };
	await answerCase(chen, number, 1, fine);
	await answerCase(lin, number, 1, wrong);
	await answerCase(chen, number, 2, wrong);
});
afterAll(closeRecord);

function get(audit: string): Promise<Response> {
	const event = { params: { number: audit }, locals: { locale: 'zh-CN' } };
	return Promise.resolve(GET(event as unknown as Parameters<typeof GET>[0]));
}

test('the answers of an audit are complete: every item of each auditor, and cases nobody has looked into', async () => {
	const response = await get(number);
	const text = await response.text();
	const { data, errors } = Papa.parse<Record<string, string>>(text, {
		header: true,
		skipEmptyLines: true
	});
	expect(errors).toEqual([]);
	// Case 1 by two, case 2 by one, case 3 by nobody: one row without an answer.
	expect(data).toHaveLength(3 * items.length + 1);
	expect(response.headers.get('x-row-count')).toBe(String(data.length));
	const of = (place: string) => data.filter((row) => row.place === place);
	expect(new Set(of('1').map(({ auditor }) => auditor))).toEqual(new Set(['陈静', "'=林"]));
	expect(of('3')).toMatchObject([{ case_no: 'C', auditor: '', item: '', verdict: '' }]);
	const noted = of('2').find(({ item }) => item === 'cause');
	expect(noted).toMatchObject({ verdict: 'does_not', note: '\'@未写原因,\n"空"' });
	expect(of('2').every(({ item_text: said }) => said !== '')).toBe(true);
	// The columns name what the sample was drawn by, the file the audit.
	expect(text).toMatch(/^place,source,case_no,category,auditor,/);
	expect(response.headers.get('content-disposition')).toContain(`audit-${number}`);
});

test('case numbers keep their zeros and digits, and nothing runs as a formula', async () => {
	const lines = (await (await get(number)).text()).split('\r\n');
	expect(lines.filter((line) => line.includes(',00012345678901234567890,'))).toHaveLength(
		2 * items.length
	);
	for (const line of lines.slice(1, -1)) {
		expect(line).not.toMatch(/(^|,)"?[=+@]/);
		expect(line).not.toContain(',-7,');
	}
});

test('of an audit there is not, there is no file', async () => {
	await expect(async () => get('2026-99')).rejects.toMatchObject({ status: 404 });
});
