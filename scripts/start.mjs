// Serves the built app: `npm start`.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { continueOnRightNode } from './ground/node-version.mjs';
import { stopOnSignal } from './ground/stop.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (!existsSync(join(root, 'node_modules'))) {
	refuse('The packages are not installed: use `npm start`, or run `node scripts/setup.mjs` first.');
}
await continueOnRightNode(root);

const host = process.env.HOST || '127.0.0.1';
const port = readPort(process.env.PORT || '3000');
const withoutAccounts = process.env.REDRESS_AUTH === 'off';
if (!isLoopback(host)) {
	if (!withoutAccounts) {
		refuse(
			`HOST=${host} would let other machines in, and Redress has no accounts yet. ` +
				'Keep 127.0.0.1 behind a proxy that asks who is there, or say REDRESS_AUTH=off.'
		);
	}
	console.error(
		`REDRESS_AUTH=off: whoever reaches ${host}:${port} can read and change everything.`
	);
}

if (!(await build())) refuse('The build failed; nothing was started.', 1);

process.chdir(root);
process.env.REDRESS_HOME = root;
process.env.NODE_ENV ??= 'production';
process.env.HOST = host;
process.env.PORT = String(port);
process.env.REDRESS_DATA = resolve(root, process.env.REDRESS_DATA || 'data/local');
// Logs of several gigabytes are streamed to disk; the import has limits of its own.
process.env.BODY_SIZE_LIMIT = 'Infinity';

/** @type {{ handler: import('node:http').RequestListener }} */
const { handler } = await import(pathToFileURL(join(root, 'build', 'handler.js')).href);
// Pages and answers go compressed; files of the build already are.
const { default: compression } = await import('compression');
// Its types speak of Express; it takes Node's own requests as well.
const compress =
	/** @type {(...told: [...Parameters<import('node:http').RequestListener>, () => void]) => void} */ (
		/** @type {unknown} */ (compression())
	);
const server = createServer((request, response) =>
	compress(request, response, () => handler(request, response))
);
// Node ends a request after five minutes; a large log over a slow line takes longer.
server.requestTimeout = 0;
server.once('error', (error) => refuse(listenProblem(error), 1));
server.listen(port, host, () => {
	const address = server.address();
	const bound = address && typeof address === 'object' ? address.port : port;
	console.log(`Redress listens on http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
	console.log(`Its state is in ${process.env.REDRESS_DATA}`);
});
stopOnSignal(server);

/** @param {string} text */
function readPort(text) {
	const number = Number(text);
	if (/^\d+$/.test(text) && number <= 65535) return number;
	return refuse(`PORT=${text} is not a port: give a number from 0 (any free one) to 65535.`);
}

/** @param {string} name */
function isLoopback(name) {
	return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** @param {NodeJS.ErrnoException} error */
function listenProblem(error) {
	if (error.code === 'EADDRINUSE') {
		return `Port ${port} on ${host} is in use: stop what listens there, or choose another with PORT.`;
	}
	if (error.code === 'EACCES') return `Port ${port} needs more rights: choose one above 1023.`;
	if (error.code === 'EADDRNOTAVAIL') return `${host} is not an address of this machine.`;
	return `Redress cannot listen on ${host}:${port}: ${error.message}`;
}

/**
 * @param {string} reason
 * @param {number} [code] 2: told wrongly, 1: could not
 * @returns {never}
 */
function refuse(reason, code = 2) {
	console.error(reason);
	process.exit(code);
}
