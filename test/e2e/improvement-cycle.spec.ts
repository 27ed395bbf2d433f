import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect as within, test, type Page } from '@playwright/test';
import { dropFiles } from './drop-files.ts';
import { keyboard, mouse, type Hands } from './hands.ts';
import { ownServer, type OwnServer } from './own-server.ts';

/** A whole cycle on real logs that ended years ago: from a bar to a signed verdict and a printed report. */
const data = resolve(process.env.REDRESS_TEST_DATA ?? '../shared/data');
test.skip(!existsSync(join(data, 'README.md')), `${data} is not there (REDRESS_TEST_DATA)`);
test.setTimeout(180_000);
/** A machine that does other things too takes longer than five seconds for a page. */
const expect = within.configure({ timeout: 20_000 });
const patient = { timeout: 90_000 };

let server: OwnServer;
test.beforeEach(async () => {
	server = await ownServer();
});
test.afterEach(() => server.stop());

async function load(page: Page, files: readonly string[], rows: string): Promise<void> {
	await dropFiles(page, files, `${server.address}/imports`);
	const button = page.getByRole('button', { name: /^Load \d.* rows$/ });
	await expect(button).toBeEnabled(patient);
	await button.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(rows, patient);
}

/** What is decided on these cases, in days of their log. */
interface Story {
	readonly bar: RegExp;
	readonly theme: string;
	readonly cases: string;
	readonly covers: string;
	readonly baseline: readonly [string, string];
	readonly effectiveOn: string;
	readonly checkOn: string;
	/** The baseline has fewer than twelve weeks. */
	readonly trial: boolean;
	/** Cases a week. */
	readonly target: string;
	readonly cause: string;
	readonly countermeasure: string;
	readonly verdict: RegExp;
	readonly decision: string;
	readonly why: string;
}

const owner = 'Zhou Ting';
const approver = 'Lin Wei';

/** Says at the foot of the navigation who is working. */
async function become(page: Page, hands: Hands, name: string): Promise<void> {
	if (new URL(page.url()).pathname !== '/settings')
		await hands.link(/^(Local user|Zhou Ting|Lin Wei)$/);
	await expect(page).toHaveURL(/\/settings/);
	await hands.write('Name (blank: user of this machine)', name);
	await hands.button('Work as this person');
	await expect(page.locator('footer').getByText(name)).toBeVisible();
}

