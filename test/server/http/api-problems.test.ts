import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { apiProblems } from '#lib/server/http/api-problems.ts';
import { problem } from '#lib/server/http/problem.ts';

async function handled(path: string, response: Response, reference?: string): Promise<Response> {
	const event = {
		url: new URL(path, 'http://localhost'),
		locals: { reference }
	} as unknown as RequestEvent;
	return apiProblems({ event, resolve: () => response });
}

describe('a refusal of the API', () => {
	it('is a problem with a code, also where the framework made it', async () => {
		const page = new Response('<!doctype html>', {
			status: 404,
			headers: { 'content-type': 'text/html' }
		});
		const response = await handled('/api/nothing', page);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(await response.json()).toMatchObject({ status: 404, code: 'unknown_address' });
	});

	it('says of an error its reference and nothing of what happened', async () => {
		const failed = new Response('Catalog Error: /secret/path', { status: 500 });
		const response = await handled('/api/answers/x', failed, 'ab12');
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(await response.json()).toEqual({
			type: 'about:blank',
			status: 500,
			code: 'failed',
			reference: 'ab12'
		});
	});

	it('of our own stays as it is, and pages keep their error page', async () => {
		const own = problem(409, 'data_version_changed', { dataVersion: 3 });
		expect(await handled('/api/answers/x', own)).toBe(own);
		const page = new Response('gone', { status: 404 });
		expect(await handled('/cases/a/b', page)).toBe(page);
	});
});
