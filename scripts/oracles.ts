/**
 * npm run oracles -- FILE.json
 * Runs reference cases [{id, method, input, expected, tolerance}] against our methods, prints the
 * failing ones with what was expected and got, then `N passed, N failed`.
 * Exit: 0 all passed, 1 a case failed, 2 wrong use (no file, not readable, not an array of cases).
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { difference } from './oracles/difference.ts';
import { methods } from './oracles/methods.ts';

/** So that one long wrong array does not bury the other failures. */
const SHOWN_DIFFERENCES = 10;

const caseFile = z.array(
	z.object({
		id: z.string(),
		method: z.string(),
		input: z.unknown(),
		expected: z.unknown(),
		tolerance: z.union([z.number(), z.object({ rel: z.number() })])
	})
);
type Case = z.infer<typeof caseFile>[number];

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): 0 | 1 | 2 {
	const [file] = args;
	if (file === undefined || args.length !== 1) return wrongUse('name one file of cases');
	let content: unknown;
	try {
		content = JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		return wrongUse(`${file} cannot be read as JSON: ${messageOf(error)}`);
	}
	const cases = caseFile.safeParse(content);
	if (!cases.success)
		return wrongUse(`${file} is not a list of cases:\n${z.prettifyError(cases.error)}`);
	const failed = cases.data.filter((reference) => {
		const differences = differencesOf(reference);
		if (differences.length > 0) print(reference, differences);
		return differences.length > 0;
	}).length;
	console.log(`${cases.data.length - failed} passed, ${failed} failed`);
	return failed === 0 ? 0 : 1;
}

function differencesOf({ method, input, expected, tolerance }: Case): readonly string[] {
	const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
	if (!run)
		return [`unknown method "${method}": expected ${JSON.stringify(expected)}, got nothing`];
	try {
		return difference(expected, run(input), tolerance);
	} catch (error) {
		return [`expected ${JSON.stringify(expected)}, got an error: ${messageOf(error)}`];
	}
}

function print({ id, method }: Case, differences: readonly string[]): void {
	console.log(`FAIL ${id} (${method})`);
	for (const text of differences.slice(0, SHOWN_DIFFERENCES)) console.log(`  ${text}`);
	const hidden = differences.length - SHOWN_DIFFERENCES;
	if (hidden > 0) console.log(`  and ${hidden} more`);
}

function wrongUse(reason: string): 2 {
	console.error(`${reason}\nusage: npm run oracles -- FILE.json`);
	return 2;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
