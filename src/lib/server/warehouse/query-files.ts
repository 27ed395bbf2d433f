import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that holds package.json and queries/; every npm script and unit starts there. */
const root = process.env.REDRESS_HOME ?? process.cwd();
const texts = new Map<string, string>();

/** Text of `queries/<query>.sql`. Read once, so that a running server answers from one version. */
export function queryText(query: string): string {
	const known = texts.get(query);
	if (known !== undefined) return known;
	if (!/^[a-z0-9_]+(\/[a-z0-9_]+)+$/.test(query)) throw new Error(`not a query name: ${query}`);
	const text = readFileSync(join(root, 'queries', `${query}.sql`), 'utf8');
	texts.set(query, text);
	return text;
}

/** Query names in a folder below `queries/`, in load order. */
export function queriesIn(folder: string): readonly string[] {
	return readdirSync(join(root, 'queries', folder))
		.filter((file) => file.endsWith('.sql'))
		.sort()
		.map((file) => `${folder}/${file.slice(0, -'.sql'.length)}`);
}
