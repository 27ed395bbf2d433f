import { codeBelow, importsOf, type Rule, type Source } from './source.ts';

function importersOf(sources: readonly Source[], library: RegExp): readonly string[] {
	return codeBelow(sources, 'src', 'scripts')
		.filter((source) => importsOf(source).some((specifier) => library.test(specifier)))
		.map(({ path }) => path);
}

function onlyBelow(folder: string, library: RegExp, name: string): Rule {
	return (sources) =>
		importersOf(sources, library)
			.filter((path) => !path.startsWith(`${folder}/`))
			.map((path) => ({ path, problem: `${name} may be imported only in ${folder}/` }));
}

export const duckdbHasOneDoor = onlyBelow('src/lib/server/warehouse', /^@duckdb\//, 'DuckDB');

export const echartsHasOneDoor = onlyBelow('src/lib/charts', /^(echarts|zrender)(\/|$)/, 'ECharts');

/** One file encodes on the server; a page carries its numbers, and no decoder of 34 kB. */
export const arrowHasOneDoor: Rule = (sources) => {
	const importers = importersOf(sources, /^(apache-arrow|flatbuffers)(\/|$)/);
	const encoders = importers.filter((path) => path.startsWith('src/lib/server/'));
	return [
		...importers
			.filter((path) => !encoders.includes(path))
			.map((path) => ({ path, problem: 'Arrow may be imported only in src/lib/server/' })),
		...encoders
			.slice(1)
			.map((path) => ({ path, problem: `one of ${encoders.length} files with Arrow` }))
	];
};

const statement =
	/\b(select\b[\s\S]+\bfrom\b\s+[\w"(…]|insert\s+(or\s+\w+\s+)?into\b|update\s+[\w"…]+\s+set\b|delete\s+from\b|(create(\s+or\s+replace)?|drop|alter)\s+(temp(orary)?\s+)?(table|view|macro|type|schema|sequence|index)\b)/i;

/** A query in a string could be spliced, and nobody would find it beside the others. */
export function holdsSql(text: string): boolean {
	return statement.test(text);
}
