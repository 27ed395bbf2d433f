import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ownServer, type OwnServer } from './own-server.ts';

// Targets and arrangements are kept in the record: a server of its own keeps them out of other tests.
let server: OwnServer;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	server = await ownServer(undefined, 6000);
});
test.afterAll(() => server.stop());

const csv = [
	'measure,dimension,value,span,since,target',
	'complaint_rate,,,quarter,2025Q4,90',
	'satisfaction_mean,,,month,2025-10,4.8',
	'first_response_median,,,month,2025-11,24'
].join('\n');

async function setTarget(page: Page, measure: string, span: string, month: string, target: string) {
	await page.goto(`${server.address}/measures/targets`);
	await page.locator('select[name=measure]').selectOption({ label: measure });
	await page.locator('select[name=span]').selectOption(span);
	await page.locator('input[name=since]').fill(month);
	await page.locator('input[name=target]').fill(target);
	await page.getByRole('button', { name: 'Save target' }).click();
}

test.describe('targets without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a time without its unit is refused and asked for; with it the target is kept', async ({
		page
	}) => {
		await setTarget(page, 'First response, median', 'month', '2025-10', '3');
		await expect(page.getByRole('alert')).toContainText('A time needs its unit');
		await expect(page.locator('input[name=target]')).toHaveValue('3');
		// What it stood at, of what was chosen.
		const stood = page.locator('#target-recent');
		await expect(stood).toContainText(/First response, median in \w+ \d{4}.*All cases.*(h|min)/);
		await page.locator('input[name=target]').fill('3 h');
		await page.getByRole('button', { name: 'Save target' }).click();
		const target = page.locator('#over li').first();
		await expect(target).toContainText('≤ 3 h');
		await expect(target).toContainText(/Met|Missed/);
	});

	test('a target every month met already is asked about before it is kept', async ({ page }) => {
		await setTarget(page, 'Satisfied share', 'year', '2025-01', '5 %');
		await expect(page.getByRole('alert')).toContainText('Is this meant so?');
		await expect(page.locator('#running')).toHaveCount(0);
		await page.getByRole('button', { name: 'Yes, save it' }).click();
		await expect(page.locator('#running')).toContainText('≥ 5.0%');
	});
});

test('beside the target stands what the choice stood at, with the cases it counts', async ({
	page
}) => {
	await page.goto(`${server.address}/measures/targets`);
	const stood = page.locator('#target-recent');
	await expect(stood).toContainText('Complaint rate in');
	await page.locator('select[name=measure]').selectOption({ label: 'Complaints' });
	await page.locator('select[name=span]').selectOption('quarter');
	await expect(stood).toContainText(/Complaints in Q\d \d{4}/);
	const value = stood.getByRole('link');
	const count = (await value.innerText()).match(/[\d,]+/)![0];
	await value.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(count);
});

test('a file is read: good rows kept, the bad one told with line and reason, exported again', async ({
	page
}) => {
	await page.goto(`${server.address}/measures/targets`);
	const file = { name: 'targets.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
	await page.getByLabel('CSV file of targets').setInputFiles(file);
	await page.getByRole('button', { name: 'Import' }).click();
	await expect(page.getByRole('status')).toContainText(
		'2 targets set, 0 unchanged, 1 rows not read'
	);
	const bad = page.getByRole('group', { name: 'Rows that were not read' });
	await expect(bad.getByRole('row').nth(1)).toContainText(/4.*A time needs its unit/);
	// The rows not read are kept, to be mended: the mended file is read as it is.
	const download = page.getByRole('link', {
		name: 'Download these rows with line and reason (CSV)'
	});
	const href = await download.getAttribute('href');
	const rows = await (await page.request.get(`${server.address}${href}`)).text();
	expect(rows).toContain('[Redress] Line,[Redress] Reason,[Redress] What was read,measure,');
	expect(rows).toContain(
		'4,"A time needs its unit: 24 h, 90 min or 3 d.",24,first_response_median,,,month,2025-11,24'
	);
	const mended = rows.replace('2025-11,24', '2025-11,24 h');
	await page.goto(`${server.address}/measures/targets`);
	await expect(page.locator('#file li')).toContainText('targets.csv');
	await page
		.getByLabel('CSV file of targets')
		.setInputFiles({ ...file, name: 'mended.csv', buffer: Buffer.from(mended) });
	await page.getByRole('button', { name: 'Import' }).click();
	await expect(page.getByRole('status')).toContainText(
		'1 target set, 0 unchanged, 0 rows not read'
	);
	const answer = await page.request.get(`${server.address}/measures/targets/csv`);
	expect(await answer.text()).toContain('complaint_rate,,,quarter,2025-10-01,90');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
		[]
	);
});

