import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { duration } from '#lib/format/duration.ts';
import { money, number, percent } from '#lib/format/number.ts';
import { queries } from './own-queries.ts';
import { byHand, type ByHand } from './own-sql.ts';
import { ownServer, type OwnServer } from './own-server.ts';

// Links and forms only: what is clicked here works without script.
test.use({ javaScriptEnabled: false });
test.describe.configure({ mode: 'serial' });

const state = mkdtempSync(join(tmpdir(), 'redress-e2e-measures-'));
let server: OwnServer;
let hand: Readonly<Record<string, readonly ByHand[]>>;
test.beforeAll(async () => {
	test.setTimeout(300_000);
	server = await ownServer(state, 6_000);
	await wordsAreRead(server.address);
	hand = await byHand(state, queries);
});
test.afterAll(() => server.stop());

/** Narratives are read in the background once somebody looks at themes. */
async function wordsAreRead(address: string): Promise<void> {
	await expect(async () => {
		await fetch(`${address}/themes`);
		const answer = await fetch(`${address}/api/answers/themes/coverage?format=json&period=all`);
		const [row] = (await answer.json()) as { narratives: number; read: number }[];
		expect(row?.read).toBe(row?.narratives);
	}).toPass({ timeout: 200_000, intervals: [3_000] });
}

async function begin(page: Page, kind: string, choices: Readonly<Record<string, string>> = {}) {
	await page.goto(`${server.address}/measures`);
	await page.getByRole('link', { name: 'Make a measure of your own' }).first().click();
	await page.locator('#kind').getByRole('link', { name: kind }).click();
	for (const [label, option] of Object.entries(choices)) {
		const form = page.locator('#kind form', { hasText: label });
		await form.getByRole('combobox').selectOption({ label: option });
		await form.getByRole('button').click();
	}
}

async function values(page: Page, dimension: string, chosen: readonly string[]) {
	const menu = page.locator('#cases details', { hasText: dimension }).first();
	await menu.locator('summary').click();
	await menu.getByRole('link', { name: 'Choose from all values' }).click();
	for (const value of chosen)
		await page.getByRole('checkbox', { name: value, exact: true }).check();
	await page.getByRole('button', { name: 'Apply' }).click();
}

async function more(page: Page, fill: () => Promise<void>) {
	await page.locator('summary', { hasText: 'More conditions' }).click();
	await fill();
	await page.getByRole('button', { name: 'Add these conditions' }).click();
}

const otherList = (page: Page) => page.getByRole('link', { name: 'Choose these' }).click();
const tick = async (page: Page, ...names: string[]) => {
	for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check();
};

async function saved(page: Page, name: string): Promise<string> {
	await page.locator('#save').getByRole('textbox', { name: 'Name' }).fill(name);
	await page.getByRole('button', { name: 'Save this measure' }).click();
	await expect(page).toHaveURL(/\/measures\/own-/);
	return page.url().split('/').at(-1)!;
}

interface Told {
	readonly since: string;
	readonly value: number | null;
	readonly part: number;
	readonly basis: number;
	readonly counted: number;
	readonly cases: number;
}

/** The measure as the API and the page tell it, month by month, against the query written by hand. */
async function equalsHand(
	page: Page,
	name: string,
	id: string,
	counts: readonly (keyof Told)[],
	printed: (value: number) => string
) {
	const answer = await page.request.get(`${server.address}/api/measures/${id}`);
	const { months } = (await answer.json()) as { months: Told[] };
	const expected = new Map((hand[name] ?? []).map((row) => [row.month, row]));
	expect(months.length).toBe(12);
	let compared = 0;
	for (const told of months) {
		const row = expected.get(told.since.slice(0, 7));
		expect(row, `${name} ${told.since}`).toBeDefined();
		if (row!.value === null) expect(told.value, `${name} ${told.since}`).toBeNull();
		else {
			// The same double, but for the order in which a sum was added up.
			expect(told.value! / row!.value || 1, `${name} ${told.since}`).toBeCloseTo(1, 12);
			compared++;
		}
		const [part, basis] = counts;
		expect(told[part!], `${name} ${told.since}`).toBe(row!.part);
		if (basis) expect(told[basis], `${name} ${told.since}`).toBe(row!.basis);
	}
	expect(compared).toBeGreaterThan(6);
	const shown = await page.locator('#trial table tbody tr td:nth-of-type(1)').allInnerTexts();
	const byHandShown = months
		.toReversed()
		.map(({ since }) => expected.get(since.slice(0, 7))!.value)
		.map((value) => (value === null ? '–' : printed(value)));
	expect(shown.map((text) => text.trim())).toEqual(byHandShown);
}

