import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ownServer, type OwnServer } from './own-server.ts';

let server: OwnServer;

test.beforeAll(async () => {
	const state = mkdtempSync(join(tmpdir(), 'redress-e2e-improvements-'));
	const planted = spawnSync(process.execPath, ['test/fixtures/plant-improvements.ts'], {
		env: { ...process.env, REDRESS_DATA: state, REDRESS_ZONE: 'Asia/Shanghai' },
		encoding: 'utf8'
	});
	expect(planted.status, planted.stderr).toBe(0);
	server = await ownServer(state, 6000);
});
test.afterAll(() => server.stop());

/** As somebody who has said who they are. */
async function as(page: Page, name: string) {
	const value = encodeURIComponent(name);
	await page.context().addCookies([{ name: 'redress_person', value, url: server.address }]);
}

const stage = (page: Page, name: string) =>
	page.locator('section[data-stage]').filter({ has: page.getByRole('heading', { name }) });

// The fixture's verdicts rest on no data: a move is held against the data, so this one must be refused.
test('a move asked for by keyboard alone is held against the data, and refused where its verdict no longer follows from them', async ({
	page
}) => {
	await as(page, '高翔');
	await page.goto(`${server.address}/improvements`);
	const card = page.locator('[data-card="fixture-not_shown"]');
	await expect(stage(page, 'Check').locator(card)).toBeVisible();
	await card.locator('summary').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(card.getByRole('button', { name: 'Move to Act' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toContainText(
		'The verdict shown was computed from other data or another plan.'
	);
	await expect(stage(page, 'Check').locator(card)).toBeVisible();
});

test('a card dropped where the gate is shut stays, and the reasons are said', async ({ page }) => {
	await page.goto(`${server.address}/improvements`);
	const card = page.locator('[data-card="fixture-overdue"]');
	const from = await card.boundingBox();
	const to = await stage(page, 'Check').boundingBox();
	if (!from || !to) throw new Error('nothing to drag');
	await page.mouse.move(from.x + 20, from.y + 40);
	await page.mouse.down();
	await page.mouse.move(from.x + 60, from.y + 60, { steps: 3 });
	await page.mouse.move(to.x + 60, to.y + 120, { steps: 8 });
	await page.mouse.up();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText(/\d{4}-01 cannot go to Check yet/);
	await expect(alert).toContainText('Not every countermeasure is carried out');
	await expect(stage(page, 'Do').locator(card)).toBeVisible();
});

/** Presses on a card and moves to a stage: what a mouse does, and a finger that rested first. */
async function carry(page: Page, card: Locator, to: string, by: 'mouse' | 'finger') {
	await card.scrollIntoViewIfNeeded();
	const from = await card.boundingBox();
	const target = await stage(page, to).boundingBox();
	if (!from || !target) throw new Error('nothing to drag');
	const start = { x: from.x + 20, y: from.y + 40 };
	const end = { x: target.x + 60, y: Math.max(target.y + 60, 80) };
	if (by === 'mouse') {
		await page.mouse.move(start.x, start.y);
		await page.mouse.down();
		await page.mouse.move(start.x + 40, start.y + 20, { steps: 3 });
		await page.mouse.move(end.x, end.y, { steps: 8 });
		return page.mouse.up();
	}
	const session = await page.context().newCDPSession(page);
	const touch = (type: string, points: readonly { x: number; y: number }[]) =>
		session.send('Input.dispatchTouchEvent', { type, touchPoints: points } as never);
	await touch('touchStart', [start]);
	await page.waitForTimeout(450);
	for (let step = 1; step <= 8; step++)
		await touch('touchMove', [
			{
				x: start.x + ((end.x - start.x) * step) / 8,
				y: start.y + ((end.y - start.y) * step) / 8
			}
		]);
	await touch('touchEnd', []);
}

test('a card whose gate is open goes on by mouse, by keyboard and by finger', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const context = await browser.newContext({
		locale: 'en-GB',
		hasTouch: true,
		viewport: { width: 1440, height: 900 }
	});
	const page = await context.newPage();
	await as(page, '周婷');
	await page.goto(`${server.address}/improvements`);
	const card = page.locator('[data-card="fixture-running"]');
	await card.locator('a').first().click();
	// Each row's edit is told apart by the row.
	for (const what of ['夜班排班生效', '自动回复模板']) {
		const summary = page.getByLabel(`Edit: ${what}`, { exact: true });
		const form = page.locator('details', { has: summary }).last();
		if ((await form.getAttribute('open')) === null) await summary.click();
		await form.getByRole('combobox').selectOption({ label: 'done' });
		await form.getByLabel('Ended on').fill('2026-01-05');
		await form.getByRole('button', { name: 'Save' }).click();
		await expect(form).not.toHaveAttribute('open');
	}
	const back = async () => {
		await card.locator('summary').click();
		await card.getByLabel('Reason').fill('Once more');
		await card.getByRole('button', { name: 'Back to Do' }).click();
		await expect(stage(page, 'Do').locator(card)).toBeVisible();
	};
	await page.goto(`${server.address}/improvements`);
	await page.waitForLoadState('networkidle');

	await carry(page, card, 'Check', 'mouse');
	await expect(stage(page, 'Check').locator(card)).toBeVisible();
	await back();
	await card.locator('summary').focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(card.getByRole('button', { name: 'Move to Check' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(stage(page, 'Check').locator(card)).toBeVisible();
	await back();
	await carry(page, card, 'Check', 'finger');
	await expect(stage(page, 'Check').locator(card)).toBeVisible();
	// Others of this file count what runs where the fixture put it.
	await back();
	await context.close();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('the menu of a card says why its gate is shut, and the board is filtered by address', async ({
		page
	}) => {
		await page.goto(`${server.address}/improvements`);
		const draft = page.locator('[data-card="fixture-draft"]');
		await draft.locator('summary').click();
		await expect(draft).toContainText('Cannot move to Do yet');
		await expect(draft).toContainText('The target is missing.');
		await page.getByRole('link', { name: /Only overdue/ }).click();
		await expect(page).toHaveURL(/\?due=overdue$/);
		await expect(page.locator('[data-card]')).toHaveCount(2);
		await page.getByRole('combobox', { name: 'Team' }).selectOption('物流部');
		await page
			.locator('form', { has: page.locator('select[name=team]') })
			.getByRole('button')
			.click();
		await expect(page).toHaveURL(/team=/);
		await expect(page.locator('[data-card]')).toHaveCount(1);
	});
});

test('my day holds what waits for me, and the rail counts what runs', async ({ page }) => {
	await as(page, '孙蕾');
	await page.goto(`${server.address}/improvements`);
	const day = page.getByRole('region', { name: 'My day' });
	await expect(day.getByRole('heading', { name: 'Overdue 1' })).toBeVisible();
	await expect(day.getByRole('link', { name: '安装商短信接口上线' })).toBeVisible();
	await expect(day).not.toContainText('复核首周改期记录');
	const link = page.getByRole('link', { name: /Improvements.*8 open/ });
	await expect(link).toHaveAttribute('aria-current', 'page');
});

test('the list is sorted by its head, the calendar says its days in words', async ({ page }) => {
	await page.goto(`${server.address}/improvements?view=list`);
	const first = page.locator('tbody tr').first();
	await page.getByRole('link', { name: 'Sort by Stage' }).click();
	await expect(page).toHaveURL(/sort=stage/);
	await expect(first).toContainText('Plan');
	await page.getByRole('link', { name: 'Sort by Stage' }).click();
	await expect(page).toHaveURL(/sort=-stage/);
	await expect(first).toContainText('Closed');
	await page.getByRole('link', { name: 'Calendar' }).click();
	const row = page.locator('.calendar li', { hasText: '快递虚假签收' }).first();
	await expect(row).toContainText('in force 18 Aug 2025');
	await expect(row).toContainText('90-day check');
});

for (const view of ['board', 'list', 'calendar'] as const)
	for (const scheme of ['light', 'dark'] as const)
		test(`axe finds nothing serious on the ${view}, ${scheme}`, async ({ browser }) => {
			const context = await browser.newContext({ colorScheme: scheme });
			const page = await context.newPage();
			await page.goto(`${server.address}/improvements?view=${view}`);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			).toEqual([]);
			await context.close();
		});
