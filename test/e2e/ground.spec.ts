import { expect, test } from '@playwright/test';

test('the service says that it is well', async ({ request }) => {
	const answer = await request.get('/healthz');
	expect(answer.status()).toBe(200);
	expect(await answer.json()).toMatchObject({ status: 'ok' });
});

test('every page the navigation names answers, with a heading and nothing in the console', async ({
	page
}) => {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));

	await page.goto('/');
	const links = await page
		.locator('nav a[href^="/"]')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	expect(links).toContain('/categories');
	for (const path of new Set(links)) {
		const answer = await page.goto(path);
		expect(answer?.status(), path).toBe(200);
		await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
	}
	expect(complaints).toEqual([]);
});

test('pages go compressed', async ({ request }) => {
	const answer = await request.get('/', { headers: { 'accept-encoding': 'br, gzip' } });
	expect(answer.headers()['content-encoding']).toMatch(/^(br|gzip)$/);
	expect(await answer.text()).toContain('<html');
});

test('nothing is asked of another host', async ({ page, baseURL }) => {
	const strangers: string[] = [];
	page.on('request', (request) => {
		const own = request.url().startsWith(baseURL ?? '') || /^(data|blob):/.test(request.url());
		if (!own) strangers.push(request.url());
	});
	await page.goto('/', { waitUntil: 'networkidle' });
	expect(strangers).toEqual([]);
});
