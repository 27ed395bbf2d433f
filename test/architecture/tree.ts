import { posix } from 'node:path';
import { holdsSql } from './doors.ts';
import { layerOf } from './layers.ts';
import {
	codeBelow,
	importsOf,
	markupOf,
	scriptOf,
	stringsOf,
	type Rule,
	type Source,
	type Violation
} from './source.ts';

/**
 * Which column of a log goes to which field differs from file to file, and names of columns cannot be
 * bound: these two write one projection from our own closed names and ordinals, never from a user's text.
 */
const writesProjection = new Set([
	'src/lib/server/import/load/projection.ts',
	'src/lib/server/import/load/person-columns.ts'
]);

export const sqlLivesInQueries: Rule = (sources) => [
	...codeBelow(sources, 'src', 'scripts')
		.filter(({ path }) => !writesProjection.has(path))
		.flatMap((source) =>
			stringsOf(source)
				.filter(holdsSql)
				.map((text) => ({ path: source.path, problem: `SQL outside queries/: ${shorten(text)}` }))
		),
	...sources
		.filter(({ path }) => path.startsWith('queries/') && !/\.(sql|md)$/.test(path))
		.map(({ path }) => ({ path, problem: 'queries/ holds SQL and only SQL' }))
];

export const namesSayWhatIsInside: Rule = (sources) =>
	sources
		.filter(({ path }) => /^(src|scripts|test|queries)\//.test(path))
		.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.\w+$)/i.test(path))
		.map(({ path }) => ({ path, problem: 'a name that says nothing' }));

export const noBarrels: Rule = (sources) =>
	codeBelow(sources, 'src', 'scripts', 'test').flatMap((source) => {
		const { path } = source;
		if (/\/index\.(ts|js|mjs)$/.test(path)) return [{ path, problem: 'an index file' }];
		const code = withoutComments(scriptOf(source));
		const rest = code.replace(
			/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+[^;]+;?/g,
			''
		);
		const isBarrel = path.endsWith('.ts') && code.trim() !== '' && rest.trim() === '';
		return isBarrel ? [{ path, problem: 'only passes on what others export' }] : [];
	});

const longest = 300;

export const filesStaySmall: Rule = (sources) =>
	sources
		.filter(({ path }) => /\.(ts|mjs|js|svelte|css|sql)$/.test(path) && !path.startsWith('data/'))
		.map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
		.filter(({ lines }) => lines > longest)
		.map(({ path, lines }) => ({ path, problem: `${lines} lines, more than ${longest}` }));

export const namesFollowTheirKind: Rule = (sources) =>
	sources.flatMap(({ path }) => {
		const name = path.split('/').at(-1) ?? '';
		const bad =
			(/^queries\/.*\.sql$/.test(path) && !/^[a-z0-9_]+\.sql$/.test(name)) ||
			(/^src\/lib\/.*\.svelte$/.test(path) && !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(name)) ||
			(/^(src\/lib|scripts)\/.*\.(ts|mjs)$/.test(path) &&
				!/^[a-z0-9-]+(\.svelte)?\.(ts|mjs)$/.test(name));
		return bad ? [{ path, problem: 'kebab-case.ts, PascalCase.svelte, snake_case.sql' }] : [];
	});

/** `#lib/…` works in Vite, Node and TypeScript alike, if the extension is written. */
export const importsAreSpelledOneWay: Rule = (sources) =>
	codeBelow(sources, 'src', 'scripts', 'test').flatMap((source) =>
		importsOf(source).flatMap((specifier) => {
			const problem = spellingProblem(source.path, specifier);
			return problem ? [{ path: source.path, problem: `${specifier}: ${problem}` }] : [];
		})
	);

function spellingProblem(path: string, specifier: string): string | undefined {
	if (specifier.startsWith('$lib')) return 'write #lib/';
	if (specifier.startsWith('.') && crossesFolders(path, specifier)) return 'write #lib/';
	const isOurs = /^(#lib\/|\.{1,2}\/)/.test(specifier) && !specifier.endsWith('/$types');
	if (isOurs && !/\.(ts|mjs|js|svelte|css|json)$/.test(specifier)) return 'write the extension';
	return undefined;
}

/** A relative path into another folder of src/lib would also pass by the one-way rule unseen. */
function crossesFolders(path: string, specifier: string): boolean {
	const target = posix.join(posix.dirname(path), specifier);
	if (!target.startsWith('src/lib/')) return false;
	const folder = (of: string): string | undefined =>
		of.startsWith('src/lib/') ? layerOf(of.slice('src/lib/'.length)) : undefined;
	return folder(path) !== folder(target);
}

const ownOrNoHost =
	/https?:\/\/(?!(127\.0\.0\.1|localhost|…|(www\.)?w3\.org|[\w.-]*\.?(example|invalid|test)\b|example\.))[\w.[]/;

/** Redress talks to nobody: whatever names another host in what runs would call it some day. */
export const noOtherHosts: Rule = (sources) => [
	...codeBelow(sources, 'src').flatMap((source) =>
		[...stringsOf(source), markupOf(source)]
			.filter((text) => ownOrNoHost.test(text))
			.map((text) => hostViolation(source, text))
	),
	...sources
		.filter(({ path }) => /^(src|static)\/.*\.(html|css)$/.test(path))
		.filter(({ text }) => ownOrNoHost.test(text))
		.map((source) => hostViolation(source, source.text))
];

function hostViolation(source: Source, text: string): Violation {
	return { path: source.path, problem: `names a host: ${ownOrNoHost.exec(text)?.[0]}…` };
}

const traces: readonly (readonly [RegExp, string])[] = [
	[/(?<![\w.~$}])\/(work|home|Users)\/\w/, "a path of somebody's machine"],
	[/"resolved":\s*"http/, 'the registry a package came from'],
	[/https?:\/\/[^\s/"']*(registry|artifactory|nexus|mirror|pypi)[^\s/"']*/i, 'a registry host'],
	[/(?<![\w./])\/root\/\w/, "a path of somebody's machine"]
];

export const noTraceOfAMachine: Rule = (sources) =>
	sources.flatMap(({ path, text }) =>
		traces
			.filter(([pattern]) => pattern.test(text))
			.map(([pattern, what]) => ({
				path,
				problem: `${what}: ${shorten(pattern.exec(text)?.[0] ?? '')}`
			}))
	);

function withoutComments(code: string): string {
	return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function shorten(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
