const problemType = 'application/problem+json';

/** An error of the API as RFC 9457 problem+json. `code` is stable; scripts may test it. */
export function problem(
	status: number,
	code: string,
	facts: Readonly<Record<string, unknown>> = {}
): Response {
	return new Response(JSON.stringify({ type: 'about:blank', status, code, ...facts }), {
		status,
		headers: { 'content-type': problemType, 'cache-control': 'no-store' }
	});
}

export function isProblem(response: Response): boolean {
	return response.headers.get('content-type') === problemType;
}
