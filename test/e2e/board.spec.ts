import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test.describe('the board without script', () => {
	test.use({ javaScriptEnabled: false });

	test('tells the state before anything is pressed: a sentence, what to decide, eight tiles', async ({
		page
	}) => {
		await page.goto('/board?source=demo');
		await expect(page.getByRole('heading', { level: 1 })).toContainText(/of (the )?8 measures/);
		await expect(page.getByRole('heading', { name: 'Needs a decision' })).toBeVisible();
		await expect(page.locator('article.tile')).toHaveCount(8);
		await expect(page.getByText('running 18/30 days')).toBeVisible();
	});

	test('the value of a tile, and of a department, opens exactly the cases it counts', async ({
		page
	}) => {
		await page.goto('/board?month=2025-10&source=demo');
		const value = page.locator('#departments tbody tr').first().locator('td').nth(1);
		const count = /([\d,]+) cases/.exec(await value.innerText())?.[1];
		await value.locator('a').first().click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText(String(count));
	});

	test('a tile opens its chart, which says the same of the same month', async ({ page }) => {
		await page.goto('/board?month=2025-06&source=demo');
		for (const measure of ['complaint_rate', 'resolution_in_time', 'satisfied_share']) {
			const tile = page.locator(`#tile-${measure}`);
			const said = (await tile.locator('.mark').first().innerText()).trim();
			const href = await tile.getByRole('link', { name: 'Chart' }).getAttribute('href');
			await page.goto(href ?? '');
			await expect(page).toHaveURL(new RegExp(`/control\\?.*measure=${measure}`));
			const title = page.getByRole('heading', { level: 1 });
			await expect(title).toContainText(
				said === 'improving' ? /for the better/ : said === 'worsening' ? /for the worse/ : /./
			);
			if (said === 'within its usual range') await expect(title).not.toContainText(/a change for/);
			await page.goBack();
		}
	});

	test('another month is chosen by a form, and keeps the log', async ({ page }) => {
		await page.goto('/board?source=demo');
		await page.locator('select[name="month"]').selectOption('2025-08');
		await page
			.locator('form', { has: page.locator('select[name="month"]') })
			.getByRole('button')
			.click();
		await expect(page).toHaveURL(/month=2025-08/);
		await expect(page).toHaveURL(/source=demo/);
		await expect(page.locator('main')).toContainText('Aug 2025');
		await expect(page.getByRole('heading', { name: 'Needs a decision' })).toHaveCount(0);
	});
});

test('one press on a tile leads to its drivers, and to an improvement of its measure', async ({
	page
}) => {
	await page.goto('/board?source=demo');
	const tile = page.locator('#tile-complaint_rate');
	await tile.getByRole('link', { name: 'Why' }).click();
	await expect(page).toHaveURL(/\/drivers\?.*measure=complaints/);
	await page.goBack();
	await tile.getByRole('link', { name: 'Start improvement' }).click();
	await expect(page).toHaveURL(/\/improvements\/new\?.*measure=complaint_rate/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('on a phone nothing is wider than the screen, and what is pressed is large enough', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL });
	const page = await context.newPage();
	await page.goto('/board?source=demo');
	const wider = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(wider).toBeLessThanOrEqual(0);
	const links = page.locator('article.tile nav a');
	for (const box of await links.evaluateAll((all) =>
		all.map((one) => one.getBoundingClientRect().height)
	))
		expect(box).toBeGreaterThanOrEqual(44);
	await context.close();
});

for (const scheme of ['light', 'dark'] as const)
	for (const width of [1440, 390])
		test(`axe finds nothing serious on the board, ${scheme}, ${width}`, async ({
			browser,
			baseURL
		}) => {
			const viewport = { width, height: 900 };
			const context = await browser.newContext({ colorScheme: scheme, viewport, baseURL });
			const page = await context.newPage();
			await page.goto('/board?source=demo');
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			).toEqual([]);
			await context.close();
		});
