import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Chart from '#lib/charts/Chart.svelte';

const page = (height: number | { wide: number; narrow: number }): string =>
	render(Chart, {
		props: {
			draw: () => {
				throw new Error('the server draws nothing');
			},
			label: '投诉量',
			description: '比去年同期多 **307** 件',
			height,
			onmark: () => {}
		}
	}).body;

test('the server sends the size and the words of a chart, without marks for emphasis', () => {
	const html = page({ wide: 460, narrow: 400 });
	expect(html).toContain('--wide: 460px');
	expect(html).toContain('--small: 400px');
	expect(html).toContain('投诉量');
	expect(html).toContain('比去年同期多 307 件');
	expect(html).not.toContain('**');
});

test('one height is the height of every place', () => {
	const html = page(280);
	expect(html).toContain('--wide: 280px');
	expect(html).toContain('--small: 280px');
});
