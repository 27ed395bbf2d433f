import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../ground/chromium.mjs';
import { rank, timed, type Figure } from './figure.ts';

const pages = ['/', '/categories', '/satisfaction', '/cases', '/imports', '/measures'];
const runs = 7;

/** First HTML of each page, and the script sent before it is usable and with its charts. */
export async function measurePages(folder: string): Promise<Figure[]> {
	const server = await start(folder);
	const figures: Figure[] = [];
	try {
		for (const page of pages) {
			const address = server.address + page;
			await fetch(address);
			const taken = await timed(runs, async () => (await fetch(address)).text());
			const html = await (await fetch(address)).text();
			figures.push({
				name: `${page} first HTML`,
				value: rank(taken, 0.5),
				unit: 'ms',
				p95: rank(taken, 0.95)
			});
			figures.push({
				name: `${page} HTML, compressed`,
				value: gzipSync(html).length / 1024,
				unit: 'kB'
			});
		}
		figures.push(...(await measureScripts(server.address)));
	} finally {
		server.stop();
	}
	return figures;
}

/** Scripts a fresh browser loads: those of the HTML itself, and all once charts are drawn. */
async function measureScripts(address: string): Promise<Figure[]> {
	const executablePath = findChromium();
	const browser = await chromium.launch({
		args: chromiumArguments,
		...(executablePath ? { executablePath } : {})
	});
	const figures: Figure[] = [];
	for (const path of pages) {
		const context = await browser.newContext();
		const page = await context.newPage();
		const devtools = await context.newCDPSession(page);
		await devtools.send('Network.enable');
		const scripts = new Map<string, number>();
		devtools.on('Network.responseReceived', ({ requestId, type }) => {
			if (type === 'Script') scripts.set(requestId, 0);
		});
		devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
		});
		const response = await page.goto(address + path, { waitUntil: 'networkidle' });
		const linked = preloadedScripts((await response?.allHeaders())?.link ?? '', address + path);
		const all = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
		const preloaded = await Promise.all(linked.map(async (href) => sizeOf(href)));
		figures.push({
			name: `${path} script before usable`,
			value: preloaded.reduce((sum, bytes) => sum + bytes, 0) / 1024,
			unit: 'kB',
			aim: '≤ 130'
		});
		figures.push({
			name: `${path} script with charts`,
			value: all / 1024,
			unit: 'kB',
			aim: '≤ 400'
		});
		await context.close();
	}
	await browser.close();
	return figures;
}

/**
 * Scripts the first response names as needed for the page. Links found in the document later do not
 * count: charts add theirs when they are imported.
 */
function preloadedScripts(header: string, page: string): string[] {
	return [...header.matchAll(/<([^>]+)>;[^,]*rel="modulepreload"/g)].map(
		([, href = '']) => new URL(href, page).href
	);
}

async function sizeOf(href: string): Promise<number> {
	const response = await fetch(href, { headers: { 'accept-encoding': 'br, gzip' } });
	const length = response.headers.get('content-length');
	await response.arrayBuffer();
	return Number(length ?? 0);
}

async function start(folder: string): Promise<{ address: string; stop: () => void }> {
	const child = spawn(process.execPath, ['scripts/start.mjs'], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', REDRESS_DATA: folder },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	for await (const text of createInterface({ input: child.stdout })) {
		const found = /listens on (\S+)/.exec(text);
		if (found?.[1]) return { address: found[1], stop: () => child.kill('SIGTERM') };
	}
	await once(child, 'exit');
	throw new Error('the server did not start');
}
