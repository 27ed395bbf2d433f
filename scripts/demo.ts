import { parseArgs } from 'node:util';
import { demoDefaults, writeDemoFiles } from '#lib/server/demo/write-demo-files.ts';

const usage = `npm run demo -- [--rows N] [--seed S] [--out DIR] [--shop NAME --since YYYY-MM-DD]
  writes complaints.csv, orders.csv and truth.json (the planted effects); same seed, same bytes
  --rows   number of cases (${demoDefaults.rows})
  --seed   whole number (${demoDefaults.seed})
  --out    folder (data/local/demo)
  --shop, --since   keep only one shop's cases and orders from a day on`;

process.exitCode = await main();

async function main(): Promise<number> {
	let options;
	try {
		options = parseArgs({
			options: {
				rows: { type: 'string', default: String(demoDefaults.rows) },
				seed: { type: 'string', default: String(demoDefaults.seed) },
				out: { type: 'string', default: 'data/local/demo' },
				shop: { type: 'string' },
				since: { type: 'string' },
				help: { type: 'boolean', default: false }
			}
		}).values;
	} catch (error) {
		return wrongUse((error as Error).message);
	}
	if (options.help) {
		console.log(usage);
		return 0;
	}
	const { shop, since } = options;
	if ((shop === undefined) !== (since === undefined))
		return wrongUse('--shop and --since go together');
	if (since !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(since))
		return wrongUse(`--since must be a day like 2025-10-01, got ${since}`);
	const started = performance.now();
	try {
		const files = await writeDemoFiles({
			rows: whole(options.rows),
			seed: whole(options.seed),
			folder: options.out,
			...(shop !== undefined && since !== undefined && { part: { shop, since } })
		});
		for (const file of Object.values(files)) console.log(file);
		console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
		return 0;
	} catch (error) {
		if (error instanceof RangeError) return wrongUse(error.message);
		throw error;
	}
}

/** A whole number, or NaN for anything else ("" and "1e3x" too), which the writer refuses. */
function whole(text: string): number {
	return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}

function wrongUse(message: string): number {
	console.error(`${message}\n\n${usage}`);
	return 2;
}