const inMinutes = (value: number) => duration(value, 'en');
const inMoney = (value: number) => money(value, 'en');
const inPercent = (value: number) => percent(value, 'en');
const plain = (value: number) =>
	number(value, 'en', value < 1 ? 3 : value < 10 ? 2 : 1, value < 10 ? 2 : 1);

test('a share: rated 1 or 2 of the rated, by ticking scores', async ({ page }) => {
	await begin(page, 'A share');
	await more(page, () => tick(page, '1', '2', '3', '4', '5'));
	await otherList(page);
	await more(page, async () => {
		for (const score of ['3', '4', '5'])
			await page.getByRole('checkbox', { name: score, exact: true }).uncheck();
	});
	const id = await saved(page, 'Unhappy of the rated');
	await equalsHand(page, 'Unhappy of the rated', id, ['part', 'basis'], inPercent);
	// The number opens the cases it counts: numerator and denominator.
	const row = page.locator('#trial table tbody tr').nth(1);
	for (const at of [0, 1]) {
		const link = row.locator('td a').nth(at);
		const [count, href] = [(await link.innerText()).trim(), await link.getAttribute('href')];
		const cases = await page.request.get(`${server.address}${href!}`);
		expect(await cases.text()).toContain(`>${count} `);
	}
});

test('a rate: complaints about goods per 10,000 orders', async ({ page }) => {
	await begin(page, 'A rate');
	await values(page, 'Category', ['产品质量']);
	const id = await saved(page, 'Goods per 10,000 orders');
	await equalsHand(page, 'Goods per 10,000 orders', id, ['basis'], plain);
});

test('a median of response times, of one channel', async ({ page }) => {
	await begin(page, 'A time');
	await values(page, 'Channel', ['热线电话']);
	const id = await saved(page, 'First response by phone, median');
	await equalsHand(page, 'First response by phone, median', id, ['counted', 'basis'], inMinutes);
});

test('a 90th percentile of working time, open cases not yet resolved', async ({ page }) => {
	await begin(page, 'A time', {
		Time: 'resolution, working time',
		For: 'nine of ten cases (90th percentile)'
	});
	const id = await saved(page, 'Working time to resolve, p90');
	await equalsHand(page, 'Working time to resolve, p90', id, ['counted', 'basis'], inMinutes);
});

test('a mean of amounts', async ({ page }) => {
	await begin(page, 'A mean', { Number: 'Amount at stake' });
	await values(page, 'Channel', ['App']);
	const id = await saved(page, 'Amount in the app');
	await equalsHand(page, 'Amount in the app', id, ['counted', 'basis'], inMoney);
});

test('a ratio of two counts', async ({ page }) => {
	await begin(page, 'A ratio of two counts');
	await values(page, 'Channel', ['小程序']);
	await otherList(page);
	await values(page, 'Channel', ['App']);
	const id = await saved(page, 'App for each mini program');
	await equalsHand(page, 'App for each mini program', id, ['part', 'basis'], plain);
});

test('a share by the outcome of a limit', async ({ page }) => {
	await begin(page, 'A share');
	const limit = async (...outcomes: string[]) => {
		await page.getByRole('combobox', { name: 'Stage' }).selectOption({ label: 'Resolution' });
		await tick(page, ...outcomes);
	};
	await more(page, () => limit('met', 'done late', 'open past its limit'));
	await otherList(page);
	await page.getByRole('link', { name: /^Remove.*Resolution/ }).click();
	await more(page, () => limit('met'));
	const id = await saved(page, 'Resolved within the limit');
	await equalsHand(page, 'Resolved within the limit', id, ['part', 'basis'], inPercent);
});

test('a share by a word of the narrative', async ({ page }) => {
	await begin(page, 'A share');
	await more(page, async () => {
		await page.getByRole('combobox', { name: 'Must have' }).selectOption({ label: 'narrative' });
	});
	await otherList(page);
	await more(page, () =>
		page.getByRole('textbox', { name: 'A word of the narrative' }).fill('退款')
	);
	const id = await saved(page, 'Tell of a refund');
	await equalsHand(page, 'Tell of a refund', id, ['part', 'basis'], inPercent);
});

test('a rate a day of cases with a score', async ({ page }) => {
	await begin(page, 'A rate', { 'Counted per': 'day' });
	await more(page, () => tick(page, '1'));
	const id = await saved(page, 'Angry cases a day');
	await equalsHand(page, 'Angry cases a day', id, ['basis'], plain);
});

