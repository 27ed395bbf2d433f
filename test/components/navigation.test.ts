import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pageAt, navigationPages } from '#lib/components/shell/navigation.ts';
import { runs } from '#lib/components/emphasis.ts';

describe('the rail', () => {
	it('finds the page an address belongs to', () => {
		expect(pageAt('/')?.href).toBe('/');
		expect(pageAt('/cases/shop/17')?.href).toBe('/cases');
		expect(pageAt('/casesx')).toBeUndefined();
	});

	it('lists only pages that can be opened', () => {
		for (const { href } of navigationPages) {
			const folder = new URL(`../../src/routes${href === '/' ? '' : href}/`, import.meta.url);
			expect(existsSync(new URL('+page.svelte', folder)), href).toBe(true);
		}
	});
});

describe('emphasis in a sentence', () => {
	it('is what stands between two marks', () => {
		expect(runs('**Price** rose, *all* **else** fell')).toEqual([
			{ text: 'Price', strong: true },
			{ text: ' rose, *all* ', strong: false },
			{ text: 'else', strong: true },
			{ text: ' fell', strong: false }
		]);
	});
});
