import type { z } from 'zod';
import type { Choices } from './choices.ts';
import type { Finding } from './inspection.ts';
import { mappingSchema, type Mapping } from './mapping.ts';

/** A mapping out of a file a person gives, or why it is none and where: `columns[3].target`. */
export function readMappingFile(
	text: string
): { readonly mapping: Mapping } | { readonly problem: Finding } {
	let given: unknown;
	try {
		given = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		return { problem: { code: 'mapping_file_json', facts: { line: lineOf(error, text) } } };
	}
	const read = mappingSchema.safeParse(given);
	if (!read.success) {
		const [issue] = read.error.issues;
		return { problem: issue ? problemOf(issue, given) : { code: 'unexpected', facts: {} } };
	}
	const seen = new Set<number>();
	for (const [at, { position }] of read.data.columns.entries()) {
		if (seen.has(position))
			return {
				problem: {
					code: 'mapping_file_twice',
					facts: { place: `columns[${at}].position`, found: String(position) }
				}
			};
		seen.add(position);
	}
	return { mapping: read.data };
}

/**
 * A mapping as a file for other files of the same log. Encoding, sheet and lines above the table are of
 * one file and found anew, unless a person chose them.
 */
export function mappingFileText(mapping: Mapping, { reading: chosen }: Pick<Choices, 'reading'>) {
	const { encoding: _e, sheet: _s, skipLines: _l, ...reading } = mapping.reading;
	return `${JSON.stringify({ ...mapping, reading: { ...reading, ...chosen } }, null, '\t')}\n`;
}

/**
 * The line JSON broke off in. V8 gives the position, or for a token it did not expect the token and the
 * text from ten characters before it, or at the end of the text nothing.
 */
function lineOf(error: unknown, text: string): number {
	const said = error instanceof Error ? error.message : '';
	const position = /position (\d+)/.exec(said)?.[1];
	const token = /^Unexpected token '(.+?)', (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid/u.exec(
		said
	);
	const [, sign = '', cut, around = ''] = token ?? [];
	const end = position ?? (token && (cut ? text.indexOf(around) + 10 : text.indexOf(sign)));
	return text.slice(0, end === null ? undefined : Number(end)).split('\n').length;
}

function problemOf(issue: z.core.$ZodIssue, given: unknown): Finding {
	const value = issue.path.reduce<unknown>(
		(held, key) => (held as Record<PropertyKey, unknown> | null | undefined)?.[key],
		given
	);
	if (issue.code === 'unrecognized_keys') {
		const place = placeOf([...issue.path, issue.keys[0] ?? '']);
		return { code: 'mapping_file_unknown', facts: { place } };
	}
	const place = placeOf(issue.path);
	if (value === undefined) return { code: 'mapping_file_missing', facts: { place } };
	const found = (JSON.stringify(value) ?? '').slice(0, 60);
	return { code: 'mapping_file_value', facts: { place, found } };
}

function placeOf(path: readonly PropertyKey[]): string {
	const text = path
		.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
		.join('');
	return text === '' ? '{ … }' : text.replace(/^\./, '');
}
