/** The server takes every address for https; on the machine itself it is http. */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Scheme and host under which this server was asked. */
export function ownAddress({ hostname, host, origin }: URL): string {
	return loopback.test(hostname) ? `http://${host}` : origin;
}
