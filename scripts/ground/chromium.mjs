import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const places = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/microsoft-edge',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

/** As systems name it where the search path finds it. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What a browser under test may not do: use a GPU that is not there, or call home. */
export const chromiumArguments = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * Path of an installed browser of the Chromium family: the one REDRESS_CHROMIUM names, or the first
 * found where systems put them or on the search path.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
	const named = process.env.REDRESS_CHROMIUM;
	const searched = (process.env.PATH ?? '')
		.split(delimiter)
		.filter(Boolean)
		.flatMap((folder) => names.map((name) => join(folder, name)));
	return [...(named ? [named] : []), ...places, ...searched].find((path) => existsSync(path));
}

/**
 * Whether a font with Chinese glyphs is installed. Where fontconfig is not used (Mac, Windows) the
 * system brings one.
 */
function hasChineseFont() {
	if (process.platform !== 'linux') return true;
	const asked = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
	return asked.status === 0 && asked.stdout.trim() !== '';
}

/**
 * Installs a browser and Chinese fonts where they are missing and this user may.
 *
 * @returns {string | undefined} what to do by hand when it could not
 */
export function provideChromium() {
	const missing = [
		...(findChromium() ? [] : ['chromium']),
		...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk'])
	];
	if (missing.length === 0) return undefined;
	const byHand =
		`Missing for the browser tests: ${missing.join(', ')}. Install them ` +
		`(Debian: apt-get install ${missing.join(' ')}), or name a browser in REDRESS_CHROMIUM.`;
	const mayInstall = process.platform === 'linux' && process.getuid?.() === 0;
	if (!mayInstall) return findChromium() ? undefined : byHand;
	console.error(`Installing ${missing.join(', ')} …`);
	aptGet(['update']);
	aptGet(['install', '--yes', '--no-install-recommends', ...missing]);
	return findChromium() ? undefined : byHand;
}

/** @param {string[]} args */
function aptGet(args) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] });
}
