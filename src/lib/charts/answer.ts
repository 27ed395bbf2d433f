import type { Answer } from './arrow.ts';

export type { Answer } from './arrow.ts';

/** What the server said no with (`application/problem+json`). */
export class AnswerProblem extends Error {
	override readonly name = 'AnswerProblem';
	readonly code: string;
	readonly status: number;
	readonly facts: Readonly<Record<string, unknown>>;

	constructor(code: string, status: number, facts: Readonly<Record<string, unknown>> = {}) {
		super(`${status} ${code}`);
		this.code = code;
		this.status = status;
		this.facts = facts;
	}
}

async function problemOf(response: Response): Promise<AnswerProblem> {
	const type = response.headers.get('content-type') ?? '';
	if (!type.includes('json')) return new AnswerProblem('unexpected_response', response.status);
	const facts = (await response.json()) as Record<string, unknown>;
	const code = typeof facts['code'] === 'string' ? facts['code'] : 'unexpected_response';
	return new AnswerProblem(code, response.status, facts);
}

/** The parameter of an answer's address that says which state of the data it speaks of. */
const versionParameter = 'version';

function withVersion(url: string, version: unknown): string | undefined {
	if (typeof version !== 'string' && typeof version !== 'number') return undefined;
	const [path = '', query = ''] = url.split('?');
	const parameters = new URLSearchParams(query);
	if (parameters.get(versionParameter) === String(version)) return undefined;
	parameters.set(versionParameter, String(version));
	return `${path}?${parameters.toString()}`;
}

/**
 * Asks for an answer and decodes it. Data that changed since the page was made (409) are asked for
 * once more in the state the server names; any other refusal is thrown as AnswerProblem.
 */
export async function fetchAnswer(
	url: string,
	signal?: AbortSignal,
	request: typeof fetch = fetch
): Promise<Answer> {
	const ask = async (address: string): Promise<Response> =>
		await request(address, {
			headers: { accept: 'application/vnd.apache.arrow.stream' },
			...(signal === undefined ? {} : { signal })
		});
	let response = await ask(url);
	if (response.status === 409) {
		const problem = await problemOf(response);
		const again = withVersion(url, problem.facts['dataVersion']);
		if (again === undefined) throw problem;
		response = await ask(again);
	}
	if (!response.ok) throw await problemOf(response);
	const [{ decodeArrow }, bytes] = await Promise.all([
		import('./arrow.ts'),
		response.arrayBuffer()
	]);
	return decodeArrow(new Uint8Array(bytes));
}
