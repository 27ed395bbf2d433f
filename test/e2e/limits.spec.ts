import { expect, test, type Page } from '@playwright/test';
import { ownServer, type OwnServer } from './own-server.ts';

// Limits and calendars time all cases anew, so these tests have a server and cases of their own.
let own: OwnServer;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	test.setTimeout(180_000);
	own = await ownServer(undefined, 2000);
});
test.afterAll(() => own.stop());

const at = (path: string) => `${own.address.replace(/\/$/, '')}${path}`;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** What the page says of the resolutions, once cases are timed. */
async function attainment(page: Page): Promise<string> {
	await page.goto(at('/timeliness?period=all&stage=resolved'));
	return heading(page).innerText();
}

async function changedFrom(page: Page, before: string): Promise<string> {
	await expect.poll(() => attainment(page), { timeout: 60_000 }).not.toBe(before);
	return attainment(page);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

test('another policy is chosen for all logs, and the numbers follow', async ({ page }) => {
	const before = await attainment(page);
	await page.goto(at('/settings/limits'));
	const row = page.locator('li', { hasText: 'All logs that chose none' });
	await row.getByLabel('Limits').selectOption('complaint-rules');
	await row.getByRole('button', { name: 'Save' }).click();
	await expect(row).toContainText('saved by');
	await expect(row.getByLabel('Limits')).toHaveValue('complaint-rules');
	await changedFrom(page, before);
	// These limits run from registration, and the page says what that means here.
	await expect(page.locator('.rules')).toContainText('counted from registration');
});

test('a policy is copied, its limit edited, and the copy judges the cases', async ({ page }) => {
	await page.goto(at('/settings/limits/policies/handbook-2025'));
	await page.getByLabel('Name, English').fill('Our own limits');
	await page.getByRole('button', { name: 'Save as a copy' }).click();
	await expect(heading(page)).toContainText('Our own limits');
	await expect(page).toHaveURL(/policies\/handbook-2025-[0-9a-f]{8}$/);
	const copy = page.url();

	await page.goto(at('/settings/limits'));
	const row = page.locator('li', { hasText: 'All logs that chose none' });
	const before = await attainment(page);
	await page.goto(at('/settings/limits'));
	await row.getByLabel('Limits').selectOption({ label: 'Our own limits' });
	await row.getByRole('button', { name: 'Save' }).click();
	const chosen = await changedFrom(page, before);

	await page.goto(copy);
	const last = page
		.locator('tbody tr', { has: page.locator('option[value=resolved]:checked') })
		.last();
	await last.locator('input[name=value]').fill('2');
	await save(page);
	await expect(page).toHaveURL(copy);
	await changedFrom(page, chosen);
	await page.goto(copy);
	await expect(last.locator('input[name=value]')).toHaveValue('2');
});

test('without script a limit is edited by a plain form, and wrong input is given back', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
	const page = await context.newPage();
	const before = await attainment(page);
	await page.goto(at('/settings/limits'));
	await page.getByRole('link', { name: 'Our own limits' }).click();
	const rows = page.locator('tbody tr');
	const count = await rows.count();
	const fresh = rows.nth(count - 3);
	const resolved = rows.filter({ has: page.locator('option[value=resolved]:checked') }).last();

	// A value that is no number: named by its row, nothing lost.
	await page.getByLabel('Name, English').fill('Our own limits, new');
	await fresh.locator('[name=stage]').selectOption('closed');
	await fresh.locator('[name=value]').fill('nine');
	await fresh.locator('[name=channel]').fill('phone, web');
	await save(page);
	await expect(page.getByRole('alert')).toContainText(`Row ${count - 2}`);
	await expect(page.getByRole('alert')).toContainText('a value must be a number above 0');
	await expect(fresh.locator('[name=value]')).toHaveValue('nine');
	await expect(fresh.locator('[name=value]')).toHaveAttribute('aria-invalid', 'true');
	await expect(fresh.locator('[name=stage]')).toHaveValue('closed');
	await expect(fresh.locator('[name=channel]')).toHaveValue('phone, web');
	await expect(page.getByLabel('Name, English')).toHaveValue('Our own limits, new');

	// Two starts of one stage would leave open which limit holds.
	await fresh.locator('[name=value]').fill('9');
	await resolved.locator('[name=starts]').selectOption('registered');
	await save(page);
	await expect(page.getByRole('alert')).toContainText('must be counted from the same point');
	await resolved.locator('[name=starts]').selectOption('received');

	await resolved.locator('[name=value]').fill('200');
	await save(page);
	await expect(heading(page)).toContainText('Our own limits, new');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await changedFrom(page, before);
	await context.close();
});

test('a calendar is edited: windows, a holiday, and wrong input is named by its place', async ({
	page
}) => {
	const working = '/timeliness?period=all&time=working';
	await page.goto(at(working));
	const curve = page.locator('#curve .answer');
	const before = await curve.innerText();
	await page.goto(at('/settings/limits/calendars/china-office'));
	const monday = page.getByLabel('Monday', { exact: true });
	const holidays = page.getByLabel('Further holidays');
	await monday.fill('nine to five');
	await holidays.fill('2025-03-03 Founders');
	await save(page);
	await expect(page.getByRole('alert')).toContainText('Monday: Working time could not be read');
	await expect(monday).toHaveValue('nine to five');
	await expect(holidays).toHaveValue('2025-03-03 Founders');
	await monday.fill('08:00-12:00, 12:30-20:00');
	await holidays.fill('2025-03-03 Founders\n2025-02-30 None');
	await save(page);
	await expect(page.getByRole('alert')).toContainText('Further holidays, line 2');
	await expect(holidays).toHaveValue('2025-03-03 Founders\n2025-02-30 None');
	await holidays.fill('2025-03-03 Founders');
	await page.getByLabel('Time zone').fill('Mars/Base');
	await save(page);
	await expect(page.getByRole('alert')).toContainText('time zone is not known');
	await page.getByLabel('Time zone').fill('Asia/Shanghai');
	await save(page);
	await expect(page.getByText('saved by')).toBeVisible();
	await expect(monday).toHaveValue('08:00-12:00, 12:30-20:00');
	await expect
		.poll(
			async () => {
				await page.goto(at(working));
				return curve.innerText();
			},
			{ timeout: 60_000 }
		)
		.not.toBe(before);
});

test('holidays come from an ICS and from a CSV file, and no holiday is said', async ({ page }) => {
	await page.goto(at('/settings/limits/calendars/china-office'));
	const holidays = page.getByLabel('Further holidays');
	const give = async (name: string, text: string) => {
		await page.setInputFiles('input[type=file]', {
			name,
			mimeType: name.endsWith('ics') ? 'text/calendar' : 'text/csv',
			buffer: Buffer.from(text)
		});
		await page.getByRole('button', { name: 'Import' }).click();
	};
	await give(
		'closing.ics',
		'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20250812\r\nDTEND;VALUE=DATE:20250814\r\nSUMMARY:Stocktaking\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
	);
	await expect(holidays).toHaveValue(/2025-08-12 Stocktaking\n2025-08-13 Stocktaking/);
	await give('days.csv', 'date,name\n2025/9/8,Fair\n2025-03-03,Founders day\n');
	await expect(holidays).toHaveValue(
		'2025-03-03 Founders day\n2025-08-12 Stocktaking\n2025-08-13 Stocktaking\n2025-09-08 Fair'
	);
	await give('notes.csv', 'nothing,here\n');
	await expect(page.getByRole('alert')).toContainText('No holiday could be read');
	await expect(holidays).toHaveValue(/Stocktaking/);
});