test('a share by a span of minutes', async ({ page }) => {
	await begin(page, 'A share');
	await more(page, async () => {
		const has = page.getByRole('combobox', { name: 'Must have' });
		await has.selectOption({ label: 'first response time' });
	});
	await otherList(page);
	await more(page, async () => {
		await page.getByRole('spinbutton', { name: 'from' }).fill('0');
		await page.getByRole('spinbutton', { name: 'below' }).fill('0.5');
		await page.getByRole('combobox', { name: 'Unit' }).selectOption({ label: 'hours' });
	});
	const id = await saved(page, 'Answered within half an hour');
	await equalsHand(page, 'Answered within half an hour', id, ['part', 'basis'], inPercent);
});

test('one made stands in the catalogue, on a control chart, and in versions', async ({ page }) => {
	await page.goto(`${server.address}/measures?q=angry`);
	await page.getByRole('link', { name: 'Angry cases a day' }).click();
	await page.getByRole('link', { name: 'Control chart', exact: true }).click();
	await expect(page.locator('#chart h2')).toContainText('Angry cases a day');
	await page.goBack();
	await page.getByRole('link', { name: 'Change it' }).click();
	await page.locator('#save').getByRole('textbox', { name: 'Name' }).fill('Furious cases a day');
	await page.getByRole('button', { name: 'Save as a new version' }).click();
	await expect(page.locator('#versions')).toContainText(
		'name: Angry cases a day → Furious cases a day'
	);
});

test('one made is a tile of the board and carries a target', async ({ page }) => {
	const name = 'Goods per 10,000 orders';
	await page.goto(`${server.address}/board?arrange=1`);
	await page.getByRole('button', { name: `+ ${name}` }).click();
	await page.goto(`${server.address}/measures/targets`);
	await page.locator('select[name=measure]').selectOption({ label: name });
	await page.locator('select[name=span]').selectOption('year');
	await page.locator('input[name=target]').fill('19');
	await page.getByRole('button', { name: 'Save target' }).click();
	await expect(page.locator('#running li', { hasText: name })).toContainText(/80 ?% interval/);
	await page.goto(`${server.address}/board`);
	const tile = page.locator('article.tile', { hasText: name });
	await expect(tile).toContainText('≤ 19');
	await tile.getByRole('link', { name: 'Chart', exact: true }).click();
	await expect(page.locator('#chart h2')).toContainText(name);
	await expect(page.locator('#chart')).toContainText(/target \(19/);
});

test('a senseless one is refused with a reason, and cannot be saved', async ({ page }) => {
	const refused = async (query: string, reason: RegExp) => {
		await page.goto(`${server.address}/measures/new?${query}`);
		await expect(page.getByRole('alert').first()).toContainText(reason);
		await expect(page.locator('#save')).toHaveCount(0);
		const sent = await page.request.post(`${server.address}/measures/new?/save&${query}`, {
			form: { name: `Refused ${String(reason)}`, better: 'lower', owner: '', note: '' },
			headers: { origin: server.address, accept: 'text/html' }
		});
		expect(sent.status()).toBe(400);
	};
	const part = (text: string) => `&other=${encodeURIComponent(text)}`;
	await refused(
		`kind=share&list=part${part('has=satisfaction')}&has=satisfaction`,
		/always be 100/
	);
	await refused(
		`kind=share&list=part${part('channel=App')}&channel=App&channel=小程序`,
		/no share/
	);
	await refused(`kind=share&list=part${part('score=1')}&score=5`, /not in the denominator/);
	await refused(`kind=share${part('score=1')}&score=1&lacks=satisfaction`, /nothing to divide by/);
	await refused(`kind=share&list=part${part('')}&state=unknown`, /always be 0/);
	await refused('kind=rate&channel=Fax', /has the value Fax/);
	await refused('kind=rate&period=last-month', /fixed days/);
	await refused('kind=mean&number=satisfaction&lacks=satisfaction', /None of these cases has/);
	await refused(`kind=ratio${part('channel=App')}&source=demo`, /different logs/);
	await refused('kind=rate&score=nine', /cannot be read/);
	// And one whose name is taken.
	await page.goto(`${server.address}/measures/new?kind=rate&per=day&channel=App`);
	await page.locator('#save').getByRole('textbox', { name: 'Name' }).fill(' UNHAPPY of the rated ');
	await page.getByRole('button', { name: 'Save this measure' }).click();
	await expect(page.getByRole('alert').first()).toContainText(
		'Another measure in use has this name'
	);
});
