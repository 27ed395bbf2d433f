import { expect, test } from 'vitest';
import { ownPath } from '#lib/server/http/own-path.ts';

const here = new URL('https://redress.example/settings?/act');

test('people are sent back to where they came from on this host', () => {
	expect(ownPath('/improvements/2511-01?view=list', here)).toBe('/improvements/2511-01?view=list');
	expect(ownPath('/', here)).toBe('/');
});

test.each([
	'',
	'improvements',
	'//evil.example',
	'/\\evil.example',
	'/.//evil.example',
	'https://evil.example/',
	'https://redress.example/',
	'javascript:alert(1)'
])('%j sends them nowhere', (back) => {
	expect(ownPath(back, here)).toBeNull();
});
