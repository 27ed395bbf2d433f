import type { Mapping } from '#lib/import/mapping.ts';
import type { LedgerEntry } from '#lib/server/import/ledger-entry.ts';
import type { NotImported } from '#lib/server/import/run.ts';

/** The mapping used, a line a column, so that a proposal never goes in unseen. */
export function describeMapping(mapping: Mapping): string {
	const lines = mapping.columns.map(({ position, header, target, form }) => {
		const how = form?.kind === 'time' ? ` (${form.formats.join(' | ')})` : '';
		return `  ${String(position + 1).padStart(3)} ${header ?? ''} → ${target}${how}`;
	});
	return `mapping used:\n${lines.join('\n')}`;
}

export function describeEntry(entry: LedgerEntry): string {
	const lines = [
		`${entry.file} → ${entry.source}${entry.dryRun ? ' (dry run, nothing written)' : ` (load ${entry.loadId})`}`,
		`  ${entry.encoding}, ${entry.rowsRead} rows read = ${entry.loaded} loaded + ${entry.updated} updated + ${entry.unchanged} unchanged + ${entry.quarantined} set aside`,
		...entry.warnings.map(
			({ code, column, count, value }) =>
				`  warning ${code}${column === null ? '' : ` in ${column}`}${value === undefined ? '' : ` (${value})`}: ${count}`
		)
	];
	return lines.join('\n');
}

const remedies: Readonly<Record<string, string>> = {
	date_order:
		'day and month cannot be told apart: say --date-order day-first or --date-order month-first',
	field_missing: 'no column could be recognised as this field: give a --mapping',
	state_in_use: 'another process holds the state folder and takes no jobs: stop it, or wait',
	disk_full: 'the disk is full: nothing was changed',
	no_such_file: 'there is no such file'
};

export function describeProblem(file: string, { problem, questions }: NotImported): string {
	const facts = Object.entries(problem.facts).map(([name, value]) => `${name} ${value}`);
	const lines = [
		`${file}: not loaded: ${[problem.code, ...facts].join(', ')}`,
		...(remedies[problem.code] ? [`  ${remedies[problem.code]}`] : []),
		...(questions ?? []).flatMap(({ code, column, choices }) =>
			choices.map(
				({ value, consequences }) =>
					`  ${code}, column ${column + 1}: ${value} → ${consequences.map(({ code: what, facts: by }) => `${what} ${JSON.stringify(by)}`).join('; ')}`
			)
		)
	];
	return lines.join('\n');
}
