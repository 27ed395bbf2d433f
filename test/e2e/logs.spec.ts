import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { dropFiles } from './drop-files.ts';
import { ownServer, type OwnServer } from './own-server.ts';

/** The real logs go in by the page, each by one confirmation, and once more without changing anything. */
const data = resolve(process.env.REDRESS_TEST_DATA ?? '../shared/data');
const mapping = resolve('test/fixtures/mappings/consumidor.json');

test.skip(!existsSync(join(data, 'README.md')), `${data} is not there (REDRESS_TEST_DATA)`);
test.setTimeout(180_000);
const patient = { timeout: 90_000 };

let server: OwnServer;
test.beforeAll(async () => {
	server = await ownServer();
});
test.afterAll(() => server.stop());

async function drop(page: Page, ...files: readonly string[]): Promise<void> {
	await dropFiles(page, files, `${server.address}/imports`);
	await page.waitForURL(/\/imports\/new\//, patient);
}

/** Waits for the trial run and presses what it allows. */
async function load(page: Page, rows: string): Promise<void> {
	const button = page.getByRole('button', { name: new RegExp(`^Load ${rows}.* rows$`) });
	await expect(button).toBeEnabled(patient);
	await button.click();
}

async function loaded(page: Page, part: 'loaded' | 'updated' | 'unchanged', rows: string) {
	await expect(page).toHaveURL(/\/imports\/\d+$/, patient);
	await expect(page.locator(`.trial .${part} dd`)).toHaveText(rows);
}

/** Every warning of a load with its count; where it opens cases, it opens just as many. */
async function warnings(page: Page): Promise<Record<string, number>> {
	const found: Record<string, number> = {};
	const opened: { href: string; shown: string }[] = [];
	for (const item of await page.locator('#warnings li').all()) {
		const link = item.locator('> a');
		const shown = (await item.locator('b').last().innerText()).trim();
		const title = (await item.locator('> div').innerText()).split('\n')[0] ?? '';
		found[title] = Number(shown.replaceAll(',', ''));
		const href = (await link.count()) > 0 ? await link.getAttribute('href') : null;
		if (href) opened.push({ href, shown });
	}
	const back = page.url();
	for (const { href, shown } of opened) {
		await page.goto(new URL(href, server.address).href);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(shown);
	}
	if (opened.length > 0) await page.goto(back);
	return found;
}

/** All cases of a log as a spreadsheet would get them. */
async function casesOf(page: Page, source: string): Promise<Record<string, string>[]> {
	const query = new URLSearchParams({ period: 'all', source, format: 'csv' });
	const answer = await page.request.get(`${server.address}/api/cases?${query}`);
	const text = (await answer.text()).replace(/^\uFEFF/, '');
	return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function tally(cases: readonly Record<string, string>[], column: string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const row of cases) counts[row[column] ?? ''] = (counts[row[column] ?? ''] ?? 0) + 1;
	return counts;
}

test('consumidor: nine headerless months of two encodings and their mapping file, in one drop', async ({
	page
}) => {
	const folder = join(data, 'consumidor-gov-br');
	const months = readdirSync(folder)
		.filter((name) => name.endsWith('.csv'))
		.sort();
	expect(months).toHaveLength(9);
	const files = [...months.map((name) => join(folder, name)), mapping];
	await drop(page, ...files);
	await expect(page.getByText('taken from the mapping file consumidor.json')).toBeVisible();
	await expect(page.getByText('8 more files')).toBeVisible(patient);
	await expect(page.getByLabel('Field for column column 3')).toHaveValue('city');
	await load(page, '\\d');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('45,772', patient);

	const rows = page.locator('.wide tbody tr');
	await expect(rows).toHaveCount(9);
	const encodings = await rows.locator('small').filter({ hasText: 'Windows-1252' }).count();
	expect(encodings).toBe(6);
	const loads = await rows.locator('a[href^="/imports/"]:not([href*="#"])').all();
	const addresses = await Promise.all(loads.map((link) => link.getAttribute('href')));
	const said: Record<string, number> = {};
	for (const address of addresses) {
		await page.goto(`${server.address}${address}`);
		for (const [title, count] of Object.entries(await warnings(page)))
			said[title] = (said[title] ?? 0) + count;
	}
	// 70, 585 and 5,015 in the three files whose letters were destroyed before us; 22 repeated lines.
	expect(said).toEqual({
		'Letters already destroyed in the file': 5_670,
		'Rows that are the same in every column': 22
	});

	const cases = await casesOf(page, 'consumidor-gov-br');
	expect(cases.length).toBe(45_772);
	expect(Object.keys(tally(cases, 'Region'))).toHaveLength(27);
	expect(Object.keys(tally(cases, 'Shop'))).toHaveLength(205);
	const answered = cases.filter((row) => row.Satisfaction !== '' && row['Tempo Resposta'] !== '');
	expect(answered.length).toBe(31_851);

	await drop(page, ...files);
	await expect(page.getByText('8 more files')).toBeVisible(patient);
	await load(page, '\\d');
	await expect(rows).toHaveCount(18, patient);
	const unchanged = await rows.locator(':nth-child(6)').allInnerTexts();
	const counts = unchanged.map((text) => Number(text.replaceAll(',', '')));
	expect(counts.slice(0, 9).reduce((sum, count) => sum + count, 0)).toBe(45_772);
	expect(counts.slice(9)).toEqual(Array(9).fill(0));
});

test('cfpb: a large workbook with true dates', async ({ page }) => {
	const file = join(data, 'cfpb-boa', 'Consumer_Complaints.xlsx');
	await drop(page, file);
	await load(page, '62,516');
	await loaded(page, 'loaded', '62,516');
	expect(await warnings(page)).toEqual({});
	const cases = await casesOf(page, 'Consumer_Complaints');
	expect(cases.length).toBe(62_516);
	expect(tally(cases, 'Channel')).toMatchObject({ Web: 45_423, Referral: 10_766, Phone: 4_684 });
	expect(tally(cases, 'Timely response?')).toMatchObject({ Yes: 58_619, No: 2_403 });
	await drop(page, file);
	await expect(page.getByText(/^Recognised/)).toBeVisible(patient);
	await load(page, '62,516');
	await loaded(page, 'unchanged', '62,516');
});

test('comcast: dates that stand swapped are asked about, and one answer mends them', async ({
	page
}) => {
	const file = join(data, 'comcast-fcc', 'Comcast_telecom_complaints_data.csv');
	await drop(page, file);
	const question = page.getByRole('group', { name: /swapped/ });
	await expect(question).toContainText('609');
	await expect(question).toContainText('486');
	await load(page, '2,224');
	await loaded(page, 'loaded', '2,224');
	expect(await warnings(page)).toEqual({
		'Day and month stand swapped in “Date”': 609,
		'“Date” far from all other times': 486
	});
	await drop(page, file);
	await load(page, '2,224');
	await loaded(page, 'unchanged', '2,224');

	await drop(page, file);
	await page.getByRole('radio', { name: /^Swap day and month/ }).check();
	await expect(page.locator('.trial .updated dd')).toHaveText('572', patient);
	await load(page, '2,224');
	await loaded(page, 'updated', '572');
	const cases = await casesOf(page, 'Comcast_telecom_complaints_data');
	const months = Object.keys(
		tally(
			cases.map(({ Received = '' }) => ({ month: Received.slice(0, 7) })),
			'month'
		)
	);
	expect(months.sort()).toEqual(['2015-04', '2015-05', '2015-06']);
});

test('zh-gov: a Chinese workbook, and a GB18030 table that adds to its cases', async ({ page }) => {
	const file = join(data, 'zh-gov-messages', '附件4.xlsx');
	await drop(page, file);
	await page.getByLabel('Source').fill('留言');
	await page.getByLabel('Source').press('Tab');
	await load(page, '2,816');
	await loaded(page, 'loaded', '2,816');
	await warnings(page);
	await drop(page, file);
	await load(page, '2,816');
	await loaded(page, 'unchanged', '2,816');

	const table = join(data, 'zh-gov-messages', '增加可解释性词.csv');
	await drop(page, table);
	await expect(page.getByLabel('Encoding')).toHaveValue('gb18030');
	// Alone it has no times of receipt: nothing can be loaded, and the columns are not done with.
	await expect(page.getByRole('alert')).toBeVisible(patient);
	await expect(page.locator('li[aria-current=step]')).toContainText('3');
	await page.getByLabel('Source').fill('留言');
	await page.getByLabel('Source').press('Tab');
	await load(page, '\\d');
	await expect(page).toHaveURL(/\/imports\/\d+$/, patient);
	expect(await warnings(page)).toEqual({});
	await drop(page, table);
	await load(page, '\\d');
	await loaded(page, 'updated', '0');
});
