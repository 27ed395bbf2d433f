import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** A node of a syntax tree as far as it is looked at here. */
interface Node {
	readonly type: string;
	readonly start: number;
	readonly end: number;
	readonly [field: string]: unknown;
}

const messagesFile = /\/messages\/generated\/messages\.js$/;

/**
 * Sends a page the messages it names and no others. `import * as m` goes through one file that passes
 * on every message, which a bundler puts into one chunk for all pages; a computed name, `m[`a_${b}`]`,
 * even makes it keep them all (opral/paraglide-js#668). Here each name becomes an import of the
 * message's own file, and a computed one an object of the messages it can mean.
 */
export function messagesByName(): Plugin {
	return {
		name: 'redress:messages-by-name',
		apply: 'build',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'client',
		async transform(code, id) {
			if (!code.includes('generated/messages.js')) return null;
			const program = this.parse(code);
			const source = [...nodesOf(program)].map(sourceOf).find((found) => found !== undefined);
			if (source === undefined) return null;
			const file = (await this.resolve(source, id))?.id;
			if (!file) throw new Error(`${id} imports ${source}, which is nowhere`);
			const folder = join(dirname(file), 'messages');
			const index = readFileSync(join(folder, '_index.js'), 'utf8');
			const known = [...index.matchAll(/from '\.\/([^']+)\.js'/g)].map(([, key = '']) => key);
			const fileOf = (key: string) => join(folder, `${key}.js`);
			return { code: nameMessages(code, program, known, fileOf), map: null };
		}
	};
}

/**
 * The code with every use of the namespace of messages named.
 * @param fileOf path of the file that exports the message of a key
 * @throws Error when the namespace is used in a way that does not say which message is meant
 */
export function nameMessages(
	code: string,
	program: unknown,
	known: readonly string[],
	fileOf: (key: string) => string
): string {
	const keys = new Set(known);
	const used = new Set<string>();
	const sets: string[] = [];
	const changes: { start: number; end: number; text: string }[] = [];
	const nodes = [...nodesOf(program)];
	const statement = nodes.find((node) => sourceOf(node) !== undefined);
	const local = statement && namespaceOf(statement);
	if (!statement || !local) return code;
	const take = (key: string) => {
		used.add(key);
		return `message$${key}`;
	};

	const accesses = nodes.filter(
		({ type, object }) => type === 'MemberExpression' && nameIn(object) === local
	);
	for (const { start, end, property, computed } of accesses) {
		if (!computed) {
			const key = nameIn(property) ?? '';
			if (!keys.has(key)) throw new Error(`there is no message ${key}`);
			changes.push({ start, end, text: take(key) });
			continue;
		}
		const meant = meantBy(property as Node, known);
		const set = `messages$${sets.length}`;
		sets.push(`const ${set} = { ${meant.map((key) => `${key}: ${take(key)}`).join(', ')} };`);
		changes.push({ start, end: start + local.length, text: set });
	}
	const mentions = nodes.filter((node) => nameIn(node) === local).length;
	// The import itself is one more.
	if (mentions !== accesses.length + 1 + propertiesNamed(nodes, local))
		throw new Error(`write ${local}.key or ${local}[\`…\`], and give no other thing this name`);
	const imports = [...used].map(
		(key) => `import { ${key} as message$${key} } from ${JSON.stringify(fileOf(key))};`
	);
	changes.push({
		start: statement.start,
		end: statement.end,
		text: [...imports, ...sets].join('\n')
	});
	return replaced(code, changes);
}

/** Messages a computed name can mean: fixed parts of a template fit, or one of two names is taken. */
function meantBy(property: Node, known: readonly string[]): string[] {
	if (property.type === 'ConditionalExpression')
		return [property['consequent'], property['alternate']].flatMap((node) =>
			meantBy(node as Node, known)
		);
	const parts =
		property.type === 'TemplateLiteral'
			? (property['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
			: property.type === 'Literal'
				? [String(property['value'])]
				: ['', ''];
	const pattern = new RegExp(`^${parts.join('\\w+')}$`);
	const meant = known.filter((key) => pattern.test(key));
	if (meant.length === 0 || parts.every((part) => part === ''))
		throw new Error(`a computed name must say which messages it can mean: ${parts.join('…')}`);
	return meant;
}

function sourceOf(node: Node): string | undefined {
	if (node.type !== 'ImportDeclaration' || !namespaceOf(node)) return undefined;
	const { value } = node['source'] as { value: string };
	return messagesFile.test(value) ? value : undefined;
}

function namespaceOf(statement: Node): string | undefined {
	const [first] = statement['specifiers'] as Node[];
	return first?.type === 'ImportNamespaceSpecifier' ? nameIn(first['local']) : undefined;
}

function nameIn(node: unknown): string | undefined {
	const { type, name } = (node ?? {}) as Partial<Node>;
	return type === 'Identifier' && typeof name === 'string' ? name : undefined;
}

/** `a.m` and `{ m: … }` name a property, not the namespace. */
function propertiesNamed(nodes: readonly Node[], local: string): number {
	return nodes.filter(
		({ type, computed, shorthand, property, key }) =>
			!computed &&
			((type === 'MemberExpression' && nameIn(property) === local) ||
				(type === 'Property' && !shorthand && nameIn(key) === local))
	).length;
}

function replaced(code: string, changes: { start: number; end: number; text: string }[]): string {
	let [text, at] = ['', 0];
	for (const change of changes.toSorted((a, b) => a.start - b.start)) {
		text += code.slice(at, change.start) + change.text;
		at = change.end;
	}
	return text + code.slice(at);
}

function* nodesOf(value: unknown): Generator<Node> {
	if (Array.isArray(value)) for (const each of value) yield* nodesOf(each);
	else if (typeof value === 'object' && value !== null) {
		if (typeof (value as Partial<Node>).type === 'string') yield value as Node;
		for (const each of Object.values(value)) yield* nodesOf(each);
	}
}
