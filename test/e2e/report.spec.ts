import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser } from '@playwright/test';
import { ownServer, type OwnServer } from './own-server.ts';

let server: OwnServer;
let number: string;

test.beforeAll(async ({ browser }) => {
	test.setTimeout(300_000);
	const state = mkdtempSync(join(tmpdir(), 'redress-e2e-report-'));
	const planted = spawnSync(process.execPath, ['test/fixtures/plant-improvements.ts'], {
		env: { ...process.env, REDRESS_DATA: state },
		encoding: 'utf8'
	});
	expect(planted.status, planted.stderr).toBe(0);
	server = await ownServer(state, 6_000);
	number = await effective(browser);
});
test.afterAll(() => server?.stop());

/** The first improvement the portfolio says was effective. */
async function effective(browser: Browser): Promise<string> {
	const page = await browser.newPage();
	await page.goto(`${server.address}/improvements/portfolio?show=effective`);
	const link = page.locator('#list tbody a').first();
	const text = (await link.textContent()) ?? '';
	await page.close();
	return text.trim();
}

/** Pages of a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer): number =>
	[...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;

const ten = [
	'选择课题',
	'现状调查',
	'设定目标',
	'原因分析',
	'确定主要原因',
	'制定对策',
	'对策实施',
	'效果检查',
	'制定巩固措施',
	'总结和下一步打算'
];

test('the report in Chinese has the ten headings of T/CAQ 10201, in order, without script', async ({
	browser
}) => {
	const context = await browser.newContext({ locale: 'zh-CN', javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${server.address}/improvements/${number}/report`);
	const headings = await page.locator('main h2').allTextContents();
	expect(headings.slice(0, 10).map((text) => text.trim().replace(/^[^、]+、/, ''))).toEqual(ten);
	await expect(page.getByRole('img', { name: '对策前后的指标控制图' })).toBeVisible();
	await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0);
	// Every event with a hash of 64 digits.
	const hashes = await page.locator('main table').last().locator('td:last-child').allTextContents();
	expect(hashes.length).toBeGreaterThan(5);
	for (const hash of hashes) expect(hash.trim()).toMatch(/^[0-9a-f]{64}$/);
	await page.getByRole('link', { name: '8D 报告（ISO 9001 10.2）' }).click();
	await expect(page.locator('main h2').first()).toContainText('D1');
	await context.close();
});

test('the report in English has D1 to D8 and switches to the ten steps', async ({ page }) => {
	await page.goto(`${server.address}/improvements/${number}/report`);
	const headings = (await page.locator('main h2').allTextContents()).map((text) => text.trim());
	expect(headings.filter((text) => /^D\d /.test(text)).map((text) => text.slice(0, 2))).toEqual([
		'D1',
		'D2',
		'D3',
		'D4',
		'D5',
		'D6',
		'D7',
		'D8'
	]);
	const found = await new AxeBuilder({ page }).analyze();
	expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	await page.getByRole('link', { name: 'QC circle report' }).click();
	await expect(page.locator('main h2').first()).toContainText('Choosing the topic');
});

test('prints on several pages of A4', async ({ page }) => {
	await page.goto(`${server.address}/improvements/${number}/report`);
	const pdf = await page.pdf({ preferCSSPageSize: true });
	expect(pagesOf(pdf)).toBeGreaterThanOrEqual(2);
	// A4 in points.
	expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
});

test('an improvement without anything in it says of every part that it is empty', async ({
	page
}) => {
	await page.goto(`${server.address}/improvements/portfolio`);
	const draft = page.locator('#list tbody tr', { hasText: '大促预售' }).getByRole('link');
	const own = (await draft.textContent())?.trim() ?? '';
	await page.goto(`${server.address}/improvements/${own}/report`);
	expect(await page.getByText('Nothing has been entered here.').count()).toBeGreaterThan(4);
	await expect(page.getByText('No version has been approved yet.')).toBeVisible();
	const answer = await page.goto(`${server.address}/improvements/0000-00/report`);
	expect(answer?.status()).toBe(404);
});

test('the command prints the same report as a PDF', () => {
	test.setTimeout(120_000);
	const folder = mkdtempSync(join(tmpdir(), 'redress-report-'));
	const out = join(folder, 'report.pdf');
	const run = (args: readonly string[], env = process.env) =>
		spawnSync(process.execPath, ['scripts/report.ts', ...args, '--server', server.address], {
			encoding: 'utf8',
			env
		});
	const printed = run([number, '--lang', 'zh-CN', '--out', out]);
	expect(printed.status, printed.stderr).toBe(0);
	expect(pagesOf(readFileSync(out))).toBeGreaterThanOrEqual(2);
	expect(run(['0000-00', '--out', out]).status).toBe(1);
	expect(run([number, '--lang', 'fr']).status).toBe(2);
	const without = run([number], { ...process.env, REDRESS_CHROMIUM: join(folder, 'none') });
	expect(without.status).toBe(2);
	expect(without.stderr).toContain('not there');
	rmSync(folder, { recursive: true });
});

test('each number of the portfolio opens as many improvements as it says', async ({ page }) => {
	await page.goto(`${server.address}/improvements/portfolio`);
	const links = page.locator('section.block ul a[href*="show="]:not([download])');
	const hrefs = await links.evaluateAll((all) =>
		all.map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent ?? '' }))
	);
	expect(hrefs.length).toBeGreaterThan(3);
	for (const { href, text } of hrefs) {
		await page.goto(`${server.address}${href}`);
		const said = /of (\d+)/.exec(text)?.[1] ?? /^\D*(\d+)/.exec(text)?.[1];
		await expect(page.locator('#list tbody tr'), href).toHaveCount(Number(said));
	}
});

test('an idea is left and declined with a reason, without script', async ({ browser }) => {
	const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${server.address}/improvements/ideas`);
	await page.getByLabel('Idea', { exact: true }).fill('Scan the box at the dock');
	await page.getByRole('button', { name: 'Leave the idea' }).click();
	const idea = page.getByRole('listitem').filter({ hasText: 'Scan the box' });
	await expect(idea.getByRole('link', { name: 'Start an improvement' })).toHaveAttribute(
		'href',
		/\/improvements\/new\?idea=/
	);
	await idea.getByText('Decline …').click();
	await idea.getByLabel('Reason').fill('Done since May');
	await idea.getByRole('button', { name: 'Decline with this reason' }).click();
	await expect(page.getByText('Done since May')).toBeVisible();
	await context.close();
});

test('every chart of the portfolio comes down as a picture, pixels and vectors', async ({
	page
}) => {
	await page.goto(`${server.address}/improvements/portfolio`);
	const blocks = page.locator('section.block', { has: page.getByLabel('Table') });
	const questions = await blocks.locator('h2').allTextContents();
	expect(questions.length).toBeGreaterThanOrEqual(4);
	for (const question of questions) {
		const block = page.locator('section.block', {
			has: page.getByRole('heading', { name: question, exact: true })
		});
		for (const [name, first] of [
			['PNG', [0x89, 0x50, 0x4e, 0x47]],
			['SVG', [...Buffer.from('<svg')]]
		] as const) {
			await block.getByText('Export', { exact: true }).click();
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				block.getByRole('button', { name }).click()
			]);
			expect(download.suggestedFilename()).toMatch(/^redress-portfolio-\w+\.(png|svg)$/);
			const bytes = readFileSync(await download.path());
			expect([...bytes.subarray(0, 4)], question).toEqual([...first]);
			expect(bytes.length).toBeGreaterThan(2_000);
			await page.keyboard.press('Escape');
		}
	}
});
