import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mappingSchema, type Mapping } from '#lib/import/mapping.ts';
import type { Person } from '#lib/server/access/person.ts';
import type { LedgerEntry } from '#lib/server/import/ledger-entry.ts';
import {
	importFile,
	type Imported,
	type ImportRequest,
	type NotImported
} from '#lib/server/import/run.ts';
import { handOver } from '#lib/server/import/socket.ts';
import { isZone } from '#lib/server/import/load/zone.ts';
import { closeWarehouse, isHeldElsewhere, warehouse } from '#lib/server/state/state.ts';
import { describeEntry, describeMapping, describeProblem } from './import/describe.ts';

const usage = `npm run import -- FILE… [--source NAME] [--mapping FILE] [--zone Z] [--sheet S] [--dry-run] [--json]
  loads complaint logs (CSV, TSV, XLSX, …, gzip) into the state folder (REDRESS_DATA, data/local)
  --source      name of the log (that of its mapping, else the file's name)
  --mapping     mapping file (JSON), which a person confirmed; without it the best proposal is used
  --zone        IANA zone of times without an offset (REDRESS_ZONE, Asia/Shanghai)
  --sheet       sheet of a workbook
  --date-order  day-first or month-first, where the file does not tell
  --as-of       instant up to which the log tells, ISO 8601 (its latest time)
  --orders      the files hold orders (day, shop, product category, orders)
  --dry-run     say what would be loaded; nothing is written
  --json        print an array of ledger entries
  exit code: 0 loaded (rows set aside too), 1 nothing could be loaded, 2 wrong use`;

process.exitCode = await main();

async function main(): Promise<number> {
	const asked = readArguments();
	if (typeof asked === 'number') return asked;
	const entries: LedgerEntry[] = [];
	let loadedFiles = 0;
	for (const request of asked.requests) {
		const result = await load(request, asked.dryRun);
		if ('problem' in result) {
			console.error(describeProblem(request.name, result));
			continue;
		}
		entries.push(result.entry);
		if (result.entry.rowsRead > result.entry.quarantined) loadedFiles++;
		if (asked.json) continue;
		if (!request.mapping) console.log(describeMapping(result.mapping));
		console.log(describeEntry(result.entry));
	}
	await closeWarehouse();
	if (asked.json) console.log(JSON.stringify(entries, null, '\t'));
	return loadedFiles > 0 ? 0 : 1;
}

async function load(request: ImportRequest, dryRun: boolean): Promise<Imported | NotImported> {
	if (!existsSync(request.path))
		return { problem: { code: 'no_such_file', facts: { file: request.path } } };
	const person = commandPerson();
	const handed = await handOver(request, person, { dryRun });
	if (handed) {
		console.error(`${request.name}: loaded by the server that holds the state folder`);
		return handed;
	}
	try {
		return await importFile(await warehouse(), request, person, { dryRun });
	} catch (error) {
		if (isHeldElsewhere(error)) return { problem: { code: 'state_in_use', facts: {} } };
		throw error;
	}
}

/** Whoever may run the command on this machine; nobody logged in. */
function commandPerson(): Person {
	return { id: 'local', name: userInfo().username, assurance: 'declared' };
}

interface Asked {
	readonly requests: readonly ImportRequest[];
	readonly dryRun: boolean;
	readonly json: boolean;
}

function readArguments(): Asked | number {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				source: { type: 'string' },
				mapping: { type: 'string' },
				zone: { type: 'string' },
				sheet: { type: 'string' },
				'date-order': { type: 'string' },
				'as-of': { type: 'string' },
				orders: { type: 'boolean', default: false },
				'dry-run': { type: 'boolean', default: false },
				json: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false }
			}
		});
		if (values.help) {
			console.log(usage);
			return 0;
		}
		if (positionals.length === 0) return wrongUse('name at least one file');
		const { zone, sheet, source } = values;
		if (zone !== undefined && !isZone(zone)) return wrongUse(`--zone ${zone} is no zone`);
		const order = values['date-order'];
		const dateOrder = (['day-first', 'month-first'] as const).find((known) => known === order);
		if (dateOrder !== order)
			return wrongUse(`--date-order must be day-first or month-first, got ${order}`);
		const asOf = values['as-of'] === undefined ? undefined : Date.parse(values['as-of']);
		if (Number.isNaN(asOf)) return wrongUse(`--as-of ${values['as-of']} is no instant`);
		const mapping = values.mapping === undefined ? undefined : readMapping(values.mapping);
		const options = {
			...(mapping && { mapping }),
			...(source !== undefined && { source }),
			...(zone !== undefined && { zone }),
			...(sheet !== undefined && { sheet }),
			...(dateOrder && { dateOrder }),
			...(asOf !== undefined && { asOf }),
			...(values.orders && { kind: 'orders' as const })
		};
		const requests = positionals.map((file) => ({
			path: resolve(file),
			name: basename(file),
			...options
		}));
		return { requests, dryRun: values['dry-run'], json: values.json };
	} catch (error) {
		return wrongUse((error as Error).message);
	}
}

function readMapping(file: string): Mapping {
	const parsed = mappingSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new Error(`--mapping ${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function wrongUse(message: string): number {
	console.error(`${message}\n${usage}`);
	return 2;
}
