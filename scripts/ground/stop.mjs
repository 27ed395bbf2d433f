/**
 * Stops in an order that never waits for a long query: first the app interrupts what runs, then
 * requests end, then the app closes its files, then the process ends, by force if it must.
 *
 * The app listens to two events of the process: `redress:interrupt` (interrupt running queries
 * and imports; more may still arrive) and `sveltekit:shutdown` (no request is left: close).
 *
 * @param {import('node:http').Server} server
 * @param {{ requestsMs?: number, closeMs?: number }} [limits] how long requests may still take,
 * and after that how long closing may
 */
export function stopOnSignal(server, { requestsMs = 2_000, closeMs = 5_000 } = {}) {
	let stopping = false;

	/** @param {NodeJS.Signals} signal */
	const stop = (signal) => {
		if (stopping) return;
		stopping = true;
		process.exitCode = 0;
		const events = /** @type {{ emit(name: string, reason: string): boolean }} */ (process);
		server.close(() => {
			events.emit('sveltekit:shutdown', signal);
			// Ends earlier, by itself, once nothing is open any more.
			setTimeout(() => exitHard('its files did not close'), closeMs).unref();
		});
		events.emit('redress:interrupt', signal);
		server.closeIdleConnections();
		setTimeout(() => {
			events.emit('redress:interrupt', signal);
			server.closeAllConnections();
		}, requestsMs).unref();
		setTimeout(() => exitHard('a request did not end'), requestsMs + closeMs).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
	if (process.env.npm_lifecycle_event) whenOrphaned(() => stop('SIGTERM'));
}

/**
 * npm passes a signal to the shell it starts us from, and that shell dies without passing it on:
 * the server would live on, holding the port and the state.
 *
 * @param {() => void} then
 */
function whenOrphaned(then) {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		then();
	}, 500);
	watch.unref();
}

/** @param {string} reason */
function exitHard(reason) {
	console.error(`Redress was ended by force: ${reason}.`);
	process.exit(1);
}
