import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { ownServer } from './own-server.ts';

/** The demo's planted improvement: fewer parcels arrive broken from this day on. */
const planted = { subcategory: '包裹破损', day: '2025-02-03' };

/** A browser of somebody who said their name. */
async function as(browser: Browser, name: string, baseURL: string | undefined): Promise<Page> {
	const context = await browser.newContext({ baseURL });
	const page = await context.newPage();
	await page.request.post('/settings?/act', { form: { name } });
	return page;
}

async function press(target: Locator): Promise<void> {
	await target.focus();
	await target.press('Enter');
}

/** Opens a form by keyboard, fills it, sends it with Enter, and waits until it has closed. */
async function write(page: Page, id: string, fields: Readonly<Record<string, string>>) {
	const form = page.locator(`[id="${id}"]`);
	if ((await form.getAttribute('open')) === null) await press(form.locator('> summary'));
	for (const [name, value] of Object.entries(fields)) {
		const field = form.locator(`[name="${name}"]`);
		const kind = await field.evaluate((element) => element.tagName);
		if (kind === 'SELECT') await field.selectOption(value);
		else await field.fill(value);
	}
	await press(form.locator('.send .button').first());
	await expect(form).not.toHaveAttribute('open');
}

/** Starts an improvement of the planted subcategory, with a plan somebody else could approve. */
async function started(page: Page, theme: string): Promise<string> {
	const query = new URLSearchParams({
		subcategory: planted.subcategory,
		measure: 'complaint_rate',
		step: 'month',
		source: 'demo'
	});
	await page.goto(`/improvements/new?${query.toString()}`);
	await page.locator('input[name="theme"]').fill(theme);
	await page.locator('input[name="owner"]').fill('Zhou Ting');
	await page.locator('input[name="theme"]').press('Enter');
	await expect(page).toHaveURL(/\/improvements\/\d{4}-\d\d/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(theme);
	return new URL(page.url()).pathname;
}

test('a whole cycle by keyboard: plan, approval by a second person, do, check, signed verdict, act', async ({
	browser
}) => {
	test.setTimeout(300_000);
	// A tenth of the demo, as the other tests count it, is too little for a verdict; half of it is enough.
	const server = await ownServer(undefined, 30_000);
	const baseURL = server.address;
	const owner = await as(browser, 'Zhou Ting', baseURL);
	const second = await as(browser, 'Chen Li', baseURL);
	const path = await started(owner, 'Parcels arrive broken');

	// What is missing is said, each with the way to mend it.
	await expect(owner.locator('#gate')).toContainText('The target is missing.');
	await expect(owner.locator('#gate')).toContainText('There is no countermeasure yet.');

	await write(owner, 'edit-baseline', {
		'new.baseline.since': '2024-02-01',
		'new.baseline.last': '2025-01-31'
	});
	await write(owner, 'edit-target', { 'new.target': '2.6', 'new.smallestChange': '10' });
	await write(owner, 'edit-dates', {
		'new.effectiveOn': planted.day,
		'new.checkOn': '2025-09-01'
	});
	await write(owner, 'add-causes', {
		branch: 'material',
		text: 'Box too weak',
		state: 'confirmed'
	});
	await write(owner, 'add-actions', {
		what: 'Five-layer box',
		who: 'Gao Xiang',
		due: '2025-01-30',
		how: 'Purchase specification P-12'
	});
	await expect(owner.locator('#gate')).toContainText('The owner cannot approve the plan');

	await second.goto(path);
	// Approving would take the form away, and what is written in it.
	await press(second.locator('#edit-who > summary'));
	await second.locator('#edit-who [name="new.team"]').fill('Warehouse');
	await press(second.getByRole('button', { name: 'Approve the plan' }));
	await expect(second.getByRole('alert')).toContainText('holds text that is not saved');
	await expect(second.locator('#edit-who [name="new.team"]')).toHaveValue('Warehouse');
	await press(second.locator('#edit-who').getByRole('button', { name: 'Discard' }));
	await press(second.getByRole('button', { name: 'Approve the plan' }));
	await expect(second.locator('#plan')).toContainText('locked v1');
	await expect(second.locator('#plan')).toContainText('Declared, not authenticated');

	await owner.reload();
	// What somebody is writing elsewhere on the page is theirs still after the next step.
	await owner.locator('#comments textarea').fill('Half a sentence');
	await press(owner.locator('#cancel > summary'));
	await owner.locator('#cancel [name="why"]').fill('Perhaps not');
	await press(owner.getByRole('button', { name: 'Begin carrying out' }));
	await expect(owner.locator('#gate')).toContainText('Not every countermeasure is carried out');
	await expect(owner.locator('#comments textarea')).toHaveValue('Half a sentence');
	await expect(owner.locator('#cancel [name="why"]')).toHaveValue('Perhaps not');
	await press(owner.locator('#cancel').getByRole('button', { name: 'Discard' }));
	// While it is carried out the rows stand open.
	const row = owner.locator('#actions [id^="edit-"]');
	await write(owner, (await row.getAttribute('id')) ?? '', {
		state: 'done',
		endedOn: '2025-02-01'
	});
	await press(owner.getByRole('button', { name: 'On to the check' }));
	await expect(owner.locator('[aria-current=step]')).toContainText('Check');
	await expect(owner.locator('#verdict')).toContainText('Computed, not signed yet.');

	await second.reload();
	await press(second.getByRole('button', { name: 'Sign the verdict' }));
	await expect(second.locator('#verdict h2')).toContainText('Effective: down');
	await expect(second.locator('#verdict')).toContainText('Signed by Chen Li');

	await owner.reload();
	await press(owner.getByRole('button', { name: 'On to act' }));
	await write(owner, 'edit-act', { decision: 'standardise', document: 'Packing standard v3' });
	await expect(owner.locator('#standard')).toContainText('Packing standard v3');
	await expect(owner.locator('#gate')).toContainText('The checks at 30, 60 and 90 days');
	await expect(owner.locator('#trail')).toContainText('Verdict signed: Effective');
	await owner.context().close();
	await second.context().close();
	await server.stop();
});

test('two people edit the same plan: both inputs survive, and one may take their own', async ({
	browser,
	baseURL
}) => {
	const one = await as(browser, 'Zhou Ting', baseURL);
	const other = await as(browser, 'Gao Xiang', baseURL);
	const path = await started(one, 'Edited by two');
	await other.goto(path);
	await other.locator('#edit-who > summary').click();
	await other.locator('#edit-who [name="new.team"]').fill('Warehouse');
	await other.locator('#edit-who [name="new.sponsor"]').fill('Chen Li');
	await other.locator('#edit-who [name="new.theme"]').fill('Edited by the other');
	await other.locator('#comments textarea').fill('Half a sentence');
	await write(one, 'edit-who', { 'new.team': 'Logistics', 'new.theme': 'Edited by one' });

	await other.locator('#edit-who .send .button').click();
	const conflict = other.getByRole('alert');
	await expect(conflict).toContainText('Warehouse');
	await expect(conflict).toContainText('Theirs, by Zhou Ting');
	await expect(conflict).toContainText('Logistics');
	// What nobody else had touched is saved.
	await one.reload();
	await expect(one.locator('#plan')).toContainText('Chen Li');
	await expect(one.locator('#plan')).toContainText('Logistics');

	// One taken, the other clash stands, and nothing written is lost until it is decided on too.
	const mine = conflict.getByRole('button', { name: 'Take mine' });
	await expect(mine).toHaveCount(2);
	const team = conflict.locator('form').filter({ hasText: 'Warehouse' });
	await team.getByRole('button').click();
	await expect(other.locator('#plan')).toContainText('Warehouse');
	await expect(conflict).toContainText('Edited by one');
	await expect(other.locator('#edit-who [name="new.theme"]')).toHaveValue('Edited by the other');
	await expect(other.locator('#comments textarea')).toHaveValue('Half a sentence');
	await mine.click();
	await expect(conflict).toHaveCount(0);
	await expect(other.locator('#edit-who')).not.toHaveAttribute('open');
	await expect(other.getByRole('heading', { level: 1 })).toHaveText('Edited by the other');
	await expect(other.locator('#comments textarea')).toHaveValue('Half a sentence');
	await expect(other.locator('#trail')).toContainText('Team: Logistics → Warehouse');
	await one.context().close();
	await other.context().close();
});

test('what is opened and written while the script is on its way stays', async ({
	browser,
	baseURL
}) => {
	const page = await as(browser, 'Zhou Ting', baseURL);
	const path = await started(page, 'Written early');
	const script = Promise.withResolvers<void>();
	await page.route('**/*.js', async (route) => {
		await script.promise;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'domcontentloaded' });
	const form = page.locator('#edit-who');
	await press(form.locator('> summary'));
	await form.locator('[name="new.team"]').fill('Warehouse');
	await page.locator('#comments textarea').fill('Half a sentence');
	const cause = page.locator('[id="add-causes"]');
	await press(cause.locator('> summary'));
	await cause.locator('[name="branch"]').selectOption('material');
	await cause.locator('[name="text"]').fill('Box too weak');
	script.resolve();
	// Only the script knows that something is not sent yet.
	await expect(form.locator('form')).toHaveAttribute('data-unsent');
	await expect(form.locator('[name="new.team"]')).toBeVisible();
	await expect(form.locator('[name="new.team"]')).toHaveValue('Warehouse');
	await expect(page.locator('#comments textarea')).toHaveValue('Half a sentence');
	await expect(cause.locator('[name="branch"]')).toHaveValue('material');
	await expect(cause.locator('form')).toHaveAttribute('data-unsent');
	await page.context().close();
});

test('an improvement that does not exist is said so in words', async ({ page }) => {
	const answer = await page.goto('/improvements/0000-99');
	expect(answer?.status()).toBe(404);
	await expect(page.locator('main')).toContainText('There is no improvement 0000-99');
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('an unreadable value is refused and what was written is kept; a comment names somebody', async ({
		page
	}) => {
		const path = await started(page, 'Without script');
		await page.goto(`${path}#edit-dates`);
		await page.locator('#edit-dates > summary').click();
		await page.locator('#edit-dates [name="new.transitionDays"]').fill('soon');
		await page.locator('#edit-dates [name="new.checkOn"]').fill('2025-09-01');
		await page.locator('#edit-dates .send .button').click();
		await expect(page.getByRole('alert')).toContainText('A value cannot be read');
		await expect(page.locator('#edit-dates [name="new.transitionDays"]')).toHaveValue('soon');
		await expect(page.locator('#edit-dates [name="new.checkOn"]')).toHaveValue('2025-09-01');
		await page.locator('#comments textarea').fill('Please look at this');
		await page.locator('#comments button').click();
		await expect(page.locator('#comments li')).toContainText('Please look at this');
	});
});

for (const scheme of ['light', 'dark'] as const)
	test(`axe finds nothing serious on an improvement, ${scheme}`, async ({ browser, baseURL }) => {
		const context = await browser.newContext({ colorScheme: scheme, baseURL });
		const page = await context.newPage();
		await started(page, `Looked at in ${scheme}`);
		await expect(page.locator('#works')).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(
			violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		).toEqual([]);
		await context.close();
	});
