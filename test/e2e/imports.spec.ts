import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';

const data = resolve(process.env.REDRESS_TEST_DATA ?? '../shared/data');
const shopzilla = join(data, 'shopzilla-csat', 'shopzilla_support_test20.csv');

/** Three rows, one of them without a time of receipt, in an encoding a browser does not assume. */
const small = Buffer.from(
	'工单号,投诉时间,投诉类别,问题描述\r\nA-1,2025-03-01 09:00,物流,包裹迟到了三天\r\n' +
		'A-2,,物流,包装破损\r\nA-3,2025-03-02 10:30,售后,退款没有到账\r\n',
	'utf16le'
);

/** Lets go of a file over the page, as a person does with a mouse. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
	const transfer = await page.evaluateHandle(
		({ name, content }) => {
			const carried = new DataTransfer();
			const raw = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
			carried.items.add(new File([raw], name));
			return carried;
		},
		{ name, content: bytes.toString('base64') }
	);
	await page.dispatchEvent('form[enctype]', 'drop', { dataTransfer: transfer });
}

async function ready(page: Page): Promise<void> {
	await page.goto('/imports');
	await expect(page.getByText('Choose files')).toBeVisible();
}

const read = (page: Page) => page.locator('.trial dl');

async function takeBack(page: Page): Promise<void> {
	await page.locator('summary', { hasText: 'Undo this load' }).click();
	await page.getByRole('button', { name: 'Yes, undo it' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('undone');
}

test('a real log goes in by one confirmation, and once more without changing anything', async ({
	page
}) => {
	test.skip(!existsSync(shopzilla), `${shopzilla} is not there (REDRESS_TEST_DATA)`);
	test.setTimeout(180_000);
	await ready(page);
	await page.setInputFiles('input[type=file]', shopzilla);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('shopzilla_support_test20.csv');
	await expect(page.getByLabel('Field for column Issue_reported at')).toHaveValue('received_at');
	const load = page.getByRole('button', { name: 'Load 17,182 rows' });
	await expect(load).toBeEnabled({ timeout: 60_000 });
	await expect(page.locator('#warnings li')).toContainText(['635', '691']);
	await load.click();
	await expect(page).toHaveURL(/\/imports\/\d+$/, { timeout: 60_000 });
	await expect(read(page)).toContainText('17,182');
	const first = page.url();

	await page.locator('#warnings').getByRole('link', { name: '635' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('635');
	await page.goto('/cases?period=all&source=shopzilla_support_test20');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('17,182');

	await ready(page);
	await page.setInputFiles('input[type=file]', shopzilla);
	await expect(page.getByText(/^Recognised/)).toBeVisible({ timeout: 60_000 });
	await page.getByRole('button', { name: /^Load/ }).click();
	await expect(page).toHaveURL(/\/imports\/\d+$/, { timeout: 60_000 });
	await expect(page.getByRole('heading', { level: 1 })).toContainText('nothing new');
	await expect(page.locator('.trial .unchanged dd')).toHaveText('17,182');
	await takeBack(page);
	await page.goto(first);
	await takeBack(page);
});

test('a dropped file is understood at once; what is set aside can be taken away and mended', async ({
	page
}) => {
	await ready(page);
	await drop(page, '三月.csv', small);
	await expect(page.getByLabel('Encoding')).toHaveValue('utf-16le');
	await expect(page.getByLabel('Field for column 投诉时间')).toHaveValue('received_at');
	await expect(page.getByRole('button', { name: 'Load 2 rows' })).toBeEnabled({ timeout: 30_000 });
	await expect(page.locator('#set-aside')).toContainText('No time of receipt');

	await page.getByLabel('Field for column 投诉类别').selectOption('skip');
	await expect(page).toHaveURL(/[?&]t2=skip/);
	await page.getByLabel('Field for column 投诉时间').selectOption('skip');
	await page.getByLabel('Field for column 工单号').selectOption('extra');
	await expect(page.getByRole('button', { name: /something is missing/ })).toBeDisabled();
	await page.getByLabel('Field for column 投诉时间').selectOption('received_at');
	await page.getByLabel('Field for column 工单号').selectOption('case_no');
	await page.getByRole('button', { name: 'Load 2 rows' }).click();
	await expect(page).toHaveURL(/\/imports\/\d+$/);

	const coming = page.waitForEvent('download');
	await page.getByRole('link', { name: /^Download the rows/ }).click();
	const file = await (await coming).createReadStream();
	let text = '';
	for await (const piece of file) text += String(piece);
	expect(text).toContain('A-2');
	expect(text.charCodeAt(0)).toBe(0xfeff);
	await takeBack(page);
});

test('what is no table is refused by name, and nothing is kept', async ({ page }) => {
	await ready(page);
	await drop(page, 'export.csv', Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>'));
	await expect(page.getByRole('alert')).toContainText('web page');
	await expect(page.getByRole('button', { name: 'Cannot be loaded' })).toBeDisabled();
	await page.waitForURL(/\/imports\/new\//);
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page).toHaveURL(/\/imports$/);
	await expect(page.getByText('export.csv')).toHaveCount(0);
});

test('a day that could be a month is asked, never guessed', async ({ page }) => {
	const rows = Array.from(
		{ length: 9 },
		(_, at) => `B-${at},0${at + 1}/0${((at * 5) % 9) + 1}/2025`
	);
	await ready(page);
	await drop(page, 'days.csv', Buffer.from(['case_no,received_at', ...rows].join('\n')));
	await page.waitForURL(/\/imports\/new\//);
	await expect(page.getByRole('button', { name: 'Load (answer 1 question first)' })).toBeDisabled();
	await page.getByRole('radio', { name: /^Month/ }).check();
	await expect(page.getByRole('button', { name: 'Load 9 rows' })).toBeEnabled({ timeout: 30_000 });
	await page.getByRole('button', { name: 'Cancel' }).click();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a file goes in by forms alone', async ({ page }) => {
		await page.goto('/imports');
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: '三月.csv', mimeType: 'text/csv', buffer: small });
		await page.getByRole('button', { name: 'Send' }).click();
		await expect(page).toHaveURL(/\/imports\/new\//);
		await page.getByLabel('Field for column 投诉类别').selectOption('nature');
		await page.getByRole('button', { name: 'Try it without writing' }).click();
		await expect(read(page)).toContainText('3');
		await expect(page.getByLabel('Field for column 投诉类别')).toHaveValue('nature');
		await page.getByRole('button', { name: 'Load 2 rows' }).click();
		await expect(page).toHaveURL(/\/imports\/\d+$/, { timeout: 20_000 });
		await expect(page.locator('#set-aside')).toContainText('No time of receipt');
		await takeBack(page);
	});
});
