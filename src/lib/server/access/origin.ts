/** Names under which a server on loopback may be asked; anything else may be a rebound DNS name. */
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why a request is refused, or null. */
export type Refusal = 'host' | 'origin' | null;

/**
 * Kit's own check compares with an https address it assumes and leaves out several content types, so
 * every request is judged here: the host must be one of ours, and what changes state must come from
 * a page of this very host.
 *
 * @param allowedHosts names besides loopback, as `REDRESS_HOSTS` lists them
 */
export function refusalOf(request: Request, allowedHosts: ReadonlySet<string>): Refusal {
	const host = request.headers.get('host') ?? '';
	const name = host.replace(/:\d+$/, '').toLowerCase();
	if (!loopbackNames.has(name) && !allowedHosts.has(name)) return 'host';
	if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS')
		return null;
	if (request.headers.get('sec-fetch-site') === 'cross-site') return 'origin';
	const origin = request.headers.get('origin');
	// A client that sends no Origin is not a browser; browsers send one with every non-GET.
	if (origin === null) return null;
	return origin !== 'null' && URL.canParse(origin) && new URL(origin).host === host
		? null
		: 'origin';
}
