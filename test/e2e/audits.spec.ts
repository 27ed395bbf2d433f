import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { ownServer, type OwnServer } from './own-server.ts';

let server: OwnServer;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await ownServer(undefined, 6000);
});
test.afterAll(() => server.stop());

/** A browser without script of somebody who said their name. */
async function as(browser: Browser, name: string): Promise<Page> {
	const context = await browser.newContext({
		baseURL: server.address,
		locale: 'en-GB',
		javaScriptEnabled: false
	});
	const page = await context.newPage();
	await page.request.post('/settings?/act', {
		form: { name },
		headers: { origin: server.address }
	});
	return page;
}

/** Answers every item of the case shown; those named do not conform. */
async function answer(page: Page, wrong: readonly number[]): Promise<void> {
	const items = page.locator('main fieldset');
	for (let at = 0; at < (await items.count()); at++) {
		const item = items.nth(at);
		const fails = wrong.includes(at + 1);
		const name = fails ? 'Does not conform' : 'Conforms';
		await item.getByRole('radio', { name, exact: true }).check();
		if (fails) await item.getByRole('textbox').fill(`Nothing about item ${at + 1}`);
	}
	await page.getByRole('button', { name: 'Save the answers' }).click();
}

async function draw(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
	await page.goto('/audits');
	for (const [name, value] of Object.entries(fields)) {
		const field = page.locator(`main [name="${name}"]`);
		if (name === 'by') await field.selectOption(value);
		else await field.fill(value);
	}
	await page.getByRole('button', { name: 'Draw the sample' }).click();
}

test('a sample is drawn, two people look at two cases, a finding opens an improvement; without script', async ({
	browser
}) => {
	test.slow();
	const one = await as(browser, 'Chen Li');
	const other = await as(browser, 'Zhou Ting');
	await draw(one, { by: 'category', size: '12', seed: 'seed of the test' });
	await expect(one).toHaveURL(/\/audits\/\d{4}-01$/);
	const audit = new URL(one.url()).pathname;
	await expect(one.locator('#sample tbody tr')).toHaveCount(12);
	await expect(one.locator('#sample')).toContainText('seed of the test');
	const drawn = await one.locator('#sample tbody th').allInnerTexts();

	await one.getByRole('link', { name: 'Begin' }).click();
	await answer(one, [3]);
	await expect(one).toHaveURL(`${server.address}${audit}/2?saved`);
	await answer(one, []);

	// The second auditor sees nothing of the first's answers before giving their own.
	await other.goto(`${audit}/1`);
	await expect(other.getByText('1 other person has answered')).toBeVisible();
	await expect(other.locator('main')).not.toContainText('Nothing about item 3');
	await answer(other, [3]);
	await answer(other, [1]);
	await other.goto(`${audit}/1`);
	await expect(other.locator('main')).toContainText('Nothing about item 3');

	await one.goto(audit);
	// 18 items both judged: 17 alike; each said "does not" once or twice.
	await expect(one.locator('#agreement .answer')).toContainText(
		'agreed on 94.4% of 18 items in 2 cases'
	);
	await expect(one.locator('#agreement .answer')).toContainText('kappa 0.64');
	await expect(one.locator('#findings .answer')).toContainText('2 findings');
	await expect(one.locator('#findings li').nth(1)).toContainText('auditors differ');

	await one
		.locator('#findings li')
		.first()
		.getByRole('link', { name: /^Start an improvement/ })
		.click();
	await expect(one.locator('input[name="theme"]')).toHaveValue(/first response came within/i);
	await one.locator('main form button.primary').first().click();
	await expect(one).toHaveURL(/\/improvements\/\d{4}-\d\d/);
	await one.goto(audit);
	await expect(one.locator('#findings .answer')).toContainText('improvements started from 1');

	// The same seed draws the same cases again.
	await draw(other, { by: 'category', size: '12', seed: 'seed of the test' });
	expect(await other.locator('#sample tbody th').allInnerTexts()).toEqual(drawn);
	await one.context().close();
	await other.context().close();
});

test('what cannot be drawn says why and keeps what was typed', async ({ browser }) => {
	const page = await as(browser, 'Chen Li');
	await draw(page, { by: 'category', size: '2', seed: 'few' });
	await expect(page.getByRole('alert')).toContainText('more than cases wanted');
	await expect(page.locator('main [name="seed"]')).toHaveValue('few');
	await page.context().close();
});

test('a changed checklist is a new version, and the one before can still be read', async ({
	browser
}) => {
	const page = await as(browser, 'Chen Li');
	await page.goto('/audits/checklists/handling-quality');
	const items = page.locator('main textarea');
	await items.nth(9).fill('An apology was given');
	await page.getByRole('button', { name: 'Save as the next version' }).click();
	await expect(page.getByRole('link', { name: 'Version 2, Chen Li' })).toBeVisible();
	await expect(items.nth(9)).toHaveValue('An apology was given');
	await page.getByRole('link', { name: 'Version 1, shipped' }).click();
	await expect(page.locator('main')).toContainText('This is version 1; version 2 stands.');
	await expect(items.nth(9)).toHaveValue('');
	await page.context().close();
});

test('the pages of audits can be used by everybody', async ({ page }) => {
	for (const path of ['/audits', '/audits/checklists', '/audits/checklists/new']) {
		await page.goto(server.address + path);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations, path).toEqual([]);
	}
});
