import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ownServer, type OwnServer } from './own-server.ts';

/** What may befall an improvement besides the straight way: overridden, reopened, cancelled, files refused. */
let server: OwnServer;
test.beforeAll(async () => {
	test.setTimeout(180_000);
	const state = mkdtempSync(join(tmpdir(), 'redress-e2e-turns-'));
	const planted = spawnSync(process.execPath, ['test/fixtures/plant-improvements.ts'], {
		env: { ...process.env, REDRESS_DATA: state, REDRESS_ZONE: 'Asia/Shanghai' },
		encoding: 'utf8'
	});
	expect(planted.status, planted.stderr).toBe(0);
	server = await ownServer(state, 6000);
});
test.afterAll(() => server.stop());
test.setTimeout(90_000);

/** The page of one of the planted improvements, as somebody who said who they are. */
async function open(page: Page, story: string, name: string): Promise<void> {
	await become(page, name);
	await page.goto(`${server.address}/improvements?closed=all`);
	await page.locator(`[data-card="fixture-${story}"] a`).first().click();
	await expect(page).toHaveURL(/\/improvements\/\d{4}-\d\d$/);
	// What is pressed before the script came loads the page anew: both ways hold, this one is looked at.
	await page.waitForLoadState('networkidle');
}

async function become(page: Page, name: string): Promise<void> {
	const value = encodeURIComponent(name);
	await page.context().addCookies([{ name: 'redress_person', value, url: server.address }]);
}

/** Opens a form behind its name and says why. */
async function because(page: Page, id: string, why: string): Promise<void> {
	const form = page.locator(`#${id}`);
	await form.locator('> summary').click();
	await form.getByLabel('Reason').fill(why);
	await form.locator('.send .button').click();
}

const stage = (page: Page): Locator => page.locator('[aria-current=step]');

test('a verdict is overridden by a second person only, and both outcomes stay in sight', async ({
	page
}) => {
	await open(page, 'not_shown', '高翔');
	const verdict = page.locator('#verdict');
	await expect(verdict.getByRole('heading')).toContainText('No effect shown');
	await page.locator('#override > summary').click();
	await page.locator('#override').getByRole('combobox').selectOption({ label: 'Effective' });
	await page.locator('#override').getByLabel('Reason').fill('A strike in two of the weeks');
	await page.locator('#override .send .button').click();
	await expect(verdict).toContainText('a second person must agree');

	await page.getByRole('button', { name: 'Agree, as the second person' }).click();
	await expect(page.getByRole('alert')).toContainText('A second person must do this.');
	await become(page, '王敏');
	await page.reload();
	await page.getByRole('button', { name: 'Agree, as the second person' }).click();
	await expect(verdict).toContainText('Overridden to “Effective” by 高翔 and 王敏');
	await expect(verdict).toContainText('A strike in two of the weeks');
	await expect(verdict).toContainText('Computed: No effect shown.');
	// What people hold is not told as what the data show, here or in the portfolio.
	const heading = verdict.getByRole('heading');
	await expect(heading).toContainText('Judged “Effective” by 高翔 and 王敏');
	await expect(heading).toContainText('what the data show – No effect shown');
	await expect(heading).not.toContainText('avoided');
	await expect(verdict).toContainText('do not show whether complaints were avoided: 2 (−10 to 13)');
	await expect(page.locator('#trail')).toContainText('Override confirmed: Effective');
	await page.goto(`${server.address}/improvements/portfolio?show=overridden`);
	await expect(page.locator('#list')).toContainText(
		'Effective (overridden; computed: No effect shown)'
	);
	await expect(page.locator('main')).toContainText('Overridden, not in the sum (1)');
});

test('the plan keeps what is being written while its cases are chosen on another page', async ({
	page
}) => {
	await open(page, 'approval', '林晓雯');
	const plan = page.locator('#plan');
	await page.locator('#edit-who > summary').click();
	await page.locator('#edit-who [name="new.problem"]').fill('Half a sentence about parcels');
	await page.locator('#edit-measure > summary').click();
	await page.locator('#edit-measure [name="new.step"]').selectOption('week');
	await page.getByRole('link', { name: 'Choose: Compared with' }).last().click();
	await expect(page).toHaveURL(/\/improvements\/cases\?/);
	await page.goBack();
	await expect(page.locator('#edit-who [name="new.problem"]')).toHaveValue(
		'Half a sentence about parcels'
	);
	await expect(page.locator('#edit-measure [name="new.step"]')).toHaveValue('week');

	// The whole category holds the cases meant: they are shared, which is said, with a way to them.
	const meant = '售后服务';
	await page.goto(
		`${new URL(page.url()).origin}/improvements/cases?${new URLSearchParams({
			category: meant,
			period: 'all',
			improvement: new URL(page.url()).pathname.split('/').at(-1) ?? '',
			field: 'comparison'
		}).toString()}`
	);
	await expect(page.locator('main')).toContainText('Cases are in both groups');
	const shared = page.locator('main small').getByRole('link', { name: /^Show [\d,]+ cases?$/ });
	await expect(shared).toHaveAttribute('href', /subcategory=/);
	await page.getByRole('button', { name: 'Take into the plan' }).click();
	await expect(plan).toContainText('Cases are in both groups');
	await expect(page.locator('#edit-who [name="new.problem"]')).toHaveValue(
		'Half a sentence about parcels'
	);
	await expect(page.locator('#edit-measure [name="new.comparison.none"]')).not.toBeChecked();
	await page.locator('#edit-measure .send .button').click();
	await expect(page.locator('#edit-measure')).not.toHaveAttribute('open');
	await expect(plan).toContainText('Cases are in both groups');
	await page.locator('#edit-who').getByRole('button', { name: 'Discard' }).click();
	await expect(page.locator('main')).not.toContainText('Half a sentence about parcels');
	await page.reload();
	await expect(page.locator('#edit-who')).not.toHaveAttribute('open');

	// The very same cases are refused.
	const same = new URLSearchParams({ category: meant, subcategory: '拒绝退换', period: 'all' });
	same.set('improvement', new URL(page.url()).pathname.split('/').at(-1) ?? '');
	same.set('field', 'comparison');
	await page.goto(`${server.address}/improvements/cases?${same.toString()}`);
	await expect(page.locator('main')).toContainText('The comparison group is the same cases');
	await expect(page.getByRole('button', { name: 'Take into the plan' })).toBeDisabled();
});

