import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './scripts/ground/chromium.mjs';

// The workers read this file again and must find the same folder.
process.env.REDRESS_E2E_STATE ??= join(tmpdir(), `redress-e2e-${process.pid}`);

const executablePath = findChromium();

/** Specs whose every test asks a server of its own: they disturb nobody and run beside the others. */
const withOwnServer = [
	'audits',
	'improvement-cycle',
	'improvement-turns',
	'improvements',
	'limits',
	'logs',
	'mapping-file',
	'own-measures',
	'readers',
	'report',
	'review',
	'start-improvement',
	'targets',
	'themes'
].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
	testDir: 'test/e2e',
	outputDir: 'test-results',
	workers: 2,
	projects: [
		// One server with one state: tests that import would disturb tests that count.
		{ name: 'shared server', testIgnore: withOwnServer, workers: 1 },
		{ name: 'own server', testMatch: withOwnServer, workers: 1 }
	],
	forbidOnly: Boolean(process.env.CI),
	// Patience costs a passing test nothing; two browsers share what may be two cores.
	timeout: 120_000,
	expect: { timeout: 15_000 },
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
	use: {
		// Set by `wait` below once the server has said which port it got.
		baseURL: process.env.REDRESS_ADDRESS,
		locale: 'en-GB',
		timezoneId: 'Asia/Shanghai',
		viewport: { width: 1440, height: 900 },
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure',
		launchOptions: {
			args: chromiumArguments,
			// Without a UTF-8 locale a Chinese file name is downloaded as "download".
			env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' },
			...(executablePath ? { executablePath } : {})
		}
	},
	webServer: {
		command: 'node scripts/start.mjs',
		env: {
			...(process.env as Record<string, string>),
			HOST: '127.0.0.1',
			PORT: '0',
			REDRESS_AUTH: '',
			REDRESS_DATA: process.env.REDRESS_E2E_STATE,
			REDRESS_DEMO_ROWS: '6000',
			REDRESS_ZONE: 'Asia/Shanghai'
		},
		wait: { stdout: /Redress listens on (?<redress_address>\S+)/ },
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		timeout: 300_000
	}
});
