import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { ownServer, type OwnServer } from './own-server.ts';

// What each of the three readers came for, and how many presses it takes them from the open app.

let server: OwnServer;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	const state = mkdtempSync(join(tmpdir(), 'redress-e2e-readers-'));
	const planted = spawnSync(process.execPath, ['test/fixtures/plant-improvements.ts'], {
		env: { ...process.env, REDRESS_DATA: state },
		encoding: 'utf8'
	});
	expect(planted.status, planted.stderr).toBe(0);
	server = await ownServer(state, 30_000);
});
test.afterAll(() => server?.stop());

/** A browser of somebody who reads this language and has said who they are. */
async function readerOf(browser: Browser, locale: string, name: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: server.address, locale });
	await context.addCookies([
		{ name: 'redress_person', value: encodeURIComponent(name), url: server.address }
	]);
	return context.newPage();
}

/** Presses and counts. */
function counted(): { press: (target: Locator) => Promise<void>; presses: () => number } {
	let presses = 0;
	return {
		press: async (target) => {
			await target.locator('visible=true').first().click();
			presses++;
		},
		presses: () => presses
	};
}

const languages = [
	{
		locale: 'en-GB',
		board: /of \d+ measures|measures/,
		variation: /Nothing special|Worse|Better|Common|Usual/i,
		reviews: 'Reviews',
		start: 'Start an improvement',
		improvements: /^Improvements/,
		myDay: 'My day'
	},
	{
		locale: 'zh-CN',
		board: /指标/,
		variation: /正常波动|变差|变好/,
		reviews: '月度评审',
		start: '由此发起改进',
		improvements: /^改进项目/,
		myDay: '我的今天'
	}
] as const;

for (const said of languages) {
	test(`the executive sees the state without a press (${said.locale})`, async ({ browser }) => {
		const page = await readerOf(browser, said.locale, '陈立');
		await page.goto('/board');
		await expect(page.locator('h1')).toHaveText(said.board);
		await expect(page.locator('h1')).toBeInViewport();
		const tile = page.locator('#tiles').getByText(said.variation).first();
		await expect(tile).toBeInViewport();
		await page.context().close();
	});

	test(`the manager starts from this month's biggest driver in four presses (${said.locale})`, async ({
		browser
	}) => {
		const page = await readerOf(browser, said.locale, '王敏');
		const { press, presses } = counted();
		await page.goto('/');
		await press(page.getByRole('link', { name: said.reviews, exact: true }));
		await expect(page).toHaveURL(/\/reviews$/);
		// The latest month is the first of the list.
		await press(page.locator('main tbody th a'));
		await expect(page).toHaveURL(/\/reviews\/\d{4}-\d\d$/);
		const rows = page.locator('tr.value');
		await expect(rows.first()).toBeVisible();
		const changes = await rows.locator('b').allInnerTexts();
		const sizes = changes.map((text) => Number(text.replace('−', '-').replace(/[^\d.-]/g, '')));
		const biggest = rows.nth(sizes.indexOf(Math.max(...sizes)));
		const name = (await biggest.locator('th').innerText()).trim();
		await press(biggest.getByText(said.start));
		await expect(page).toHaveURL(/\/improvements\/new\?/);
		await expect(page.locator('main')).toContainText(name);
		expect(presses()).toBeLessThanOrEqual(4);
		await page.context().close();
	});

	test(`the team member finds today's action in one press (${said.locale})`, async ({
		browser
	}) => {
		const page = await readerOf(browser, said.locale, '孙蕾');
		const { press, presses } = counted();
		await page.goto('/');
		await press(page.locator('nav').getByRole('link', { name: said.improvements }));
		const day = page.getByRole('region', { name: said.myDay });
		await expect(day.getByRole('link', { name: /安装商短信接口上线/ })).toBeInViewport();
		expect(presses()).toBeLessThanOrEqual(1);
		await page.context().close();
	});
}
