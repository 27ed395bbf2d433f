import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import {
	writeDemoFiles,
	type DemoFiles,
	type DemoOptions
} from '#lib/server/demo/write-demo-files.ts';

/** A record as the file has it, by header. */
export type LogRecord = Readonly<Record<string, string>>;

/** Everything of a demo log a test measures by itself, from the files alone. */
export interface DemoLog {
	readonly cases: readonly LogRecord[];
	readonly orders: readonly LogRecord[];
	readonly truth: Truth;
}

/** The parts of `truth.json` that tests compare with what they measure. */
export interface Truth {
	readonly proportions: { readonly cases: number };
	readonly seasons: readonly {
		readonly name: string;
		readonly orders_factor: number;
		readonly months: readonly string[];
	}[];
	readonly months: readonly {
		readonly month: string;
		readonly seasons: readonly string[];
		readonly complaints_factor: number;
	}[];
	readonly events: readonly {
		readonly event: string;
		readonly kind: 'step' | 'spell' | 'chance' | 'standing';
		readonly month: string | null;
		readonly begins: boolean | null;
		readonly first_day: string;
		readonly last_day: string;
		readonly dimension: string | null;
		readonly value: string | null;
		readonly second_dimension: string | null;
		readonly second_value: string | null;
		readonly cases: number;
	}[];
	readonly planted: {
		readonly improvement: { subcategory: string; from_day: string; rate_ratio: number };
		readonly surge: {
			product: string;
			region: string;
			from_day: string;
			last_day: string;
			cases: number;
		};
		readonly mix_shift: {
			growing_category: string;
			shrinking_category: string;
			before_from: string;
			before_last_day: string;
			after_from: string;
			after_last_day: string;
			after_satisfied_share: number;
		};
		readonly reversal: { pooled: { spearman: number }; within: readonly { spearman: number }[] };
		readonly slow_stage: {
			department: string;
			stage: string;
			stage_from: string;
			median_hours: number;
		};
		readonly weak_team: { team: string; agents: readonly string[]; mean_satisfaction: number };
		readonly decoy: { month: string; z: number };
	};
}

/** Runs the work on files of a log in a folder that is gone afterwards. */
export async function withDemoFiles<T>(
	options: Omit<DemoOptions, 'folder'>,
	work: (files: DemoFiles, folder: string) => T | Promise<T>
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'redress-demo-'));
	try {
		return await work(await writeDemoFiles({ ...options, folder }), folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

export function readLog(files: DemoFiles): DemoLog {
	return {
		cases: records(files.complaints),
		orders: records(files.orders),
		truth: JSON.parse(readFileSync(files.truth, 'utf8')) as Truth
	};
}

function records(file: string): LogRecord[] {
	const parsed = Papa.parse<LogRecord>(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), {
		header: true,
		delimiter: ',',
		skipEmptyLines: 'greedy'
	});
	if (parsed.errors.length > 0) throw new Error(JSON.stringify(parsed.errors.slice(0, 3)));
	return parsed.data;
}

/** Minutes between two wall-clock times of the log; NaN when one is blank. */
export function minutesBetween(from: string | undefined, to: string | undefined): number {
	return (
		(Date.parse(`${to}Z`.replace(' ', 'T')) - Date.parse(`${from}Z`.replace(' ', 'T'))) / 60_000
	);
}

export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample variance. */
export function variance(values: readonly number[]): number {
	const center = mean(values);
	return values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (values.length - 1);
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** Spearman's correlation with mid-ranks. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
	const x = midRanks(pairs.map((pair) => pair[0]));
	const y = midRanks(pairs.map((pair) => pair[1]));
	const mx = mean(x);
	const my = mean(y);
	let xy = 0;
	let xx = 0;
	let yy = 0;
	x.forEach((rank, at) => {
		const dx = rank - mx;
		const dy = (y[at] ?? NaN) - my;
		xy += dx * dy;
		xx += dx * dx;
		yy += dy * dy;
	});
	return xy / Math.sqrt(xx * yy);
}

function midRanks(values: readonly number[]): number[] {
	const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
	const ranks = new Array<number>(values.length);
	for (let start = 0; start < order.length;) {
		let end = start;
		while (end < order.length && order[end]?.value === order[start]?.value) end++;
		for (let at = start; at < end; at++) ranks[order[at]?.at ?? -1] = (start + end + 1) / 2;
		start = end;
	}
	return ranks;
}
