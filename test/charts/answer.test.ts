import { Float64, Table, tableToIPC, vectorFromArray } from 'apache-arrow';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { AnswerProblem, fetchAnswer } from '#lib/charts/answer.ts';

const bytes = tableToIPC(new Table({ cases: vectorFromArray([3, null], new Float64()) }), 'stream');
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function serving(listener: RequestListener): Promise<string> {
	const server = createServer(listener).listen(0, '127.0.0.1');
	stops.push(() => {
		server.closeAllConnections();
		server.close();
	});
	await new Promise((ready) => server.once('listening', ready));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/answers/x?category=a`;
}

const arrow = { 'content-type': 'application/vnd.apache.arrow.stream' };
const problem = { 'content-type': 'application/problem+json' };

test('an answer arrives as plain columns', async () => {
	const url = await serving((_, response) => response.writeHead(200, arrow).end(bytes));
	const { rows, columns } = await fetchAnswer(url);
	expect(rows).toBe(2);
	expect([...(columns['cases'] ?? [])]).toEqual([3, Number.NaN]);
});

test('an old version asks once more with the current one and keeps the filter', async () => {
	const asked: string[] = [];
	const url = await serving((request, response) => {
		asked.push(request.url ?? '');
		if (asked.length === 1) {
			response
				.writeHead(409, problem)
				.end(JSON.stringify({ code: 'data_version_changed', dataVersion: 215 }));
		} else response.writeHead(200, arrow).end(bytes);
	});
	expect((await fetchAnswer(`${url}&version=214`)).rows).toBe(2);
	expect(asked).toEqual([
		'/api/answers/x?category=a&version=214',
		'/api/answers/x?category=a&version=215'
	]);
});

test('a server that always calls the version old is not asked for ever', async () => {
	let asked = 0;
	const url = await serving((_, response) => {
		asked++;
		response
			.writeHead(409, problem)
			.end(JSON.stringify({ code: 'data_version_changed', dataVersion: asked }));
	});
	await expect(fetchAnswer(url)).rejects.toMatchObject({
		code: 'data_version_changed',
		status: 409
	});
	expect(asked).toBe(2);
});

test('a refusal carries its code and facts', async () => {
	const url = await serving((_, response) =>
		response
			.writeHead(400, problem)
			.end(JSON.stringify({ code: 'filter_unknown', field: 'colour' }))
	);
	const refusal = await fetchAnswer(url).catch((cause: unknown) => cause);
	expect(refusal).toBeInstanceOf(AnswerProblem);
	expect(refusal).toMatchObject({
		code: 'filter_unknown',
		status: 400,
		facts: { field: 'colour' }
	});
});

test('a page in place of a problem is still told as one', async () => {
	const url = await serving((_, response) =>
		response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')
	);
	await expect(fetchAnswer(url)).rejects.toMatchObject({
		code: 'unexpected_response',
		status: 502
	});
});

test('an abort stops the request', async () => {
	const url = await serving(() => {});
	const stop = new AbortController();
	const answer = fetchAnswer(url, stop.signal);
	stop.abort();
	await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
});
