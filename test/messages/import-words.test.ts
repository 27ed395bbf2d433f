import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalCodes, rejectReasons } from '#lib/import/inspection.ts';
import { locales } from '#lib/format/locale.ts';
import { hasWords, problemText, reasonText, warningText } from '#lib/messages/import-words.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';

const root = new URL('../../', import.meta.url);

function texts(folder: string, ending: string): string[] {
	return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith(ending))
		.map((name) => readFileSync(new URL(`${folder}${name}`, root), 'utf8'));
}

const code = [...texts('src/lib/import/', '.ts'), ...texts('src/lib/server/import/', '.ts')];
const sql = texts('queries/import/', '.sql');

/** Codes in what the pipeline builds: `{ code: 'x', …, count }`, and helpers that are given one. */
function found(pattern: RegExp, sources: readonly string[]): string[] {
	return [
		...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map((hit) => hit[1] ?? '')))
	];
}

const written = found(/code: '([a-z_]+)'/g, code);
/** Findings that are said where they stand, as evidence, a consequence or a question. */
const saidElsewhere = new Set([
	'encoding_evidence',
	'encoding_zeros',
	'sibling_agrees',
	'time_column',
	'header_word',
	'values_fit',
	'chosen',
	'row_index',
	'no_values',
	'true_dates',
	'range',
	'not_understood',
	'before_received'
]);

describe('every code of the pipeline', () => {
	it('is found in its source', () => {
		expect(written.length).toBeGreaterThan(30);
	});

	it('has words as a problem or as a warning, unless it is said where it stands', () => {
		const dumb = written.filter(
			(name) => !saidElsewhere.has(name) && !hasWords('problem', name) && !hasWords('warning', name)
		);
		expect(dumb).toEqual([]);
	});

	it('that refuses a file has words as a problem', () => {
		expect(refusalCodes.filter((name) => !hasWords('problem', name))).toEqual([]);
	});

	it('that the cutting of records counts has words as a warning', () => {
		const counted = found(/\bcount\('([a-z_]+)'/g, code);
		expect(counted.length).toBeGreaterThan(3);
		expect(counted.filter((name) => !hasWords('warning', name))).toEqual([]);
	});

	it('that sets a row aside has words as a reason', () => {
		const kinds = ['time', 'number', 'count', 'score', 'nps', 'flag', 'minutes'];
		const inSql = found(/'((?:no|unknown)_[a-z_]+)' as reason/g, sql);
		const inCode = found(/'(no_(?:case_no|received_time|value)|unknown_case)'/g, [...code, ...sql]);
		const all = [
			...rejectReasons,
			...kinds.map((kind) => `unreadable_${kind}`),
			...inSql,
			...inCode
		];
		expect(all).toContain('no_received_time');
		expect(all.filter((name) => !hasWords('reason', name))).toEqual([]);
	});

	it('that flags cases has words as a warning', () => {
		const files = readdirSync(new URL('queries/import/', root));
		const flagging = files
			.filter((name) => name.startsWith('flag_') || name === 'order_warnings.sql')
			.map((name) => readFileSync(new URL(`queries/import/${name}`, root), 'utf8'));
		const flags = [
			...found(/'([a-z]+_[a-z_]+)(?::|')/g, flagging),
			...found(
				/'(negative_[a-z_]+|closed_without[a-z_]+|destroyed_[a-z_]+)'/g,
				texts('queries/schema/', '.sql')
			)
		];
		expect(flags).toEqual(
			expect.arrayContaining([
				'repeated_time',
				'unmatched_value',
				'summed_rows',
				'closed_without_end'
			])
		);
		expect(flags.filter((name) => !hasWords('warning', name))).toEqual([]);
	});
});

describe.each(locales)('in %s', (locale) => {
	it('a problem names the field and the column it is about', () => {
		overwriteGetLocale(() => locale);
		const text = problemText(
			{ code: 'field_given_twice', facts: { field: 'case_no', column: 4 } },
			() => 'Ticket #'
		);
		expect(text).toContain('Ticket #');
		expect(text).not.toContain('case_no');
	});

	it('a warning names its column and value, and says what is done', () => {
		overwriteGetLocale(() => locale);
		const { title, treatment } = warningText('repeated_time', 'closed', '2023-08-28 00:00');
		expect(title).toContain('closed');
		expect(title).toContain('2023-08-28 00:00');
		expect(treatment).not.toBe('');
	});

	it('a code nobody has words for is shown as it is, not hidden', () => {
		overwriteGetLocale(() => locale);
		expect(warningText('brand_new', null).title).toContain('brand_new');
		expect(reasonText('brand_new')).toContain('brand_new');
	});
});
