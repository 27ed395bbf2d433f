import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { read, utils } from '@e965/xlsx';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { beginMailServer, type LoopbackMailServer } from '../server/mail/mail-server.ts';
import { ownServer, type OwnServer } from './own-server.ts';
import { categories, casesOf, head } from '../fixtures/even-log.ts';

let server: OwnServer;
let state: string;
let mail: LoopbackMailServer;

function imported(name: string, rows: readonly string[]): void {
	const file = join(state, name);
	writeFileSync(file, [head, ...rows, ''].join('\n'));
	const done = spawnSync(
		'npm',
		['run', '--silent', 'import', '--', file, '--source', 'shop', '--json'],
		{
			env: { ...process.env, REDRESS_DATA: state, REDRESS_ZONE: 'Asia/Shanghai' },
			encoding: 'utf8'
		}
	);
	expect(done.status, done.stdout + done.stderr).toBe(0);
	const [entry] = JSON.parse(done.stdout) as { loaded: number; quarantined: number }[];
	expect(entry).toMatchObject({ loaded: rows.length, quarantined: 0 });
}

test.beforeAll(async () => {
	test.setTimeout(300_000);
	state = mkdtempSync(join(tmpdir(), 'redress-e2e-review-'));
	mail = await beginMailServer();
	server = await ownServer(state, 0);
	const months = Array.from({ length: 23 }, (_, at) =>
		new Date(Date.UTC(2024, at, 1)).toISOString().slice(0, 7)
	);
	imported(
		'log.csv',
		months.flatMap((month) => casesOf(month, 10, ''))
	);
});
test.afterAll(async () => {
	await server?.stop();
	await mail?.stop();
});

const as = async (
	browser: Browser,
	person: string,
	options: Parameters<Browser['newContext']>[0] = {}
): Promise<{ context: BrowserContext; page: Page }> => {
	const context = await browser.newContext({ locale: 'zh-CN', ...options });
	await context.addCookies([
		{ name: 'redress_person', value: encodeURIComponent(person), url: server.address }
	]);
	return { context, page: await context.newPage() };
};

const october = () => `${server.address}/reviews/2025-10`;
/** What stands on the two sheets, as a reader sees it. */
const sheets = (page: Page): Promise<string[]> =>
	page.locator('.sheet:not(.annex)').allInnerTexts();

/** Signed by three people, without script; answers with what it says in Chinese and English. */
async function signed(browser: Browser): Promise<void> {
	for (const [person, role] of [
		['陈静', '编制'],
		['林涛', '审核'],
		['吴昊', '批准']
	] as const) {
		const { context, page } = await as(browser, person, { javaScriptEnabled: false });
		await page.goto(october());
		const box = page.locator('#signing li').filter({ hasText: role });
		await box.getByRole('button', { name: `以“${person}”的名义签字` }).click();
		await expect(box.getByText(person)).toBeVisible();
		await expect(box.getByText('未经登录验证')).toBeVisible();
		await context.close();
	}
}

