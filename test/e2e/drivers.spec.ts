import { expect, test } from '@playwright/test';

const mixShift = '/drivers?period=all&against=rest&priority=二级&measure=satisfaction';

test('a number of the drivers page opens exactly the cases it counts', async ({ page }) => {
	await page.goto(`${mixShift}&by=category`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Mean satisfaction is');
	await page.locator('#parts').getByText('Table', { exact: true }).click();
	const link = page.locator('#parts table tbody tr').first().locator('a').last();
	const shown = (await link.innerText()).trim();
	await link.click();
	await expect(page).toHaveURL(/\/cases\?/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(shown);
});

test('without script the three questions, their tables and choices are there', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'en-GB' });
	const page = await context.newPage();
	await page.goto(mixShift);
	await expect(page.locator('#parts table')).toBeVisible();
	await page.getByRole('link', { name: 'What goes with it?' }).click();
	await expect(page.locator('#associations')).toContainText('Associated');
	await page.getByRole('link', { name: 'Where does it flare up?' }).click();
	await expect(page.locator('#hotspots')).toBeVisible();
	await context.close();
});
