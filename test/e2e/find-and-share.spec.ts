import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

// Runs on the demo, as frame.spec.ts does.
const opened = (page: Page) => page.locator('details[open] .panel');
const saveAndShare = (page: Page) => page.getByText('Save and share', { exact: true });

test('a view is saved from its page, opens first, and is removed', async ({ page }) => {
	await page.goto('/cases?period=all&score=1');
	await saveAndShare(page).click();
	await opened(page).getByLabel('Save this view as').fill('Very unhappy');
	await opened(page).getByLabel('Open Redress with it').check();
	await opened(page).getByRole('button', { name: 'Save view' }).click();
	await expect(page).toHaveURL(/\/cases\?period=all&score=1$/);
	const inRail = page.getByRole('link', { name: 'Very unhappy', exact: true });
	await expect(inRail).toHaveAttribute('aria-current', 'page');
	// Typed in, the app's own address opens the home view; a link to the overview still leads there.
	await page.goto('/');
	await expect(page).toHaveURL(/\/cases\?period=all&score=1$/);
	await page.getByRole('link', { name: 'Overview' }).locator('visible=true').first().click();
	await expect(page).toHaveURL(/\/\?period=all&score=1$/);
	await page.getByRole('link', { name: 'All saved views' }).click();
	await page.getByRole('button', { name: 'Remove view Very unhappy' }).click();
	await expect(page.getByText('No view is saved yet.')).toBeVisible();
	await page.goto('/');
	await expect(page).toHaveURL(/\/$/);
});

test('a link is copied as it moves on, and for the very days shown', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/categories');
	await expect(async () => {
		await saveAndShare(page).click();
		await opened(page)
			.getByRole('button', { name: /exactly these days/ })
			.click({ timeout: 1000 });
		await expect(opened(page).getByText('copied')).toBeVisible({ timeout: 1000 });
	}).toPass();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(new URL(link).searchParams.get('since')).toMatch(/^\d{4}-\d\d-\d\d$/);
	const title = await page.locator('h1').innerText();
	await page.goto(link);
	await expect(page.locator('h1')).toHaveText(title);
});

test('the palette finds a page, a measure and a case by the keyboard alone', async ({ page }) => {
	await page.goto('/cases?period=all');
	const number = await page.locator('main tbody th').first().innerText();
	const box = page.getByRole('dialog').getByRole('combobox');
	const open = async () => {
		await expect(async () => {
			await page.keyboard.press('Control+k');
			await expect(box).toBeFocused({ timeout: 1000 });
		}).toPass();
	};
	await open();
	await box.fill('control');
	await expect(page.locator('#place-0')).toContainText('Control');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/control$/);
	await open();
	await box.fill(number.trim());
	await expect(page.locator('#place-0')).toContainText(number.trim());
	expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/cases\/.+\/.+/);
	await open();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('without script the palette is a page, and help, saving and the tour still work', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({ baseURL, locale: 'en-GB', javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/find?q=median');
	await page
		.getByRole('link', { name: /Measure.*median/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/measures#/);
	await page.goto('/drivers');
	await page.getByText('Help', { exact: true }).click();
	await expect(opened(page)).toContainText('What made the number go up or down?');
	await page.getByRole('link', { name: 'Take the tour' }).click();
	const card = page.getByRole('complementary', { name: 'Tour' });
	for (const path of ['/categories', '/control', '/drivers', '/improvements', '/imports']) {
		await card.getByRole('link', { name: 'Next' }).click();
		await expect(page).toHaveURL(new RegExp(`${path}\\?tour=\\d$`));
	}
	await card.getByRole('link', { name: 'End the tour' }).click();
	await expect(card).toHaveCount(0);
	await context.close();
});
