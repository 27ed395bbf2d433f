import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { categoryHues } from '#lib/charts/look/category-colour.ts';
import { faded, mixed } from '#lib/charts/look/look.ts';
import { cssName, dark, light, type Token } from '#lib/charts/look/tokens.ts';

const css = readFileSync(new URL('../../../src/app.css', import.meta.url), 'utf8');
const pairs = new Map(
	[...css.matchAll(/(--[\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
		([, name = '', day = '', night = '']) => [name, { day, night }]
	)
);

/** WCAG 2.2 relative luminance and contrast of two sRGB colours. */
function contrast(one: string, other: string): number {
	const luminance = (colour: string): number => {
		const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
			const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (high + 0.05) / (low + 0.05);
}

const tokens = Object.keys(light) as Token[];

test('charts and style sheet name the same colours', () => {
	const shared = tokens.filter((token) => !/^c\d$/.test(token));
	expect(shared.map((token) => [token, pairs.get(cssName(token))])).toEqual(
		shared.map((token) => [token, { day: light[token], night: dark[token] }])
	);
});

describe.each([
	['light', light],
	['dark', dark]
] as const)('%s', (_, colours) => {
	test('text colours reach 4.5 : 1 on paper', () => {
		for (const token of ['ink', 'ink2', 'ink3', 'accent', 'good', 'bad'] as const) {
			expect(contrast(colours[token], colours.paper), token).toBeGreaterThanOrEqual(4.5);
		}
	});

	test('every hue and the grey of marks reach 3 : 1 on paper', () => {
		const marks = tokens.filter((token) => /^(c\d|rest)$/.test(token));
		expect(marks).toHaveLength(9);
		for (const token of marks) {
			expect(contrast(colours[token], colours.paper), token).toBeGreaterThanOrEqual(2.99);
		}
	});
});

test('a category keeps its hue, the first seven share none, the rest and the blank are grey', () => {
	const known = ['质量', '物流', '售后', '客服', '价格', '支付', '规则', '系统', '其他'];
	const hue = categoryHues(known);
	const first = known.slice(0, 7).map(hue);
	expect(new Set(first).size).toBe(7);
	expect(first).not.toContain('c8');
	expect([hue('系统'), hue('其他'), hue(null), hue('unheard of')]).toEqual([
		'c8',
		'c8',
		'c8',
		'c8'
	]);
	expect(known.map(categoryHues(known))).toEqual(known.map(hue));
});

test('a colour is faded and mixed as the eye sees it', () => {
	expect(faded('#0b5cad', 0.22)).toBe('rgba(11, 92, 173, 0.22)');
	expect(mixed('#000000', '#ffffff', 0.2)).toBe('#cccccc');
});
