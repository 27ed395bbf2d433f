import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { nameMessages } from '../../scripts/bundle/messages-by-name.ts';

const known = ['hello', 'tip_share', 'tip_mean', 'tip_mean_long', 'other'];

function named(body: string): string {
	const code = `import * as m from '#lib/messages/generated/messages.js';\n${body}`;
	return nameMessages(code, parseSync('a.js', code).program, known, (key) => `/${key}.js`);
}

describe('messages sent to the browser', () => {
	it('imports a message from its own file', () => {
		expect(named('say(m.hello());')).toBe(
			'import { hello as message$hello } from "/hello.js";\nsay(message$hello());'
		);
	});

	it('imports every message a computed name can mean, and no other', () => {
		expect(named('say(m[`tip_${measure}`]());').split('\n')).toEqual([
			'import { tip_share as message$tip_share } from "/tip_share.js";',
			'import { tip_mean as message$tip_mean } from "/tip_mean.js";',
			'import { tip_mean_long as message$tip_mean_long } from "/tip_mean_long.js";',
			'const messages$0 = { tip_share: message$tip_share, tip_mean: message$tip_mean, tip_mean_long: message$tip_mean_long };',
			'say(messages$0[`tip_${measure}`]());'
		]);
	});

	it('imports both of two names', () => {
		const code = named("say(m[short ? 'tip_mean' : 'tip_mean_long']());");
		expect(code).toContain('{ tip_mean: message$tip_mean, tip_mean_long: message$tip_mean_long }');
		expect(code).not.toContain('hello');
	});

	it('names a message once, however often it is used', () => {
		expect(named('say(m.hello(), m.hello());').match(/import /g)).toHaveLength(1);
	});

	it('leaves properties of the same name alone', () => {
		expect(named('say({ m: 1 }, a.m, m.hello);')).toContain('say({ m: 1 }, a.m, message$hello)');
	});

	it.each([
		['a name that could mean any message', 'm[key]()'],
		['the namespace as a value', 'say(m)'],
		['another thing of the same name', 'list.map((m) => m.hello)'],
		['a message that is not there', 'm.missing()'],
		['a template no message fits', 'm[`nothing_${a}`]()']
	])('refuses %s', (_, body) => {
		expect(() => named(body)).toThrow();
	});
});
