import { describe, expect, test } from 'vitest';
import { arrowHasOneDoor, duckdbHasOneDoor, echartsHasOneDoor } from './architecture/doors.ts';
import {
	importsGoOneWay,
	libNeverImportsRoutes,
	pureFoldersStayPure,
	serverRunsUnderBareNode
} from './architecture/layers.ts';
import { readTree, type Rule } from './architecture/source.ts';
import {
	filesStaySmall,
	importsAreSpelledOneWay,
	namesFollowTheirKind,
	namesSayWhatIsInside,
	noBarrels,
	noOtherHosts,
	noTraceOfAMachine,
	sqlLivesInQueries
} from './architecture/tree.ts';

type Files = Readonly<Record<string, string>>;

interface Held {
	readonly says: string;
	readonly rule: Rule;
	/** Each is one file (or more) that must be found. */
	readonly wrong: readonly Files[];
	readonly right: Files;
}

const lines = (count: number): string => 'x\n'.repeat(count);
// Put together here, so that this file is not itself what it looks for.
const folder = (...names: readonly string[]): string => ['', ...names].join('/');

const held: readonly Held[] = [
	{
		says: 'imports go one way through the folders',
		rule: importsGoOneWay,
		wrong: [
			{ 'src/lib/statistics/mean.ts': "import { m } from '#lib/measures/m.ts';" },
			{ 'src/lib/charts/pareto.ts': "import type { R } from '#lib/server/questions/r.ts';" },
			{ 'src/lib/server/questions/q.ts': "export { c } from '#lib/charts/c.ts';" },
			{ 'src/lib/server/warehouse/w.ts': "const q = await import('#lib/server/questions/q.ts');" },
			{ 'src/lib/format/Number.svelte': "<script>import m from '#lib/messages/m.js'</script>" },
			{ 'src/lib/elsewhere/e.ts': 'export const e = 1;' }
		],
		right: {
			'src/lib/measures/m.ts': "import { mean } from '#lib/statistics/mean.ts';",
			'src/lib/server/questions/q.ts': "import { w } from '#lib/server/warehouse/w.ts';",
			'src/routes/+page.svelte': "<script>import C from '#lib/charts/C.svelte'</script>",
			'src/routes/+page.server.ts': "import { q } from '#lib/server/questions/q.ts';"
		}
	},
	{
		says: 'nothing but a route imports a route',
		rule: libNeverImportsRoutes,
		wrong: [{ 'src/lib/charts/c.ts': "import { x } from '../../routes/x.ts';" }],
		right: { 'src/lib/charts/c.ts': "import { x } from './x.ts';" }
	},
	{
		says: 'pure folders import no framework and no Node',
		rule: pureFoldersStayPure,
		wrong: [
			{ 'src/lib/statistics/s.ts': "import { readFileSync } from 'node:fs';" },
			{ 'src/lib/improvement/i.ts': "import { error } from '@sveltejs/kit';" },
			{ 'src/lib/charts/options/o.ts': "import { tick } from 'svelte';" },
			{ 'src/lib/import/i.ts': "import { page } from '$app/state';" }
		],
		right: { 'src/lib/statistics/s.ts': "import b from '@stdlib/math-base-special-betainc';" }
	},
	{
		says: 'what the commands reach runs under bare Node',
		rule: serverRunsUnderBareNode,
		wrong: [
			{ 'src/lib/server/questions/q.ts': "import { env } from '$env/dynamic/private';" },
			{ 'scripts/s.ts': "import P from '#lib/components/P.svelte';" },
			{ 'src/lib/server/state/s.ts': "const q = import.meta.glob('./*.sql');" }
		],
		right: { 'src/lib/server/state/s.ts': "import { join } from 'node:path';" }
	},
	{
		says: 'DuckDB is imported only in the warehouse',
		rule: duckdbHasOneDoor,
		wrong: [{ 'src/lib/server/import/load.ts': "import { X } from '@duckdb/node-api';" }],
		right: { 'src/lib/server/warehouse/duckdb.ts': "import { X } from '@duckdb/node-api';" }
	},
	{
		says: 'ECharts is imported only in charts',
		rule: echartsHasOneDoor,
		wrong: [{ 'src/routes/Trend.svelte': "<script>import * as e from 'echarts/core'</script>" }],
		right: { 'src/lib/charts/parts.ts': "import { use } from 'echarts/core';" }
	},
	{
		says: 'Arrow is encoded in one server file and reaches no browser',
		rule: arrowHasOneDoor,
		wrong: [
			{ 'src/lib/charts/a.ts': "import { tableFromIPC } from 'apache-arrow';" },
			{
				'src/lib/server/questions/a.ts': "import { Table } from 'apache-arrow';",
				'src/lib/server/import/b.ts': "import { Table } from 'apache-arrow';"
			}
		],
		right: { 'src/lib/server/questions/encode.ts': "import { Table } from 'apache-arrow';" }
	},
	{
		says: 'SQL lives in queries/, and nothing else does',
		rule: sqlLivesInQueries,
		wrong: [
			{ 'src/lib/server/questions/q.ts': "run('select count(*) from complaint');" },
			{ 'src/lib/server/questions/q.ts': 'run(`insert into t values (${x})`);' },
			{ 'scripts/b.ts': "run('create or replace view v as …');" },
			{ 'queries/overview/notes.json': '{}' }
		],
		right: {
			'src/lib/server/warehouse/w.ts': "run('begin transaction'); say('Select a column');",
			'queries/overview/count.sql': 'select count(*) from selection'
		}
	},
	{
		says: 'no folder or file has a name that says nothing',
		rule: namesSayWhatIsInside,
		wrong: [{ 'src/lib/utils/x.ts': '' }, { 'src/lib/charts/helpers.ts': '' }],
		right: { 'src/lib/format/number.ts': '' }
	},
	{
		says: 'no file only passes on what others export',
		rule: noBarrels,
		wrong: [
			{ 'src/lib/charts/index.ts': 'export const x = 1;' },
			{ 'src/lib/charts/all.ts': "// all\nexport * from './a.ts';\nexport { b } from './b.ts';\n" }
		],
		right: { 'src/lib/charts/a.ts': "export { b } from './b.ts';\nexport const a = 1;\n" }
	},
	{
		says: 'no file is longer than 300 lines',
		rule: filesStaySmall,
		wrong: [{ 'src/routes/+page.svelte': lines(301) }, { 'queries/a/b.sql': lines(301) }],
		right: { 'src/routes/+page.svelte': lines(300), 'src/lib/messages/en.json': lines(900) }
	},
	{
		says: 'files are named as their kind is',
		rule: namesFollowTheirKind,
		wrong: [
			{ 'queries/overview/by-month.sql': '' },
			{ 'src/lib/components/filter-bar.svelte': '' },
			{ 'src/lib/filter/urlCodec.ts': '' }
		],
		right: { 'queries/a/by_month.sql': '', 'src/lib/a/B.svelte': '', 'src/lib/a/b-c.ts': '' }
	},
	{
		says: 'imports are spelled #lib/ with the extension',
		rule: importsAreSpelledOneWay,
		wrong: [
			{ 'src/routes/+page.ts': "import { x } from '$lib/x.ts';" },
			{ 'src/lib/charts/c.ts': "import { x } from '../filter/x.ts';" },
			{ 'src/lib/charts/c.ts': "import { x } from './x';" },
			{ 'test/charts/c.test.ts': "import { x } from '../../src/lib/charts/x.ts';" }
		],
		right: {
			'src/routes/+page.ts': "import type { P } from './$types';\nimport './x.css';",
			'src/lib/statistics/rates/r.ts': "import { sum } from '../sum.ts';"
		}
	},
	{
		says: 'nothing that runs names another host',
		rule: noOtherHosts,
		wrong: [
			{ 'src/lib/charts/c.ts': "fetch('https://cdn.jsdelivr.net/x.js');" },
			{ 'src/routes/+page.svelte': '<link href="https://fonts.googleapis.com/css" />' },
			{ 'src/app.html': '<script src="https://unpkg.com/x"></script>' }
		],
		right: {
			'src/routes/+page.svelte': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
			'src/lib/statistics/s.ts': '// https://doi.org/10.1000/1\nexport const s = `http://${host}/`;'
		}
	},
	{
		says: 'no file tells which machine or registry it was made with',
		rule: noTraceOfAMachine,
		wrong: [
			{ 'README.md': `cd ${folder('work', 'main')}` },
			{ 'test/x.test.ts': `open('${folder('home', 'ann', 'log.csv')}')` },
			{ 'package-lock.json': `"resolved": "${'https:'}//packages.example/x.tgz"` },
			{ Dockerfile: `RUN npm --${'registry'}=${'https:'}//npm-mirror.example/` }
		],
		right: { 'README.md': 'Put it in `/opt/redress`, your log in ~/work/log.csv' }
	}
];

const asSources = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));

describe('a rule finds what breaks it', () => {
	for (const { says, rule, wrong, right } of held) {
		test.each(
			wrong.map(
				(files) => [Object.keys(files)[0], Object.values(files)[0]?.slice(0, 70), files] as const
			)
		)(`${says}: %s with %j`, (_path, _text, files) => {
			expect(rule(asSources(files))).not.toEqual([]);
		});
		test(`${says}: says nothing where it is kept`, () => {
			expect(rule(asSources(right))).toEqual([]);
		});
	}
});

describe('the tree keeps the rule', () => {
	const tree = readTree();

	test('that is read here is the whole tree', () => {
		const paths = tree.map(({ path }) => path);
		expect(paths).toContain('src/lib/filter/filter.ts');
		expect(paths).toContain('package-lock.json');
		expect(paths).toContain('.ci/run');
	});

	test.each(held.map(({ says, rule }) => [says, rule] as const))('%s', (_says, rule) => {
		expect(rule(tree)).toEqual([]);
	});
});
