/** An error of the API as RFC 9457 problem+json. `code` is stable; scripts may test it. */
export function problem(
	status: number,
	code: string,
	facts: Readonly<Record<string, unknown>> = {}
): Response {
	return new Response(JSON.stringify({ type: 'about:blank', status, code, ...facts }), {
		status,
		headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
	});
}
