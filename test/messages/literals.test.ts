import { readdirSync, readFileSync } from 'node:fs';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const root = new URL('../../src/', import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
	path.endsWith('.svelte')
);

/** Attributes whose value people see or hear. */
const spoken = new Set(['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'label']);
/** Keys of the keyboard, file kinds and units of measure are the same in every language. */
const allowed = /^(n|%|CSV|XLSX|PNG|SVG|SQL|JSON|Arrow|Enter|Esc)$/;
const word = /\p{L}{2,}|\p{Script=Han}/u;

/** Visible words written into a component's markup instead of the messages. */
function literals(source: string): string[] {
	const found: string[] = [];
	const check = (text: string) => {
		if (word.test(text) && !allowed.test(text.trim())) found.push(text.trim());
	};
	const visit = (node: AST.SvelteNode | AST.SvelteNode[] | null | undefined): void => {
		if (Array.isArray(node)) return node.forEach(visit);
		if (!node || typeof node !== 'object') return;
		if ('name' in node && (node.name === 'style' || node.name === 'code' || node.name === 'kbd'))
			return;
		if (node.type === 'StyleDirective' || node.type === 'ClassDirective') return;
		if (node.type === 'Text') return check(node.data);
		if (node.type === 'Attribute') {
			if (!spoken.has(node.name) || node.value === true) return;
			for (const part of Array.isArray(node.value) ? node.value : [])
				if (part.type === 'Text') check(part.data);
			return;
		}
		for (const value of Object.values(node))
			if (value && typeof value === 'object') visit(value as AST.SvelteNode);
	};
	visit(parse(source, { modern: true }).fragment);
	return found;
}

describe('components', () => {
	it('are found', () => {
		expect(files.length).toBeGreaterThan(20);
	});

	it.each(files)('%s says nothing that is not in the messages', (path) => {
		const source = readFileSync(new URL(path, root), 'utf8');
		expect(literals(source)).toEqual([]);
		// Strings in script and expressions too: no Chinese character outside the messages.
		expect(source.match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
	});

	it('would be caught: text, attribute and nested text', () => {
		expect(
			literals('<p title="Hello">a{#if x}<b>Save all</b>{/if}</p><style>p{color:red}</style>')
		).toEqual(['Hello', 'Save all']);
	});
});
