import { describe, expect, it } from 'vitest';
import { refusalOf } from '#lib/server/access/origin.ts';

const none = new Set<string>();

function request(method: string, headers: Record<string, string>): Request {
	return new Request('http://localhost:3000/imports', {
		method,
		headers: { host: 'localhost:3000', ...headers }
	});
}

describe('the origin check', () => {
	it('lets a page of this host read and change', () => {
		expect(refusalOf(request('GET', {}), none)).toBeNull();
		expect(refusalOf(request('POST', { origin: 'http://localhost:3000' }), none)).toBeNull();
		expect(
			refusalOf(request('POST', { host: '127.0.0.1', origin: 'http://127.0.0.1' }), none)
		).toBeNull();
	});

	it('refuses another host’s page, a null origin and what the browser calls cross-site', () => {
		expect(refusalOf(request('POST', { origin: 'http://evil.example' }), none)).toBe('origin');
		expect(refusalOf(request('DELETE', { origin: 'null' }), none)).toBe('origin');
		expect(refusalOf(request('PUT', { 'sec-fetch-site': 'cross-site' }), none)).toBe('origin');
		expect(refusalOf(request('POST', { origin: 'http://localhost:3001' }), none)).toBe('origin');
	});

	it('refuses a name that was rebound to loopback, unless it is allowed', () => {
		expect(refusalOf(request('GET', { host: 'rebound.example:3000' }), none)).toBe('host');
		expect(
			refusalOf(request('GET', { host: 'redress.intern:3000' }), new Set(['redress.intern']))
		).toBeNull();
	});
});