test('a closed improvement whose gain was lost is reopened, with a reason', async ({ page }) => {
	await open(page, 'effective', '孙蕾');
	await expect(stage(page)).toContainText('Closed');
	await because(page, 'reopen', 'Two couriers went back to the old way');
	await expect(stage(page)).not.toContainText('Closed');
	await expect(page.locator('#trail')).toContainText('Reopened');
	await expect(page.locator('#trail')).toContainText('Two couriers went back to the old way');
});

test('an improvement is cancelled with a reason, and stays to be read', async ({ page }) => {
	await open(page, 'overdue', '孙蕾');
	await because(page, 'cancel', 'The line of business is given up');
	await expect(page.locator('#trail')).toContainText('Cancelled');
	await expect(page.locator('main')).toContainText('The line of business is given up');
	await expect(page.locator('#cancel')).toHaveCount(0);
	await page.goto(`${server.address}/improvements/portfolio?show=cancelled`);
	await expect(page.locator('#list tbody tr')).toHaveCount(1);
});

test('a file of another type or too large is refused in words, a picture is kept and comes back', async ({
	page
}) => {
	await open(page, 'running', '周婷');
	const files = page.locator('#files');
	const attach = async (name: string, buffer: Buffer) => {
		const form = page.locator('#attach');
		if ((await form.getAttribute('open')) === null) await form.locator('> summary').click();
		const mimeType = 'application/octet-stream';
		await form.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
		await form.locator('.send .button').click();
	};
	await attach('run-me.exe', Buffer.from('MZ'));
	await expect(files.getByRole('alert')).toContainText('Files of this type are not accepted');
	await attach('not-a-picture.png', Buffer.from('<script>alert(1)</script>'));
	await expect(files.getByRole('alert')).toContainText('the content is not what the name says');
	await attach('too-large.pdf', Buffer.alloc(21 * 1024 * 1024, '%PDF-'));
	await expect(files.getByRole('alert')).toContainText('larger than 20 MB', { timeout: 30_000 });
	await expect(files.locator('li')).toHaveCount(0);

	const picture = Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	);
	await attach('roster.png', picture);
	await expect(files.getByRole('link', { name: 'roster.png' })).toBeVisible();
	const href = await files.getByRole('link', { name: 'roster.png' }).getAttribute('href');
	const answer = await page.request.get(server.address + (href ?? ''));
	expect(await answer.body()).toEqual(picture);
});

test('the cases meant and the comparison group are chosen by dimension and value', async ({
	page
}) => {
	await open(page, 'draft', '赵一鸣');
	await page.getByRole('link', { name: 'Choose: Cases concerned' }).first().click();
	await expect(page).toHaveURL(/\/improvements\/cases\?/);
	await page.locator('summary', { hasText: 'Channel' }).click();
	const values = page.locator('details[open]');
	await values.getByRole('checkbox', { name: 'App', exact: true }).check();
	await values.getByRole('button', { name: 'Apply' }).click();
	await expect(page.locator('main dl b')).toContainText('App');
	await page.getByRole('button', { name: 'Take into the plan' }).click();
	await expect(page).toHaveURL(/\/improvements\/\d{4}-\d\d#plan$/);
	await expect(page.locator('#plan')).toContainText('Channel: App');

	// The other subcategories stand ready as what they are compared with.
	await page.getByRole('link', { name: 'Choose: Compared with' }).first().click();
	await page.getByRole('link', { name: /the other values of subcategory/ }).click();
	await page.getByRole('button', { name: 'Take into the plan' }).click();
	await expect(page.locator('#plan')).toContainText('Subcategory:');
	await expect(page.locator('#trail')).toContainText('Compared with');
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('as many stretches of days are left out as there are, one row after another', async ({
		page
	}) => {
		await become(page, '林晓雯');
		await page.goto(`${server.address}/improvements`);
		await page.locator('[data-card="fixture-approval"] a').first().click();
		const form = page.locator('#edit-baseline');
		await form.locator('> summary').click();
		for (const row of [0, 1, 2, 3]) {
			await form.locator(`[name="new.excluded.${row}.since"]`).fill(`2025-0${row + 1}-01`);
			await form.locator(`[name="new.excluded.${row}.last"]`).fill(`2025-0${row + 1}-02`);
			await form.getByRole('button', { name: 'Leave out more days' }).click();
		}
		await expect(form.locator('[name="new.excluded.3.last"]')).toHaveValue('2025-04-02');
		await form.getByRole('button', { name: 'Save' }).click();
		await expect(page.locator('#plan dl')).toContainText('1–2 Apr 2025');
		await form.locator('> summary').click();
		await expect(form.locator('[name="new.excluded.3.since"]')).toHaveValue('2025-04-01');
		await expect(form.locator('[name="new.excluded.4.since"]')).toHaveValue('');
	});
});
