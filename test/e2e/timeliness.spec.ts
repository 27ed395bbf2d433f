import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { choose } from './choose.ts';

async function seriousOn(page: Page): Promise<readonly unknown[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => target.join(' '))]);
}

test('the page answers in a sentence whose numbers are those of its tables', async ({ page }) => {
	await page.goto('/timeliness?period=all');
	const title = page.getByRole('heading', { level: 1 });
	await expect(title).toContainText('within the limit');
	const [share] = /[\d.]+%/.exec((await title.innerText()).replaceAll(/\s/g, '')) ?? [];
	const resolved = page.locator('#stages tbody tr', { hasText: 'Resol' });
	expect((await resolved.innerText()).replaceAll(/[  ]/g, '')).toContain(share);
	// The demo's slow step is the one planted.
	await expect(page.locator('#steps .answer')).toContainText(
		'Most of the time up to the resolution'
	);
});

test('the clock is chosen, kept in the address, and changes what is measured in time', async ({
	page
}) => {
	await page.goto('/timeliness?period=all');
	const curve = page.locator('#curve .answer');
	const byWall = await curve.innerText();
	await choose(page, 'Clock', 'working', /time=working/);
	await expect(curve).not.toHaveText(byWall);
	await page.getByRole('combobox', { name: 'Clock' }).selectOption('wall');
	await expect(curve).toHaveText(byWall);
});

test('every count of the attainment and the backlog opens exactly the cases it counts', async ({
	browser,
	baseURL
}) => {
	test.slow();
	const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'en-GB' });
	const page = await context.newPage();
	for (const clock of ['wall', 'working']) {
		await page.goto(`/timeliness?period=2025&time=${clock}`);
		const links = await page
			.locator(':is(#stages, #backlog, #curve) table a')
			.evaluateAll((found) =>
				found.map((link) => ({
					text: link.textContent.trim(),
					href: link.getAttribute('href') ?? ''
				}))
			);
		const counts = links.filter(({ text }) => /^[\d,]+$/.test(text));
		expect(counts.length).toBeGreaterThan(10);
		// Every third: the bins of the curve are many and made alike.
		for (const { text, href } of counts.filter((_, at) => at % 3 === 0)) {
			await page.goto(href);
			await expect(page.getByRole('heading', { level: 1 })).toContainText(text);
		}
	}
	await context.close();
});

for (const path of [
	'/timeliness?period=all&time=working',
	'/settings/limits',
	'/settings/limits/policies/handbook-2025',
	'/settings/limits/calendars/china-office'
])
	test(`axe finds nothing serious on ${path}`, async ({ page }) => {
		await page.goto(path);
		await page.waitForLoadState('networkidle');
		expect(await seriousOn(page)).toEqual([]);
	});
