import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test.describe('control charts without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the numbers of the table open exactly the cases they count', async ({ page }) => {
		await page.goto('/control?by=channel&source=demo');
		const row = page.locator('#chart table tbody tr').nth(3);
		const count = (await row.locator('td a').first().innerText()).trim();
		await row.locator('td a').first().click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText(count);
	});

	test('an event is entered, drawn in words and taken away; the chart stays as it was chosen', async ({
		page
	}) => {
		await page.goto('/control?measure=complaints&source=demo');
		await page.locator('summary', { hasText: 'Add an event' }).click();
		await page.getByRole('textbox', { name: 'What happened' }).fill('New returns desk');
		await page.getByLabel('Day', { exact: true }).fill('2025-03-03');
		await page.getByRole('button', { name: 'Save' }).locator('visible=true').click();
		await expect(page).toHaveURL(/\/control\?measure=complaints&source=demo$/);
		await expect(page.locator('#notes')).toContainText('New returns desk');
		await page.locator('#notes li', { hasText: 'New returns desk' }).getByRole('button').click();
		await expect(page.locator('#notes')).not.toContainText('New returns desk');
	});

	test('a new phase needs a reason and gives the chart limits of its own from its day on', async ({
		page
	}) => {
		const centers = async () =>
			new Set(await page.locator('#chart table tbody tr td:nth-of-type(4)').allInnerTexts());
		await page.goto('/control?measure=response_rate&season=off&source=demo');
		const before = await centers();
		await page.locator('summary', { hasText: 'Begin a new phase' }).click();
		const form = page.locator('form[action^="?/phase"]');
		await form.getByLabel('First day').fill('2024-06-01');
		await form.getByLabel('Reason').fill('New survey');
		await form.getByRole('button').click();
		await expect(page.locator('#notes')).toContainText('New phase from 1 Jun 2024: New survey');
		expect((await centers()).size).toBe(before.size + 1);
		await page.locator('#notes li', { hasText: 'New survey' }).getByRole('button').click();
		expect(await centers()).toEqual(before);
	});
});

for (const scheme of ['light', 'dark'] as const)
	test(`axe finds nothing serious on the control page, ${scheme}`, async ({ browser, baseURL }) => {
		const context = await browser.newContext({ colorScheme: scheme, baseURL });
		const page = await context.newPage();
		await page.goto('/control?source=demo');
		await expect(page.locator('#chart canvas')).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(
			violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		).toEqual([]);
		await context.close();
	});