async function cycle(page: Page, hands: Hands, story: Story): Promise<void> {
	const { baseline, effectiveOn, checkOn } = story;
	await page.goto(server.address);
	await become(page, hands, owner);
	await hands.link('Categories');
	await expect(page).toHaveURL(/\/categories/);
	await hands.mark(story.bar);
	await hands.item('Start an improvement');

	await expect(page).toHaveURL(/\/improvements\/new\?/);
	await expect(page.getByLabel('Owner')).toHaveValue(owner);
	await hands.button('Start the improvement');
	await expect(page).toHaveURL(/\/improvements\/\d{4}-\d{2}$/);
	const heading = page.getByRole('heading', { level: 1 });
	const verdict = page.locator('#verdict');
	const stage = page.locator('[aria-current=step]');
	await expect(page.getByRole('link', { name: `Show ${story.cases} cases` }).first()).toBeVisible();

	// Plan: the days lie in the log, not in the year it is read.
	await hands.open('Baseline');
	await hands.day('Baseline: first day', baseline[0]);
	await hands.day('Baseline: last day', baseline[1]);
	if (story.trial) await hands.tick(/accept trial limits/);
	await hands.button('Save');
	await expect(page.locator('#edit-baseline')).not.toHaveAttribute('open');
	await hands.open('Target and money');
	await hands.write('Target (cases)', story.target);
	await hands.day('Target date', checkOn);
	await hands.button('Save');
	await expect(page.locator('#edit-target')).not.toHaveAttribute('open');
	await hands.open('Dates');
	await expect(page.locator('#edit-dates')).toContainText(`The data cover ${story.covers}`);
	await hands.day('Effective date', effectiveOn);
	await hands.day('Check date', checkOn);
	await hands.button('Save');
	await expect(page.locator('#edit-dates')).not.toHaveAttribute('open');
	await hands.open('Add a cause');
	await hands.choose('Branch', 'Method');
	await hands.write('Cause', story.cause);
	await hands.choose('State', 'confirmed with data');
	await hands.button('Add');
	await expect(page.locator('#add-causes')).not.toHaveAttribute('open');
	await hands.open('Add a countermeasure');
	await hands.write('What', story.countermeasure);
	await hands.write('Who', owner);
	await hands.day('Due', effectiveOn);
	await hands.button('Add');
	await expect(page.locator('#add-actions')).not.toHaveAttribute('open');
	// Whoever owns it is not asked to approve it.
	await expect(page.locator('#gate li')).toHaveText([/The owner cannot approve the plan/]);

	// Another person must: where people say who they are, and back from there.
	await hands.link('Mend this');
	await become(page, hands, approver);
	await expect(page).toHaveURL(/\/improvements\/\d{4}-\d{2}$/);
	await hands.button('Approve the plan');
	await expect(page.locator('#plan')).toContainText('locked v1');
	await become(page, hands, owner);
	await hands.button('Begin carrying out');
	await expect(stage).toContainText('Do');
	await hands.open('Edit', story.countermeasure);
	await hands.choose('State', 'done');
	await hands.day('Ended on', effectiveOn);
	await hands.button('Save');
	await hands.button('On to the check');
	await expect(stage).toContainText('Check');

	// Check: computed from the log, with its interval, and signed by a person.
	await expect(verdict.getByRole('heading')).toHaveText(story.verdict);
	await expect(verdict).toContainText('Computed, not signed yet.');
	await hands.button('Sign the verdict');
	await expect(verdict).toContainText(`Signed by ${owner}`);
	await hands.button('On to act');
	await expect(stage).toContainText('Act');
	await hands.link('Record the act decision');
	await hands.choose('Decision', story.decision);
	await hands.write('Reason', story.why);
	await hands.button('Save');
	await expect(page.locator('#standard')).toContainText(story.why);
	await hands.button('Close');
	await expect(stage).toContainText('Closed');
	await expect(page.locator('#trail')).toContainText('Closed');

	await hands.link('Print report');
	await expect(page).toHaveURL(/\/report$/);
	await expect(heading).toBeVisible();
	const main = page.locator('main');
	for (const part of ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'])
		await expect(main.getByRole('heading', { name: new RegExp(`^${part} `) })).toBeVisible();
	for (const said of [story.cause, story.countermeasure, story.why, owner, approver])
		await expect(main).toContainText(said);
	const trail = main.locator('table').last().locator('tbody tr');
	for (const event of [
		'Opened',
		'approved and locked',
		'Plan → Do',
		'Do → Check',
		'Verdict signed',
		'Check → Act',
		'Decided',
		'Act → Closed'
	])
		await expect(trail.filter({ hasText: event })).not.toHaveCount(0);
	const pdf = await page.pdf({ preferCSSPageSize: true });
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThanOrEqual(2);
}

test('shopzilla: a whole cycle, from a bar to a signed verdict and a printed report', async ({
	page
}) => {
	await load(page, [join(data, 'shopzilla-csat', 'shopzilla_support_test20.csv')], '17,182');
	await cycle(page, mouse(page), {
		bar: /Returns/,
		theme: 'Returns: Complaints',
		cases: '8,834',
		covers: '29 Jul – 31 Aug 2023',
		baseline: ['2023-07-31', '2023-08-13'],
		trial: true,
		effectiveOn: '2023-08-14',
		checkOn: '2023-08-28',
		target: '1600',
		cause: 'Return labels are sent a day late',
		countermeasure: 'Print the label with the parcel',
		verdict: /^Cannot tell yet: .*95% interval/,
		decision: 'Next cycle',
		why: 'One month of weeks is too short to tell'
	});
});

test('consumidor: the same by keyboard alone', async ({ page }) => {
	const folder = join(data, 'consumidor-gov-br');
	const months = readdirSync(folder).filter((name) => name.endsWith('.csv'));
	await load(
		page,
		[
			...months.map((name) => join(folder, name)),
			resolve('test/fixtures/mappings/consumidor.json')
		],
		'45,772'
	);
	await cycle(page, keyboard(page), {
		bar: /Cobrança \/ Contestação/,
		theme: 'Cobrança / Contestação: Complaints',
		cases: '13,054',
		covers: '7 May 2014 – 30 Jan 2015',
		baseline: ['2014-08-04', '2014-11-02'],
		trial: false,
		effectiveOn: '2014-11-03',
		checkOn: '2015-01-26',
		target: '350',
		cause: 'Invoices do not say what was bought',
		countermeasure: 'Name the purchase on the invoice',
		verdict: /^Worse: up .*95% interval/,
		decision: 'Next cycle',
		why: 'The next cycle takes the largest companies one by one'
	});
});
