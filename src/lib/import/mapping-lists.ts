import { caseFields, orderFields } from '#lib/measures/case-fields.ts';

// Apart from the schemas of mapping.ts: a browser needs the lists, not their checking.

/** A column is mapped to a field, kept as it came (`extra`) or left out (`skip`). */
export const targets = [
	...(Object.keys(caseFields) as (keyof typeof caseFields)[]),
	...(Object.keys(orderFields) as (keyof typeof orderFields)[]),
	'extra',
	'skip'
] as const;

export const encodings = [
	'utf-8',
	'gb18030',
	'big5',
	'windows-1252',
	'utf-16le',
	'utf-16be'
] as const;

export const dateOrders = ['day-first', 'month-first', 'ambiguous', 'fixed'] as const;

export const durationUnits = ['seconds', 'minutes', 'hours', 'days'] as const;
