import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import ts from 'typescript';

/** A file of the repository; `path` is relative to its root, with forward slashes. */
export interface Source {
	readonly path: string;
	readonly text: string;
}

/** What a rule found: where, and what is wrong there. */
export interface Violation {
	readonly path: string;
	readonly problem: string;
}

export type Rule = (sources: readonly Source[]) => readonly Violation[];

const textFile =
	/(\.(ts|mjs|js|svelte|css|html|sql|json|md|ya?ml|service|txt|csv|tsv)|(^|\/)(Dockerfile|run|LICENSE|\.[a-z]+))$/;

/** The files that are or would be committed: what git ignores is no part of the tree. */
export function readTree(): readonly Source[] {
	const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
		encoding: 'utf8',
		maxBuffer: 1 << 26
	});
	const paths = [...new Set(listed.split('\0'))].filter((path) => textFile.test(path));
	return paths.flatMap((path) => {
		// A file that git knows may just have been deleted.
		if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
		return [{ path, text: readFileSync(path, 'utf8') }];
	});
}

const isCode = (path: string): boolean => /\.(ts|mjs|js|svelte)$/.test(path);

export function codeBelow(
	sources: readonly Source[],
	...folders: readonly string[]
): readonly Source[] {
	return sources.filter(
		({ path }) => isCode(path) && folders.some((folder) => path.startsWith(`${folder}/`))
	);
}

/** The script of a file: all of it, or the contents of a component's script elements. */
export function scriptOf({ path, text }: Source): string {
	if (!path.endsWith('.svelte')) return text;
	const scripts = text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g);
	return [...scripts].map((found) => found[1] ?? '').join('\n');
}

/** What a component shows: everything but its scripts, styles and comments. */
export function markupOf({ path, text }: Source): string {
	if (!path.endsWith('.svelte')) return '';
	return text
		.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
		.replace(/<style\b[^>]*>[\s\S]*?<\/style>/g, '')
		.replace(/<!--[\s\S]*?-->/g, '');
}

/** Every specifier a file imports or re-exports, also of types and by `import()`. */
export function importsOf(source: Source): readonly string[] {
	const script = scriptOf(source);
	const found = ts.preProcessFile(script, true, true).importedFiles.map((file) => file.fileName);
	return [...new Set(found)];
}

/** Every string of a file's script, templates with `…` where something is put in. */
export function stringsOf(source: Source): readonly string[] {
	const file = ts.createSourceFile('source.ts', scriptOf(source), ts.ScriptTarget.Latest, false);
	const strings: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
			strings.push(node.text);
		} else if (ts.isTemplateExpression(node)) {
			const spans = node.templateSpans.map((span) => span.literal.text);
			strings.push([node.head.text, ...spans].join('…'));
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return strings;
}