test.describe.serial('a month', () => {
	test('tells itself, opens its cases, and keeps what people say and decide', async ({
		browser
	}) => {
		const { context, page } = await as(browser, '陈静');
		await page.goto(`${server.address}/reviews`);
		await page.getByRole('link', { name: '2025年10月' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('2025年10月');
		await expect(page.locator('#summary')).toContainText('10月收到 40 件');
		const total = page.locator('#categories tr.total');
		await expect(total).toContainText('40');
		await expect(page.locator('#categories tbody tr')).toHaveCount(5);

		await page.locator('#signals').getByText('添加评注').click();
		await page.locator('#signals textarea').fill('本月平稳，\n继续观察夜间响应。');
		await page.getByRole('button', { name: '保存评注' }).first().click();
		await expect(page.locator('#signals .comment')).toContainText('继续观察夜间响应');
		await expect(page.locator('#signals .comment')).toContainText('陈静');

		await page.getByText('新增决定').click();
		const form = page.locator('#new-decision form');
		await form.getByLabel('事项').fill('夜间首次响应：提出排班方案');
		await form.getByLabel('负责人').fill('周婷');
		await form.getByLabel('期限').fill('2025-11-24');
		await form.getByRole('button', { name: '保存决定' }).click();
		await expect(page.locator('#decisions tbody')).toContainText('夜间首次响应：提出排班方案');
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);

		// The first category's number opens exactly the cases it counts.
		await page.locator('#categories tbody tr').first().getByRole('link').first().click();
		await expect(page).toHaveURL(/\/cases\?/);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('10');
		await context.close();
	});

	test('is signed by three people, none of them twice, and stands still from the first on', async ({
		browser
	}) => {
		const nobody = await browser.newPage({ locale: 'zh-CN' });
		await nobody.goto(october());
		await expect(nobody.locator('#signing')).toContainText('请先在设置中写明以谁的名义操作');
		await nobody.close();
		await signed(browser);
		const { context, page } = await as(browser, '陈静');
		await page.goto(october());
		await expect(page.locator('.tools')).toContainText('已签署');
		await expect(page.getByText('添加评注')).toHaveCount(0);
		await expect(page.getByText('新增决定')).toHaveCount(0);
		await context.close();
	});

	test('once signed stays as it is when a late file comes, and shows what would differ now', async ({
		browser
	}) => {
		test.setTimeout(180_000);
		const chinese = await as(browser, '陈静');
		const english = await as(browser, '陈静', { locale: 'en-GB' });
		await chinese.page.goto(october());
		await english.page.goto(october());
		await expect(chinese.page.locator('#changed')).toHaveCount(0);
		const before = [await sheets(chinese.page), await sheets(english.page)];
		expect(before[1]?.[0]).toContain('40 complaints');

		imported('late.csv', casesOf('2025-10', 10, 'LATE-').slice(0, 7));

		await chinese.page.goto(october());
		await english.page.goto(october());
		expect([await sheets(chinese.page), await sheets(english.page)]).toEqual(before);
		await expect(chinese.page.getByRole('status')).toContainText('签署之后数据有变化');
		await expect(english.page.getByRole('status')).toContainText(
			'figures would read otherwise today'
		);
		const row = (page: Page, name: string) =>
			page.locator('#changed tbody tr').filter({ hasText: name }).first().locator('td');
		await expect(row(chinese.page, '收到件数')).toHaveText(['40', '47', '+7']);
		await expect(row(chinese.page, '物流配送：件数')).toHaveText(['10', '17', '+7']);
		// 10 of 40 are 25 %, 17 of 47 are 36.17 %.
		await expect(row(chinese.page, '物流配送：占比')).toHaveText([
			'25.00%',
			'36.17%',
			'+11.17 个百分点'
		]);
		await expect(row(english.page, 'Complaints received')).toHaveText(['40', '47', '+7']);
		// The month before is nobody's signed text: it tells the data of now.
		await chinese.page.goto(`${server.address}/reviews/2025-11`);
		await expect(chinese.page.locator('#followed tbody')).toContainText(
			'夜间首次响应：提出排班方案'
		);
		await chinese.context.close();
		await english.context.close();
	});

	test('comes down as a workbook with the signed numbers and the differences, ids as text', async ({
		browser
	}) => {
		const { context, page } = await as(browser, '陈静');
		await page.goto(october());
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: '工作簿（XLSX）' }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('MR-2025-10 投诉月度评审.xlsx');
		const book = read(readFileSync(await file.path()));
		const rows = (name: string): unknown[][] =>
			utils.sheet_to_json(book.Sheets[name]!, { header: 1, raw: true });
		expect(
			rows('类别')
				.filter((line) => line[1] === 10)
				.map(([name]) => name)
		).toEqual(expect.arrayContaining([...categories]));
		expect(rows('类别').at(-1)?.slice(0, 2)).toEqual(['合计', 40]);
		expect(rows('重算差异').find(([name]) => name === '收到件数')).toEqual([
			'收到件数',
			'40',
			'47',
			'+7'
		]);
		expect(
			rows('签署')
				.slice(-3)
				.map((line) => line[1])
		).toEqual(['陈静', '林涛', '吴昊']);
		expect(rows('决定').at(-1)?.[0]).toBe('2025-10-1');
		await context.close();
	});

	test('prints to pages with their footer by command', () => {
		test.setTimeout(180_000);
		const folder = mkdtempSync(join(tmpdir(), 'redress-e2e-review-pdf-'));
		const out = join(folder, 'review.pdf');
		const printed = spawnSync(
			'npm',
			[
				'run',
				'--silent',
				'report',
				'--',
				'review',
				'2025-10',
				'--lang',
				'zh-CN',
				'--out',
				out,
				'--server',
				server.address
			],
			{ encoding: 'utf8' }
		);
		expect(printed.status, printed.stderr).toBe(0);
		const pdf = readFileSync(out);
		const pages = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length;
		expect(pages).toBeGreaterThanOrEqual(3);
		rmSync(folder, { recursive: true });
	});

	test('goes by mail with its workbook, and a refusal is told with its reason', async ({
		browser
	}) => {
		const { context, page } = await as(browser, '陈静');
		await page.goto(`${server.address}/settings/mail`);
		await page.getByLabel('邮件服务器（SMTP）').fill('127.0.0.1');
		await page.getByLabel('端口').fill(String(mail.port));
		await page.getByLabel('加密方式').selectOption({ label: '不加密（仅限内网）' });
		await page.getByLabel('发件人').fill('质量部 <redress@shop.example>');
		await page.getByLabel('收件人（邮箱地址）').first().fill('chen@shop.example\nlin@shop.example');
		await page.getByLabel('内容').selectOption({ label: '链接加工作簿（XLSX）' });
		// Kept before it is sent by: a press alone does not wait for the answer.
		const kept = page.waitForResponse((answer) => answer.request().method() === 'POST');
		await page.getByRole('button', { name: '保存', exact: true }).click();
		await kept;
		await page.waitForLoadState('networkidle');
		mail.refuses.add('lin@shop.example');
		await page.locator('select[name="month"]').selectOption('2025-10');
		await page.getByRole('button', { name: '立即发送' }).click();
		const line = (to: string) => page.locator('#sent tbody tr').filter({ hasText: to });
		await expect(line('chen@shop.example')).toContainText('已发送');
		await expect(line('lin@shop.example')).toContainText('No such mailbox here');
		const [arrived] = mail.arrived;
		expect(arrived?.mail.subject).toBe('投诉管理月度评审：2025年10月');
		expect(arrived?.mail.text).toContain('10月收到 40 件');
		const [attachment] = arrived?.mail.attachments ?? [];
		expect(attachment?.filename).toBe('MR-2025-10 投诉月度评审.xlsx');
		const book = read(new Uint8Array(attachment?.content as ArrayBuffer));
		expect(book.SheetNames).toContain('类别');
		await context.close();
	});

	test('opened again for a reason asks for signatures anew and keeps the version before', async ({
		browser
	}) => {
		const { context, page } = await as(browser, '林涛');
		await page.goto(october());
		await page.getByText('重新打开', { exact: true }).first().click();
		await page.getByLabel('原因').fill('补入迟到的 7 件');
		await page.getByRole('button', { name: '重新打开' }).click();
		await expect(page.locator('#summary')).toContainText('10月收到 47 件');
		await expect(page.locator('#signing')).toContainText('补入迟到的 7 件');
		await page.getByRole('link', { name: /第 1 版由 林涛/ }).click();
		await expect(page.locator('#summary')).toContainText('10月收到 40 件');
		await expect(page.locator('.notices')).toContainText('当前显示的是第 1 版，已不再有效。');
		await expect(page.locator('#signing li')).toContainText(['陈静', '林涛', '吴昊']);
		await expect(page.locator('.sheet footer').first()).toContainText('第 1 版');
		const download = page.waitForEvent('download');
		await page.getByRole('link', { name: '工作簿（XLSX）' }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('MR-2025-10-v1 投诉月度评审.xlsx');
		const book = read(readFileSync(await file.path()));
		const total: unknown[][] = utils.sheet_to_json(book.Sheets['类别']!, { header: 1 });
		expect(total.at(-1)?.slice(0, 2)).toEqual(['合计', 40]);
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('.sheet').first()).toContainText('已不再有效');
		await expect(page.locator('.sheet .note').first()).toBeVisible();
		await context.close();
	});
});
