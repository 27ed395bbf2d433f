import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { dropFiles } from './drop-files.ts';

const data = resolve(process.env.REDRESS_TEST_DATA ?? '../shared/data');
const shopzilla = join(data, 'shopzilla-csat', 'shopzilla_support_test20.csv');

/** Presses the mouse on a mark of a canvas: the focus ring of its keyboard twin says where it is drawn. */
async function press(page: Page, chart: Locator, name: RegExp): Promise<void> {
	// The page's script may still take over what came as HTML.
	await expect(() => chart.scrollIntoViewIfNeeded({ timeout: 5_000 })).toPass();
	await chart.getByRole('button', { name }).first().focus();
	const ring = await chart.locator('.ring').boundingBox();
	if (!ring) throw new Error(`${name} is not drawn`);
	await page.mouse.click(ring.x + ring.width / 2, ring.y + ring.height / 2 + 12);
}

test('from a dropped log to the case behind a bar, back again, and the same by a shared link', async ({
	page,
	browser,
	baseURL
}) => {
	test.skip(!existsSync(shopzilla), `${shopzilla} is not there (REDRESS_TEST_DATA)`);
	test.setTimeout(180_000);

	await dropFiles(page, [shopzilla]);
	const load = page.getByRole('button', { name: 'Load 17,182 rows' });
	await expect(load).toBeEnabled({ timeout: 60_000 });
	await load.click();
	await expect(page).toHaveURL(/\/imports\/\d+$/, { timeout: 60_000 });
	const ledgerEntry = page.url();

	// A real log hides the demo: the board speaks of it alone.
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('17,182');
	await page.getByRole('link', { name: 'Categories', exact: true }).first().click();
	const chart = page.locator('figure.chart').first();
	await press(page, chart, /Returns/);
	await page.getByRole('menuitem', { name: 'Show 8,834 cases' }).click();

	await expect(page).toHaveURL(/\/cases\?.*category=Returns/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('8,834');
	const shared = page.url();
	const first = page.locator('main a[href^="/cases/"]').first();
	const caseNo = (await first.innerText()).trim();
	await first.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(caseNo);
	await page.goBack();
	await expect(page).toHaveURL(shared);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('8,834');

	const other = await browser.newContext({ baseURL, locale: 'zh-CN' });
	const second = await other.newPage();
	await second.goto(shared);
	await expect(second.getByRole('heading', { level: 1 })).toContainText('8,834');
	await expect(second.locator('main a[href^="/cases/"]').first()).toContainText(caseNo);
	await other.close();

	await page.goto(ledgerEntry);
	await page.locator('summary', { hasText: 'Undo this load' }).click();
	await page.getByRole('button', { name: 'Yes, undo it' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('undone');
});