test('the value so far opens its cases; the chart judges by the target', async ({ page }) => {
	await page.goto(`${server.address}/measures/targets`);
	const rate = page.locator('#running li', { hasText: '≤ 90.0' }).first();
	await expect(rate).toContainText(/\d+ of 92 days/);
	await expect(rate).toContainText(/80% interval/);
	const count = /\(([\d,]+) cases\)/.exec(await rate.innerText())?.[1] ?? '?';
	await rate.locator('a.now').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(count);
	await page.goto(`${server.address}/control?measure=complaint_rate`);
	await expect(page.locator('#chart')).toContainText(/target \(90\.0/);
});

test('tiles are put in order by buttons, keys and mouse, and shared with the team', async ({
	page
}) => {
	await page.goto(`${server.address}/board?arrange=1`);
	const tiles = page.locator('[data-tile]');
	const order = () =>
		tiles.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.tile));
	const [first, second, third] = await order();
	await page.locator(`#later-${first}`).click();
	await expect.poll(order).toEqual([second, first, third, ...(await order()).slice(3)]);
	await page.locator(`#grip-${first}`).press('ArrowRight');
	await expect.poll(async () => (await order()).slice(0, 3)).toEqual([second, third, first]);
	await expect(page.locator(`#grip-${first}`)).toBeFocused();
	const grip = await page.locator(`#grip-${first}`).boundingBox();
	const goal = await page.locator(`[data-tile="${second}"]`).boundingBox();
	if (!grip || !goal) throw new Error('no tiles');
	await page.mouse.move(grip.x + 10, grip.y + 10);
	await page.mouse.down();
	await page.mouse.move(goal.x + goal.width / 2, goal.y + goal.height / 2, { steps: 8 });
	await page.mouse.up();
	await expect.poll(async () => (await order())[0]).toBe(first);
	await page.getByRole('button', { name: /^Hide/ }).first().click();
	await expect(tiles).toHaveCount(7);
	await page.getByRole('button', { name: 'Make mine the team’s' }).click();
	await expect(page.getByText('This is the team’s arrangement')).toBeVisible();
	await page.goto(`${server.address}/board`);
	await expect(page.locator('article.tile')).toHaveCount(7);
});

test('a wallboard turns, keeps its numbers while the server is away, and is left by Esc', async ({
	page
}) => {
	test.setTimeout(180_000);
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.goto(`${server.address}/board/wall?slide=2&poll=1`);
	const wall = page.locator('.wall');
	const value = page.locator('.tiles .value').first();
	const shown = await value.textContent();
	// All slides show until the script is there.
	await expect(page.locator('.slides > section:not(.off)')).toHaveCount(1);
	await expect(page.locator('.slides > section:not(.off)')).toHaveAttribute(
		'aria-label',
		/department/i
	);
	const port = Number(new URL(server.address).port);
	await page.route('**/healthz', (route) => route.abort());
	await expect(wall).toHaveAttribute('data-away', 'true');
	await expect(page.getByRole('status')).toContainText('The last numbers stay');
	expect(await value.textContent()).toBe(shown);
	await page.unroute('**/healthz');
	await expect(wall).toHaveAttribute('data-away', 'false');
	const overflow = await page.evaluate(
		() => document.documentElement.scrollHeight - document.documentElement.clientHeight
	);
	expect(overflow).toBeLessThanOrEqual(0);
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(new RegExp(`:${port}/board$`));
});
