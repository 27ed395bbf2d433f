import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flagText } from '#lib/messages/flag-words.ts';
import { hasWords, warningText } from '#lib/messages/import-words.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';

overwriteGetLocale(() => 'en');

/** Codes the import's statements write beside a case. */
function writtenCodes(): string[] {
	const folder = new URL('../../queries/import/', import.meta.url);
	const texts = readdirSync(folder)
		.filter((name) => name.startsWith('flag_') || name === 'write_cases.sql')
		.map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/^--.*$/gm, ''));
	const quoted = texts.flatMap((text) =>
		[...text.matchAll(/'([a-z_]+):?'/g)].map(([, word]) => word)
	);
	return [...new Set(quoted)].filter((word): word is string => hasWords('warning', word ?? ''));
}

describe('a warning by its key', () => {
	it('is said in words, with the field and the value it is about', () => {
		expect(flagText('negative_first_response')).toBe('First response before receipt');
		expect(flagText('repeated_time:first_response_at:2023-08-28 00:00')).toMatch(
			/“First response”.*2023-08-28 00:00/
		);
		expect(flagText('unmatched_value:priority')).toContain('“Priority”');
	});

	it('has words for every code the import writes, those of the ledger', () => {
		const codes = writtenCodes();
		expect(codes.length).toBeGreaterThanOrEqual(10);
		for (const code of codes)
			expect(flagText(`${code}:C:V`), code).toBe(warningText(code, 'C', 'V').title);
	});

	it('stays as it is when nobody knows it', () => {
		expect(flagText('made_up:x')).toContain('made_up:x');
	});
});
