import type { TimeForm } from '#lib/import/mapping.ts';

/** Formats in turn, the first that fits wins; runs of `strptime` patterns go in one call. */
export function timeOf(field: string, form: TimeForm): string {
	const zone = `getvariable('forms')['${field}'].zone`;
	const tries = formatGroups(form.formats).map((group, index) => {
		const read = `${field}_${index + 1}`;
		return isInstant(group[0]) ? read : `instant_in(${read}, ${zone})`;
	});
	return tries.length === 1 ? String(tries[0]) : `coalesce(${tries.join(', ')})`;
}

/** Forms that say their offset, so that no zone is needed. */
function isInstant(format: string | undefined): boolean {
	return format === 'iso-offset' || format?.startsWith('epoch-') === true;
}

/** What one group of formats makes of a text: wall clock, or an instant where it says its offset. */
export function wallOf(format: string | undefined, text: string, formats: string): string {
	switch (format) {
		case 'iso-offset':
			return `iso_instant(${text})`;
		case 'excel-1900':
			return `serial_wall(${text}, timestamp '1899-12-30')`;
		case 'excel-1904':
			return `serial_wall(${text}, timestamp '1904-01-01')`;
		case 'epoch-seconds':
			return `epoch_instant(${text}, 1)`;
		case 'epoch-milliseconds':
			return `epoch_instant(${text}, 1000)`;
		default:
			return `try_strptime(${text}, ${formats})`;
	}
}

const special = /^(iso-offset|excel-19\d\d|epoch-\w+)$/;

/** Formats in runs: `strptime` patterns together, each special word alone. */
export function formatGroups(formats: readonly string[]): string[][] {
	const groups: string[][] = [];
	for (const format of formats) {
		const last = groups.at(-1);
		if (last?.[0] !== undefined && !special.test(format) && !special.test(last[0]))
			last.push(format);
		else groups.push([format]);
	}
	return groups;
}
