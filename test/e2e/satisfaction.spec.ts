import { expect, test } from '@playwright/test';
import { choose } from './choose.ts';

test('every count of the blocks in depth opens exactly the cases it counts', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'en-GB' });
	const page = await context.newPage();
	await page.goto('/satisfaction?period=all&time=working');
	const links = await page
		.locator(':is(#threshold, #sides, #groups, #nps) table a')
		.evaluateAll((found) =>
			found.map((link) => ({
				text: link.textContent.trim(),
				href: link.getAttribute('href') ?? ''
			}))
		);
	const counts = links.filter(({ text }) => /^[\d,]+$/.test(text));
	expect(counts.length).toBeGreaterThan(20);
	for (const { text, href } of counts) {
		await page.goto(href);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(text);
	}
	await context.close();
});

test('what is said in depth is true of the demo', async ({ page }) => {
	await page.goto('/satisfaction?period=all');
	// Priorities differ and wait differently: taken together a cut would mislead, and this is said.
	await expect(page.locator('#threshold .answer')).toContainText('mixes values of priority');
	await expect(page.locator('#threshold')).toContainText('falls gradually');
	await expect(page.locator('#sides .answer')).toContainText('Timeliness');
	await expect(page.locator('#nps .answer')).toContainText('standard error');
	await expect(page.locator('#groups .answer')).toContainText(/lower than all others.*一级/);
	await expect(page.locator('#strata .answer')).toContainText('In all 4 groups');
});

test('working time and weights are chosen in the address and kept by it', async ({ page }) => {
	await page.goto('/satisfaction?period=all');
	await choose(page, 'Clock', 'working', /time=working/);
	await expect(page.locator('main')).toContainText('Waits are counted in working time.');
	await choose(page, 'Weighting', 'on', /time=working.*weights=on/);
	await expect(page.locator('#rate .answer')).toContainText('Weighted by channel');
});
