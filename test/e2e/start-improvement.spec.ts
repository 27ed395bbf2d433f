import { expect, test, type Locator, type Page } from '@playwright/test';
import { choose } from './choose.ts';
import { ownServer, type OwnServer } from './own-server.ts';

// What is started stays in the record: a server of its own keeps it from the others' pages.
let server: OwnServer;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await ownServer(undefined, 6000);
});
test.afterAll(() => server.stop());

/** The largest bar of the Pareto: its name and its count as its keyboard twin says them. */
async function largestBar(page: Page): Promise<{ bar: Locator; name: string; cases: string }> {
	await page.goto(`${server.address}/categories`);
	const chart = page.locator('figure.chart').first();
	await expect(() => chart.scrollIntoViewIfNeeded({ timeout: 5_000 })).toPass();
	const bar = chart.getByRole('button').first();
	await bar.focus();
	const words = (await bar.textContent()) ?? '';
	const name = words.split(',')[0]!.trim();
	const cases = /([\d,]+) (?:cases|complaints)/.exec(words)?.[1] ?? '';
	return { bar, name, cases };
}

const frozen = (page: Page, name: string) =>
	page.getByRole('listitem').filter({ hasText: name }).locator('.track').first();

test('from a bar, by mouse, to an improvement that keeps its numbers', async ({ page }) => {
	test.setTimeout(120_000);
	const { name, cases } = await largestBar(page);
	const ring = await page.locator('figure.chart .ring').first().boundingBox();
	await page.mouse.click(ring!.x + ring!.width / 2, ring!.y + ring!.height / 2 + 4);
	await page.getByRole('menuitem', { name: 'Start an improvement' }).click();
	await expect(page).toHaveURL(/\/improvements\/new\?/);

	await expect(page.getByLabel('Theme')).toHaveValue(`${name}: Complaint rate`);
	await choose(page, 'Measure', 'Complaints', /measure=complaints/);
	await expect(frozen(page, name)).toContainText(cases);
	await page.getByLabel('Owner').fill('Zhou Ting');
	await page.getByRole('button', { name: 'Start the improvement' }).click();

	await expect(page).toHaveURL(/\/improvements\/\d{4}-\d{2}$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
	await expect(frozen(page, name)).toContainText(cases);
	await page
		.getByRole('link', { name: `Show ${cases} cases` })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(cases);
});

test('the same by keyboard alone', async ({ page }) => {
	test.setTimeout(120_000);
	const { name } = await largestBar(page);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.press('i');
	await expect(page).toHaveURL(/\/improvements\/new\?/);
	const theme = page.getByLabel('Theme');
	await expect(theme).toHaveValue(new RegExp(name));
	await theme.focus();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('Fewer of them');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Zhou Ting');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/improvements\/\d{4}-\d{2}$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Fewer of them');
});

test('without script too: from a row of the table, and as further evidence of one under way', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/categories');
	await page.locator('#pareto table').first().getByRole('link', { name: 'Start' }).first().click();
	await page.getByLabel('Theme').fill('Without script');
	await page.getByRole('button', { name: 'Start the improvement' }).click();
	await expect(page).toHaveURL(/\/improvements\/\d{4}-\d{2}$/);
	const started = page.url();

	await page.goto('/improvements/new?from=/control&measure=complaints');
	await page
		.getByLabel('Improvement under way')
		.selectOption({ label: `${started.slice(-7)} Without script` });
	await page.getByRole('button', { name: 'Add as evidence' }).click();
	await expect(page).toHaveURL(started);
	await expect(page.locator('#evidence article')).toHaveCount(2);
	await context.close();
});

test('an address that means no case, or cannot be read, is told so in words', async ({ page }) => {
	await page.goto(`${server.address}/improvements/new?category=There+is+no+such`);
	await expect(page.getByRole('alert')).toContainText('No case fits this address');
	await page.goto(`${server.address}/improvements/new?from=//evil.example&measure=money`);
	await expect(page.getByRole('note').first()).toContainText('measure=money');
	await expect(page.getByRole('button', { name: 'Start the improvement' })).toBeVisible();
});

test('what was entered wrong is said, and stays in the form', async ({ page }) => {
	await page.goto(`${server.address}/improvements/new`);
	await page.getByLabel('Theme').fill('Kept');
	await page.getByRole('textbox', { name: 'Smallest worthwhile change' }).fill('a lot');
	await page.getByRole('button', { name: 'Start the improvement' }).click();
	await expect(page.getByRole('alert')).toContainText('The smallest change must be a number');
	await expect(page.getByLabel('Theme')).toHaveValue('Kept');
});
