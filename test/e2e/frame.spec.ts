import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

// Runs before imports.spec.ts and journey.spec.ts by name: real logs would hide the demo.
const filtered = ['/', '/categories', '/satisfaction', '/cases'];
const everyPage = [...filtered, '/imports', '/measures', '/settings'];

/** The query a page was opened with, its own additions left out. */
function filterOf(page: Page): string {
	return new URL(page.url()).search;
}

/** The page of the rail with this address. */
function inRail(page: Page, path: string) {
	return page.locator(`nav a[href^="${path}?"], nav a[href="${path}"]`).locator('visible=true');
}

test('the filter goes along the pages that take one, and survives back and reload', async ({
	page
}) => {
	await page.goto('/?period=whole-months&score=1&score=2');
	for (const path of ['/categories', '/satisfaction', '/cases']) {
		await inRail(page, path).first().click();
		await expect(page).toHaveURL(new RegExp(`${path}\\?period=whole-months&score=1&score=2$`));
		await expect(page.getByRole('link', { name: /^Remove: Rated 1 and 2/ })).toBeVisible();
	}
	await page.goBack();
	await expect(page).toHaveURL(/\/satisfaction\?period=whole-months&score=1&score=2$/);
	await expect(inRail(page, '/satisfaction').first()).toHaveAttribute('aria-current', 'page');
	const title = await page.locator('h1').innerText();
	await page.reload();
	await expect(page.locator('h1')).toHaveText(title);
	expect(filterOf(page)).toBe('?period=whole-months&score=1&score=2');
});

test('a shared address shows the same in another browser', async ({ page, browser, baseURL }) => {
	await page.goto('/cases?period=all');
	await page.locator('summary', { hasText: 'Category' }).first().click();
	await page.locator('details[open] input[type=checkbox]').first().check();
	await page.getByRole('button', { name: 'Apply' }).locator('visible=true').click();
	await expect(page).toHaveURL(/\/cases\?period=all&category=./);
	const title = await page.locator('h1').innerText();
	const rows = await page.locator('main table').first().innerText();
	const other = await browser.newContext({ baseURL, locale: 'en-GB' });
	const second = await other.newPage();
	await second.goto(page.url());
	await expect(second.locator('h1')).toHaveText(title);
	expect(await second.locator('main table').first().innerText()).toBe(rows);
	await other.close();
});

test('language and theme are kept on every page', async ({ page }) => {
	await page.goto('/');
	await page.getByText('Language and appearance').locator('visible=true').click();
	await page.getByRole('button', { name: '繁體中文' }).locator('visible=true').click();
	await page.getByText('語言與外觀').locator('visible=true').click();
	await page.getByRole('button', { name: '深色' }).locator('visible=true').click();
	for (const path of everyPage) {
		await page.goto(path);
		await expect(page.locator('html'), path).toHaveAttribute('lang', 'zh-TW');
		await expect(page.locator('html'), path).toHaveAttribute('data-theme', 'dark');
	}
});

test('while the demo is shown every page says so, with a way to import and to remove it', async ({
	page
}) => {
	for (const path of everyPage) {
		await page.goto(path);
		await expect(page.getByText('Demo data.', { exact: true }).first(), path).toBeVisible();
	}
	await expect(page.getByRole('button', { name: 'Remove the demo' }).first()).toBeVisible();
	await page.getByRole('link', { name: 'Import your own log' }).first().click();
	await expect(page).toHaveURL(/\/imports$/);
});

test('the logs there are can be asked for, the demo among them', async ({ page, request }) => {
	const answer = await request.get('/api/values/source?period=all');
	const { values, total } = (await answer.json()) as {
		values: { value: string; cases: number; demo: boolean }[];
		total: number;
	};
	const demo = values.find((one) => one.demo);
	expect(total).toBe(values.reduce((sum, { cases }) => sum + cases, 0));
	await page.goto('/choose/source?period=all&for=%2Fcases');
	await page.getByRole('checkbox', { name: 'Demo data' }).check();
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page).toHaveURL(/\/cases\?period=all&source=demo$/);
	await expect(page.locator('h1')).toContainText(demo?.cases.toLocaleString('en') ?? 'none');
});

test('an address that names a log that is gone leads back to those there are', async ({ page }) => {
	await page.goto('/cases?source=gone');
	await expect(page.getByText('There is no log named gone here.')).toBeVisible();
	await page.getByRole('link', { name: 'Show all logs' }).click();
	await expect(page).toHaveURL(/\/cases$/);
	await expect(page.locator('h1')).toContainText(/\d/);
});

test('a warning in an address is said in words', async ({ page }) => {
	await page.goto('/cases?period=all&warning=negative_first_response');
	await expect(
		page.getByRole('link', { name: 'Remove: Warning: First response before receipt' })
	).toBeVisible();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('pages are complete: a title that answers, tables, and a filter that works', async ({
		page
	}) => {
		for (const path of filtered) {
			await page.goto(`${path}?period=all`);
			await expect(page.locator('h1'), path).toContainText(/\S/);
			await expect(page.locator('main table').locator('visible=true').first(), path).toBeVisible();
		}
		const before = await page.locator('h1').innerText();
		await page.getByPlaceholder('Search').fill('退款');
		await page.getByPlaceholder('Search').press('Enter');
		await expect(page).toHaveURL(/\/cases\?period=all&q=/);
		await expect(page.locator('h1')).not.toHaveText(before);
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(`in a ${colorScheme} browser`, () => {
		test.use({ colorScheme });

		for (const path of everyPage) {
			test(`axe finds nothing serious on ${path}`, async ({ page }) => {
				await page.goto(path);
				await page.waitForLoadState('networkidle');
				const { violations } = await new AxeBuilder({ page })
					.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
					.analyze();
				expect(
					violations
						.filter(({ impact }) => impact === 'serious' || impact === 'critical')
						.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))])
				).toEqual([]);
			});
		}
	});
}
