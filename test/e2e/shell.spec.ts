import { expect, test } from '@playwright/test';

test.describe('in a Hong Kong browser', () => {
	test.use({ locale: 'zh-HK' });

	test('the pages speak Traditional Chinese until another language is chosen', async ({ page }) => {
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-TW');
		await page.getByText('語言與外觀').locator('visible=true').click();
		await page.getByRole('button', { name: '简体中文' }).locator('visible=true').click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
		await page.goto('/?period=all');
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	});
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('language and theme are chosen, kept, and lead back to the page', async ({ page }) => {
		await page.goto('/?period=all');
		await page.getByText('Language and appearance').locator('visible=true').click();
		await page.getByRole('button', { name: 'Dark' }).locator('visible=true').click();
		await expect(page).toHaveURL(/\/\?period=all$/);
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
		await page.getByText('Language and appearance').locator('visible=true').click();
		await page.getByRole('button', { name: '繁體中文' }).locator('visible=true').click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-TW');
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	});

	test('a period is chosen by a link and own days by a form', async ({ page }) => {
		await page.goto('/');
		await page.locator('summary', { hasText: 'Period' }).click();
		await page.getByRole('link', { name: /^Last month/ }).click();
		await expect(page).toHaveURL(/\/\?period=last-month$/);
		await page.locator('summary', { hasText: 'Period' }).click();
		await page.locator('input[name=since]').fill('2025-01-01');
		await page.locator('input[name=until]').fill('2025-01-31');
		await page.getByRole('button', { name: 'Apply' }).locator('visible=true').click();
		await expect(page).toHaveURL(/since=2025-01-01&until=2025-01-31/);
		await expect(page.locator('summary', { hasText: 'Period' })).toContainText('Jan 2025');
	});

	test('values are chosen on a page of their own, whatever else is chosen staying', async ({
		page
	}) => {
		await page.goto('/?period=all&score=1');
		await page.locator('summary', { hasText: 'Category' }).click();
		await page
			.getByRole('link', { name: 'Choose from all values' })
			.locator('visible=true')
			.click();
		await page.getByRole('checkbox').nth(1).check();
		await page.getByRole('button', { name: 'Apply' }).locator('visible=true').click();
		await expect(page).toHaveURL(/\/\?period=all&score=1&category=./);
		await page.getByRole('link', { name: 'Remove: Rated 1' }).click();
		await expect(page).toHaveURL(/\/\?period=all&category=[^&]+$/);
	});
});

test('a long list of values is narrowed by typing, and Escape leaves everything as it was', async ({
	page
}) => {
	await page.goto('/?period=all');
	const button = page.locator('summary', { hasText: 'Product' }).first();
	await button.click();
	const boxes = page.locator('details[open] input[type=checkbox]');
	await expect(boxes.first()).toBeVisible();
	const all = await boxes.count();
	const name = await boxes.nth(2).inputValue();
	await page.getByPlaceholder('Narrow the list').fill(name);
	await expect(boxes.first()).toHaveValue(name);
	expect(await boxes.count()).toBeLessThan(all);
	await page.keyboard.press('Escape');
	await expect(page.locator('details[open]')).toHaveCount(0);
	await expect(button).toBeFocused();
	await expect(page).toHaveURL(/\/\?period=all$/);
});

test('the first stop of the keyboard leads past the rail', async ({ page }) => {
	await page.goto('/');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('#content')).toBeFocused();
});

test('a preference form leads to no other host', async ({ request }) => {
	for (const back of [
		'//evil.example/x',
		'https://evil.example',
		'/\\evil.example',
		'javascript:1'
	]) {
		const answer = await request.post('/preferences', {
			form: { theme: 'dark', back },
			maxRedirects: 0
		});
		expect(answer.status(), back).toBe(303);
		expect(answer.headers()['location'], back).toBe('/');
	}
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a bar at the bottom reaches every page, and nothing is wider than the screen', async ({
		page
	}) => {
		await page.goto('/');
		await page.getByRole('navigation').getByText('Data', { exact: true }).click();
		await expect(page.getByRole('link', { name: 'Cases', exact: true })).toBeVisible();
		await page.keyboard.press('Escape');
		await page.locator('label', { hasText: 'Filters' }).click();
		await expect(page.locator('summary', { hasText: 'Channel' })).toBeVisible();
		const excess = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(excess).toBe(0);
	});
});
