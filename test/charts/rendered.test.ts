import { describe, expect, test } from 'vitest';
import '#lib/charts/echarts.ts';
import '#lib/charts/echarts-treemap.ts';
import { svgOf } from '#lib/charts/echarts-svg.ts';
import { textWidth } from '#lib/charts/parts/text.ts';
import { drawings, look } from './drawings.ts';

type Written = { text: string; left: number; right: number; middle: number; size: number };

/** Every text of a drawing with the pixels it covers from left to right. */
function written(svg: string): Written[] {
	return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(
		([, attributes = '', text = '']) => {
			const number = (pattern: RegExp): number => Number(pattern.exec(attributes)?.[1] ?? 0);
			const size = number(/font-size:([\d.]+)px/) || 12;
			const shift = number(/translate\(([-\d.]+)/);
			const middle = number(/translate\([-\d.]+ ([-\d.]+)/) + number(/ y="([-\d.]+)"/);
			const x = shift + number(/ x="([-\d.]+)"/);
			const width = textWidth(text.replaceAll('&gt;', '>'), size);
			const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
			const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
			return { text, left, right: left + width, middle, size };
		}
	);
}

describe.each(Object.entries(drawings))('%s', (_, draw) => {
	test.each([1180, 358])('writes nothing over the edge of a chart %i pixels wide', (width) => {
		const size = { width, height: 400 };
		const texts = written(svgOf(draw(look(width)), size));
		expect(texts.length).toBeGreaterThan(3);
		// Estimated widths are a little wide on purpose: four pixels are no cut letter.
		expect(texts.filter(({ left, right }) => left < -4 || right > width + 4)).toEqual([]);
	});

	test.each([1180, 358])('writes no two words over each other %i pixels wide', (width) => {
		const height = width < 600 ? 800 : 400;
		const texts = written(svgOf(draw(look(width, height)), { width, height })).filter(
			({ text }) => text.trim() !== ''
		);
		const covered = texts.flatMap((one, at) =>
			texts.slice(at + 1).flatMap((other) => {
				const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
				const down = Math.abs(one.middle - other.middle);
				return across > 6 && down < Math.min(one.size, other.size) - 2
					? [`${one.text} over ${other.text}`]
					: [];
			})
		);
		expect(covered).toEqual([]);
	});

	test('says the same in the dark and with more contrast', () => {
		const size = { width: 1180, height: 400 };
		const texts = (svg: string): string[] => written(svg).map(({ text }) => text);
		const light = texts(svgOf(draw(look()), size));
		const contrast = texts(svgOf(draw(look(1180, 400, { contrast: true })), size));
		expect(contrast).toEqual(light);
	});
});
