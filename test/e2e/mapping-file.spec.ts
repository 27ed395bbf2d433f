import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { dropFiles } from './drop-files.ts';
import { ownServer } from './own-server.ts';

const log =
	'Ticket;Opened;Town;Words\nA-1;2025-03-01 09:00;Köln;late\nA-2;2025-03-02 10:30;Bonn;broken\n';
const column = (position: number, header: string, target: string, form?: object) => ({
	position,
	header,
	target,
	...(form && { form })
});
const byHand = {
	version: 1,
	kind: 'cases',
	source: 'by hand',
	reading: { delimiter: ';' },
	columns: [
		column(0, 'Ticket', 'case_no'),
		column(1, 'Opened', 'received_at', {
			kind: 'time',
			formats: ['%Y-%m-%d %H:%M'],
			order: 'fixed'
		}),
		column(2, 'Town', 'shop'),
		column(3, 'Words', 'skip')
	]
};

function written(info: TestInfo, name: string, content: unknown): string {
	const path = info.outputPath(name);
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
}

const drop = (page: Page, ...files: string[]) => dropFiles(page, files);

async function cancel(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page).toHaveURL(/\/imports$/);
}

const shop = (page: Page) => page.getByLabel('Field for column Town');

test('a mapping file is chosen for a file, withdrawn, and taken away to be given again', async ({
	page
}, info) => {
	await drop(page, written(info, 'log.csv', log));
	await page.waitForURL(/\/imports\/new\//);
	await expect(shop(page)).not.toHaveValue('shop');
	await page.setInputFiles('input[form=give]', written(info, 'hand.json', byHand));
	await expect(page.getByText('taken from the mapping file hand.json')).toBeVisible();
	await expect(shop(page)).toHaveValue('shop');
	await expect(page.getByLabel('Source')).toHaveValue('by hand');
	await shop(page).selectOption('city');
	await expect(page).toHaveURL(/t2=city/);

	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Save the mapping as a file' }).click();
	const download = await coming;
	expect(download.suggestedFilename()).toBe('by hand.mapping.json');
	const saved = info.outputPath('saved.json');
	await download.saveAs(saved);
	expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({
		source: 'by hand',
		columns: [{ target: 'case_no' }, { target: 'received_at' }, { target: 'city' }, {}]
	});
	await page.getByRole('button', { name: 'Do not use it' }).click();
	await expect(page.getByText('taken from the mapping file')).toHaveCount(0);
	await expect(page.getByLabel('Source')).toHaveValue('log');
	await page.locator('main').drop({ files: saved });
	await expect(page.getByText('taken from the mapping file saved.json')).toBeVisible();
	await expect(shop(page)).toHaveValue('city');
	await cancel(page);
});

test('a file that is no mapping is refused with its place, and one for other columns by its column', async ({
	page
}, info) => {
	const file = written(info, 'log.csv', log);
	const wrong = { ...byHand, columns: [column(0, 'Ticket', 'ticket')] };
	const wrongFile = written(info, 'wrong.json', wrong);
	await drop(page, file, wrongFile);
	await expect(page.getByRole('alert')).toContainText('“columns[0].target” cannot be "ticket"');
	await expect(page).toHaveURL(/\/imports$/);
	await drop(page, wrongFile);
	await expect(page.getByRole('alert')).toContainText('together with the files');

	const other = { ...byHand, columns: [column(2, 'City', 'city')] };
	await drop(page, file, written(info, 'other.json', other));
	await page.waitForURL(/\/imports\/new\//);
	await expect(page.getByText('made for other columns (it differs at column 3)')).toBeVisible();
	await expect(page.getByRole('button', { name: /something is missing/ })).toBeDisabled();
	await page.setInputFiles('input[form=give]', wrongFile);
	await expect(page.getByRole('alert')).toContainText('columns[0].target');
	await cancel(page);
});

test('totals rows and the end of the log are for a person to say', async ({ page }, info) => {
	await drop(page, written(info, 'totals.csv', `${log}Total;;;2\n`));
	await page.waitForURL(/\/imports\/new\//);
	const totals = page.getByLabel('Totals rows');
	await expect(totals).toHaveAccessibleDescription('1 found', { timeout: 30_000 });
	const end = page.getByLabel('Data up to');
	await expect(end).toHaveValue('2025-03-02 10:30');
	await totals.selectOption('keep');
	await expect(page.locator('#set-aside')).toContainText('No time of receipt');
	await end.fill('2025-03-31 24:99x');
	await end.press('Tab');
	await expect(page).not.toHaveURL(/as_of/);
	await end.fill('2025-04-01 00:00');
	await end.press('Tab');
	await expect(page).toHaveURL(/as_of=2025-04-01/);
	await expect(page.getByRole('button', { name: 'Load 2 rows' })).toBeEnabled({ timeout: 30_000 });
	await cancel(page);
});

test('a file that waits for its person is still there after a restart', async ({ page }, info) => {
	let server = await ownServer();
	try {
		await page.goto(`${server.address}/imports`);
		await page.locator('form[enctype]').drop({ files: written(info, 'log.csv', log) });
		await page.waitForURL(/\/imports\/new\//);
		server = await server.restart();
		await page.goto(`${server.address}/imports`);
		await page.getByRole('link', { name: 'log.csv' }).click();
		await expect(page.getByRole('button', { name: 'Load 2 rows' })).toBeEnabled({
			timeout: 30_000
		});
	} finally {
		await server.stop();
	}
});
