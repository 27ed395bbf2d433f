import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../scripts/ground/chromium.mjs';
import { ownServer } from '../e2e/own-server.ts';
import type { Trial, TrialRun } from './trial.ts';

/** Thirty minutes unless told otherwise; two are enough to see that it works at all. */
const minutes = Number(process.env.WALLBOARD_MINUTES ?? 30);
const minute = 60_000;

export const trial: Trial = {
	shows:
		'a wallboard runs against a server restarted twice: shows its last numbers meanwhile, recovers alone, memory flat',
	minutes: Math.ceil(minutes) + 2,
	run: runWallboard
};

interface Sample {
	readonly heap: number;
	readonly nodes: number;
	readonly listeners: number;
}

async function runWallboard({ root, folder, say }: TrialRun): Promise<void> {
	const [state, port] = [join(folder, 'state'), await freePort()];
	let server = await ownServer(state, 6000, port);
	const executablePath = findChromium();
	const browser = await chromium.launch({
		args: chromiumArguments,
		...(executablePath && { executablePath })
	});
	try {
		const page = await browser.newPage({
			viewport: { width: 1920, height: 1080 },
			locale: 'zh-CN'
		});
		let loads = 0;
		const failures: string[] = [];
		page.on('load', () => loads++);
		page.on('pageerror', ({ message }) => failures.push(message));
		await page.goto(`${server.address}/board/wall?slide=4&poll=4`);
		await page.waitForSelector('.wall[data-version]');
		const cdp = await page.context().newCDPSession(page);
		await cdp.send('Performance.enable');
		await importSample(root, state, page, say);
		await wait(minutes > 5 ? 2 * minute : 10_000);

		const [before, between, after] = [minutes * 0.3, minutes * 0.3, minutes * 0.3];
		const samples = await sampled(page, cdp, before * minute, say);
		for (const stretch of [between, after]) {
			const shown = await figures(page);
			await server.end();
			await within(60_000, 'the notice that the server is away', () => away(page, 'true'));
			if ((await figures(page)) !== shown) throw new Error('the numbers went with the server');
			say(`away: “${await page.innerText('.wall [role="status"]')}”`);
			await wait(20_000);
			server = await ownServer(state, 6000, port);
			const began = performance.now();
			await within(120_000, 'a recovery without anybody', () => away(page, 'false'));
			say(`recovered ${Math.round((performance.now() - began) / 1000)} s after the server stood`);
			if ((await figures(page)) !== shown) throw new Error('other numbers after the restart');
			samples.push(...(await sampled(page, cdp, stretch * minute, say)));
		}
		judge(samples, loads, failures, say);
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** A real log beside the demo: the wallboard must take it up by itself. */
async function importSample(root: string, state: string, page: Page, say: TrialRun['say']) {
	const before = await page.getAttribute('.wall', 'data-version');
	const sample = join(root, 'data', 'sample', 'complaints.csv');
	const given = ['scripts/import.ts', sample, '--source', 'shop', '--zone', 'Asia/Shanghai'];
	execFileSync(process.execPath, given, {
		cwd: root,
		env: { ...process.env, REDRESS_DATA: state }
	});
	await within(120_000, 'the new data', async () => {
		return (await page.getAttribute('.wall', 'data-version')) !== before;
	});
	say(
		`took up new data by itself: version ${before} → ${await page.getAttribute('.wall', 'data-version')}`
	);
}

/** Heap after collecting garbage, nodes and listeners, twelve times over the stretch. */
async function sampled(
	page: Page,
	cdp: CDPSession,
	stretch: number,
	say: TrialRun['say']
): Promise<Sample[]> {
	const samples: Sample[] = [];
	const turned = new Set<string>();
	for (let at = 0; at < 12; at++) {
		await wait(stretch / 12);
		await cdp.send('HeapProfiler.collectGarbage');
		const { metrics } = await cdp.send('Performance.getMetrics');
		const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
		samples.push({
			heap: of('JSHeapUsedSize'),
			nodes: of('Nodes'),
			listeners: of('JSEventListeners')
		});
		turned.add(await page.evaluate(() => document.querySelector('.place')?.innerHTML ?? ''));
		const { heap, nodes, listeners } = samples.at(-1)!;
		say(`heap ${(heap / 1e6).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`);
	}
	if (turned.size < 2) throw new Error('the slides did not turn');
	return samples;
}

function judge(
	samples: readonly Sample[],
	loads: number,
	failures: readonly string[],
	say: TrialRun['say']
): void {
	const third = Math.floor(samples.length / 3);
	const change = (of: (sample: Sample) => number): number =>
		middle(samples.slice(-third).map(of)) / middle(samples.slice(0, third).map(of)) - 1;
	const [heap, nodes, listeners] = [
		change((sample) => sample.heap),
		change((sample) => sample.nodes),
		change((sample) => sample.listeners)
	];
	const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
	say(
		`last third against first: heap ${percent(heap)}, nodes ${percent(nodes)}, listeners ${percent(listeners)}`
	);
	say(`page loads ${loads}, errors in the page ${failures.length}`);
	if (heap > 0.05) throw new Error('the heap grows');
	if (nodes > 0.05 || listeners > 0.05) throw new Error('nodes or listeners grow');
	if (loads !== 1) throw new Error('the page was loaded again');
	if (failures.length > 0) throw new Error(failures.join('\n'));
}

function middle(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

async function away(page: Page, is: 'true' | 'false'): Promise<boolean> {
	return (await page.getAttribute('.wall', 'data-away')) === is;
}

function figures(page: Page): Promise<string> {
	return page.evaluate(() =>
		[...document.querySelectorAll('.tiles .value')].map((one) => one.textContent).join('|')
	);
}

async function within(ms: number, what: string, holds: () => Promise<boolean>): Promise<void> {
	for (const until = performance.now() + ms; performance.now() < until; await wait(500))
		if (await holds()) return;
	throw new Error(`${what} did not come within ${ms / 1000} s`);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
