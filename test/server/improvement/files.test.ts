import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
	attach,
	attachment,
	attachmentLimit,
	isTooLargeToRead
} from '#lib/server/improvement/files.ts';
import { submit } from '#lib/server/improvement/store.ts';
import { holdRecordInMemory } from '#lib/server/record/record.ts';
import { wholePlan } from '../../improvement/plans.ts';
import { beginState, endState } from '../../fixtures/state-folder.ts';

const wang = { id: 'declared:王敏', name: '王敏', assurance: 'declared' } as const;
let folder: string;
let id: string;

beforeEach(async () => {
	folder = beginState();
	holdRecordInMemory();
	({ id } = await submit(wang, null, { do: 'start', plan: wholePlan, evidence: [], from: null }));
});
afterEach(endState);

const given = (name: string, bytes: string | Uint8Array<ArrayBuffer>) => new File([bytes], name);

test('a file lies under its hash, and comes back to the byte', async () => {
	const kept = await attach(wang, id, given('C:\\scan\\验收单.PDF', '%PDF-1.7 ok'), 'action-1');
	if ('problem' in kept) throw new Error(kept.problem);
	expect(kept.file).toMatchObject({ name: '验收单.PDF', type: 'application/pdf', size: 11 });
	const found = await attachment(id, kept.file.id);
	expect(readFileSync(found?.path ?? '', 'utf8')).toBe('%PDF-1.7 ok');
	// The same bytes under another name lie there once.
	await attach(wang, id, given('again.pdf', '%PDF-1.7 ok'));
	expect(readdirSync(join(folder, 'files'))).toEqual([kept.file.sha256]);
	expect(await attachment(id, 'another')).toBeNull();
	expect(await attachment('another', kept.file.id)).toBeNull();
});

const office = 'PK\x03\x04 [Content_Types].xml';
test.each([
	['run.exe', 'MZ'],
	['page.html', '<script>'],
	['picture.svg', '<svg onload="x">'],
	['page.pdf', '<html>%PDF-'],
	['picture.png', 'GIF89a'],
	['note.txt', 'MZ\0\0'],
	['book.xlsx', `${office} word/`],
	['book.xlsx', `${office} xl/ vbaProject.bin`],
	['pdf', '%PDF-1.7']
])('%s that holds %j is not taken', async (name, bytes) => {
	expect(await attach(wang, id, given(name, bytes))).toEqual({ problem: 'file_type' });
	expect(readdirSync(folder)).not.toContain('files');
});

test.each([
	['book.xlsx', `${office} xl/workbook.xml`],
	['说明.txt', '第一行'],
	['cases.csv', 'a,b'],
	['picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
	['photo.jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])]
])('%s is taken', async (name, bytes) => {
	expect(await attach(wang, id, given(name, bytes))).toHaveProperty('file.name', name);
});

test('what is empty, too large or of nobody is refused with its reason', async () => {
	expect(await attach(wang, id, given('a.txt', ''))).toEqual({ problem: 'file_missing' });
	const large = given('a.txt', new Uint8Array(attachmentLimit + 1).fill(65));
	expect(await attach(wang, id, large)).toEqual({ problem: 'file_too_large' });
	expect(await attach(wang, 'nobody', given('a.txt', 'x'))).toEqual({
		problem: 'no_such_improvement'
	});
});

test('a form far beyond the limit is passed over unread, not held', async () => {
	let passed = 0;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			passed += 1024 * 1024;
			controller.enqueue(new Uint8Array(1024 * 1024));
			if (passed >= 2 * attachmentLimit) controller.close();
		}
	});
	const headers = { 'content-length': String(2 * attachmentLimit) };
	const post = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
	expect(await isTooLargeToRead(new Request('http://localhost/', post))).toBe(true);
	expect(passed).toBe(2 * attachmentLimit);
	const small = new Request('http://localhost/', { method: 'POST', body: 'x' });
	expect(await isTooLargeToRead(small)).toBe(false);
});
