import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ownServer, type OwnServer } from './own-server.ts';

const said = {
	物流: ['快递一直停在中转站不派送', '包裹压扁了里面全碎'],
	售后: ['退货签收十天退款没到账', '寄修一个月没有消息'],
	质量: ['充电口发烫闻到焦味', '开机黑屏重启也不行']
};
const added = ['联系客服没有结果', '聊天记录都有', '要求道歉', '希望给个说法'];

let server: OwnServer;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	const state = mkdtempSync(join(tmpdir(), 'redress-e2e-themes-'));
	const file = join(state, 'complaints.csv');
	// Of each category eight cases are not classified.
	const rows = Object.entries(said).flatMap(([category, ways], at) =>
		Array.from({ length: 80 }, (_, nth) => [
			`${category}${nth}`,
			`2025-${String(1 + (nth % 10)).padStart(2, '0')}-1${at} 09:00`,
			nth < 72 ? category : '',
			`${ways[nth % 2]}，${added[Math.floor(nth / 2) % 4]}。`
		])
	);
	const lines = [['投诉编号', '投诉时间', '投诉类别', '投诉内容'], ...rows];
	writeFileSync(file, lines.map((line) => line.join(',')).join('\n'));
	execFileSync(
		process.execPath,
		['scripts/import.ts', file, '--source', 'shop', '--zone', 'Asia/Shanghai'],
		{ env: { ...process.env, REDRESS_DATA: state } }
	);
	rmSync(file);
	server = await ownServer(state);
});
test.afterAll(() => server.stop());

test('narratives are read when first asked about; every word and theme opens its cases', async ({
	page
}) => {
	await page.goto(`${server.address}/themes?period=all`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/write most often about/, {
		timeout: 60_000
	});
	const themes = page.getByRole('region', { name: 'What do customers write about?' });
	const count = themes.getByRole('row').nth(1).getByRole('link').first();
	const cases = await count.textContent();
	await count.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(cases ?? '');
	await expect(page.getByText(/^Theme: /)).toBeVisible();
});

test('without script a proposed category is accepted, and another refused', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${server.address}/themes?period=all`);
	// Until all is read the page comes again by itself.
	const proposals = page.getByRole('region', { name: /Which category/ });
	await expect(proposals).toContainText('24 of 24 unclassified', { timeout: 60_000 });
	await proposals.getByRole('button', { name: 'Accept' }).first().click();
	await expect(page).toHaveURL(/period=all/);
	await expect(proposals).toContainText('23 of 23 unclassified');
	await proposals.getByRole('button', { name: 'Refuse' }).first().click();
	await expect(proposals).toContainText('22 of 23 unclassified');
	await context.close();
});
