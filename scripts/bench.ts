import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoDefaults } from '#lib/server/demo/write-demo-files.ts';
import type { Figure } from './bench/figure.ts';

const usage = `npm run bench -- [--rows N] [--only import,questions,pages] [--json]
  builds or reuses a demo warehouse of N rows (${demoDefaults.rows}) in data/local/bench and prints medians,
  95th percentiles, peak memory and ratios to the same work done bare on the engine in the same run`;

const parts = ['import', 'questions', 'pages'] as const;

process.exitCode = await main();

async function main(): Promise<number> {
	let options;
	try {
		options = parseArgs({
			options: {
				rows: { type: 'string', default: String(demoDefaults.rows) },
				only: { type: 'string', default: parts.join(',') },
				json: { type: 'boolean', default: false }
			}
		}).values;
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		return 2;
	}
	const rows = Number(options.rows);
	const chosen = options.only.split(',');
	if (!Number.isSafeInteger(rows) || rows < 1 || chosen.some((part) => !isPart(part))) {
		console.error(usage);
		return 2;
	}
	const folder = resolve('data/local/bench', String(rows));
	const figures: Figure[] = [];
	const { measureImport } = await import('./bench/import.ts');
	if (chosen.includes('import') || !existsSync(join(folder, 'cases.duckdb'))) {
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		figures.push(...(await measureImport(folder, rows)));
	}
	if (chosen.includes('questions')) {
		const { measureQuestions } = await import('./bench/questions.ts');
		figures.push(...(await measureQuestions(folder)));
	}
	if (chosen.includes('pages')) {
		const { measurePages } = await import('./bench/pages.ts');
		figures.push(...(await measurePages(folder)));
	}
	const peakMegabytes = process.resourceUsage().maxRSS / 1024;
	figures.push({ name: 'peak memory of this process', value: peakMegabytes, unit: 'MB' });
	if (options.json) console.log(JSON.stringify(figures, null, '\t'));
	else for (const figure of figures) console.log(line(figure));
	return 0;
}

function isPart(text: string): boolean {
	return parts.some((part) => part === text);
}

function line({ name, value, unit, p95, ratio, aim }: Figure): string {
	return [
		name.padEnd(44),
		`${value.toFixed(value < 100 ? 1 : 0).padStart(9)} ${unit}`.padEnd(20),
		p95 === undefined ? ''.padEnd(14) : `p95 ${p95.toFixed(1)}`.padEnd(14),
		ratio === undefined ? '' : `ratio ${ratio.toFixed(2)}`,
		aim === undefined ? '' : `(aim ${aim})`
	].join(' ');
}
