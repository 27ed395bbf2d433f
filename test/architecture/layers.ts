import { codeBelow, importsOf, type Rule } from './source.ts';

const pureFolders = [
	'statistics',
	'calendar',
	'measures',
	'text',
	'improvement',
	'audit',
	'review',
	'board',
	'filter',
	'import',
	'format',
	'charts/options'
];

const pure = [
	'statistics',
	'calendar',
	'measures',
	'text',
	'improvement',
	'audit',
	'review',
	'board',
	'filter',
	'import',
	'format'
];
const ground = ['server/warehouse', 'server/http', 'server/state', 'server/access'];

/** Which folders of src/lib a folder may import besides itself. A folder not named has no place. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	statistics: [],
	calendar: ['statistics'],
	measures: ['statistics'],
	text: ['statistics'],
	filter: ['measures', 'calendar'],
	improvement: ['measures', 'calendar', 'statistics', 'filter'],
	audit: ['measures', 'statistics', 'filter'],
	review: ['measures', 'calendar', 'statistics', 'filter', 'improvement'],
	board: ['measures', 'statistics', 'filter', 'improvement'],
	import: ['measures', 'calendar'],
	format: [],
	messages: ['format', 'measures', 'calendar'],
	charts: [...pure, 'messages'],
	components: [...pure, 'messages', 'charts'],
	'server/warehouse': [],
	'server/http': [],
	'server/state': ['server/warehouse'],
	'server/access': ['server/warehouse', 'server/http', 'server/state'],
	'server/demo': [...pure, ...ground],
	'server/timing': [...pure, ...ground],
	'server/record': [...pure, ...ground, 'server/timing'],
	'server/themes': [...pure, ...ground, 'server/record'],
	'server/policy': [...pure, ...ground, 'server/record', 'server/timing'],
	'server/import': [
		...pure,
		...ground,
		'server/demo',
		'server/record',
		'server/timing',
		'server/policy'
	],
	'server/audit': [...pure, ...ground, 'server/record'],
	'server/mail': [...pure, ...ground, 'server/record'],
	'server/review': [...pure, ...ground, 'server/record', 'server/improvement'],
	'server/improvement': [...pure, ...ground, 'server/record'],
	'server/serving': [
		...pure,
		...ground,
		'server/demo',
		'server/import',
		'server/record',
		'server/policy'
	],
	'server/questions': [
		...pure,
		...ground,
		'server/import',
		'server/improvement',
		'server/record',
		'server/review',
		'server/policy',
		'server/themes'
	]
};

/** `server/warehouse` of `server/warehouse/duckdb.ts`, `charts` of `charts/options/pareto.ts`. */
export function layerOf(pathInLib: string): string {
	const [first = '', second = ''] = pathInLib.split('/');
	return first === 'server' ? `server/${second}` : first;
}

export const importsGoOneWay: Rule = (sources) =>
	codeBelow(sources, 'src/lib').flatMap((source) => {
		const { path } = source;
		const folder = layerOf(path.slice('src/lib/'.length));
		const allowed = mayImport[folder];
		if (!allowed) return [{ path, problem: `${folder} is not a folder of the layout` }];
		return importsOf(source)
			.filter((specifier) => specifier.startsWith('#lib/'))
			.map((specifier) => layerOf(specifier.slice('#lib/'.length)))
			.filter((target) => target !== folder && !allowed.includes(target))
			.map((target) => ({ path, problem: `${folder} may not import ${target}` }));
	});

export const libNeverImportsRoutes: Rule = (sources) =>
	codeBelow(sources, 'src/lib', 'scripts').flatMap((source) =>
		importsOf(source)
			.filter((specifier) => specifier.includes('/routes/'))
			.map((specifier) => ({ path: source.path, problem: `imports ${specifier}` }))
	);

const framework =
	/^(svelte$|svelte\/|@sveltejs\/|\$|node:|@lucide\/svelte|bits-ui)|\.svelte(\.ts)?$/;

export const pureFoldersStayPure: Rule = (sources) =>
	codeBelow(sources, ...pureFolders.map((folder) => `src/lib/${folder}`)).flatMap((source) =>
		importsOf(source)
			.filter((specifier) => framework.test(specifier))
			.map((specifier) => ({ path: source.path, problem: `a pure folder imports ${specifier}` }))
	);

/** The commands run these files under bare Node, where Kit's virtual modules do not exist. */
export const serverRunsUnderBareNode: Rule = (sources) =>
	codeBelow(sources, 'src/lib/server', 'scripts').flatMap((source) => [
		...importsOf(source)
			.filter((specifier) => /^(\$|svelte(\/|$))|\.svelte(\.ts)?$/.test(specifier))
			.map((specifier) => ({ path: source.path, problem: `imports ${specifier}` })),
		...(source.text.includes('import.meta.glob')
			? [{ path: source.path, problem: 'uses import.meta.glob, which only Vite knows' }]
			: [])
	]);
