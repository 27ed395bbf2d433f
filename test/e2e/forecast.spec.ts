import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test.describe('the forecast without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the months a value is held against open exactly their cases', async ({ page }) => {
		await page.goto('/forecast?source=demo');
		const row = page.locator('#risk table tbody tr').first();
		const link = row.locator('td a').first();
		const count = (await link.innerText()).trim();
		await link.click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText(count);
	});

	test('a suggested change leads to the form of a phase with its day, and nothing is applied', async ({
		page
	}) => {
		await page.goto('/forecast?source=demo');
		await page.locator('#changes table tbody tr a', { hasText: 'Control chart' }).first().click();
		await expect(page).toHaveURL(/\/control\?.*suggested=20\d\d-\d\d-01.*#notes$/);
		const day = page.locator('form[action*="phase"] input[name="day"]');
		await expect(day).toBeVisible();
		await expect(day).toHaveValue(/^20\d\d-\d\d-01$/);
		await expect(page.locator('#notes')).not.toContainText('New phase from');
	});

	test('the table holds the coming months with both intervals', async ({ page }) => {
		await page.goto('/forecast?source=demo');
		const first = page.locator('#forecast table tbody tr').first();
		await expect(first).toContainText(/\d–[\d,]+.*\d–[\d,]+/);
	});
});

for (const scheme of ['light', 'dark'] as const)
	test(`axe finds nothing serious on the forecast page, ${scheme}`, async ({
		browser,
		baseURL
	}) => {
		const context = await browser.newContext({ colorScheme: scheme, baseURL });
		const page = await context.newPage();
		await page.goto('/forecast?source=demo');
		await expect(page.locator('#forecast canvas')).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(
			violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		).toEqual([]);
		await context.close();
	});
