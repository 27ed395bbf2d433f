import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const longestMs = 120_000;

/** Prints a page to a PDF, as a reader of that language sees it. Throws where the browser cannot. */
export async function printPdf(
	browser: string,
	page: string,
	{ lang, out }: { readonly lang: string; readonly out: string }
): Promise<void> {
	// A profile of its own: the reader's browser may be running, and keeps cookies with a language.
	const profile = mkdtempSync(join(tmpdir(), 'redress-report-'));
	// A Chromium run by root refuses its sandbox.
	const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const child = spawn(
		browser,
		[
			'--headless',
			'--disable-gpu',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...asRoot,
			`--user-data-dir=${profile}`,
			`--accept-lang=${lang}`,
			'--no-pdf-header-footer',
			`--print-to-pdf=${out}`,
			page
		],
		{ stdio: ['ignore', 'ignore', 'pipe'], timeout: longestMs, killSignal: 'SIGKILL' }
	);
	let said = '';
	child.stderr.on('data', (piece: Buffer) => (said = (said + String(piece)).slice(-2_000)));
	const began = Date.now();
	const code = await new Promise<number | null>((resolve) => {
		child.once('exit', resolve);
		child.once('error', () => resolve(null));
	});
	rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	const written = statSync(out, { throwIfNoEntry: false });
	// A file of an earlier run does not count.
	if (code !== 0 || !written || written.mtimeMs < began - 1_000)
		throw new Error(`${browser} printed nothing (${code}).\n${said.trim()}`);
}
