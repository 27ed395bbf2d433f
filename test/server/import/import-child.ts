import { importFile } from '#lib/server/import/run.ts';
import { warehouse } from '#lib/server/state/state.ts';

/** A process of its own that imports one file and tells how far it is, so that a test can kill it. */
const [path = ''] = process.argv.slice(2);
const store = await warehouse();
await importFile(
	store,
	{ path, name: 'killed.csv', source: 'log' },
	{ id: 'tester', name: '', assurance: 'declared' },
	{
		onProgress: ({ stage, done, of }) =>
			process.stdout.write(`${stage} ${(done / of).toFixed(3)}\n`)
	}
);
process.stdout.write('loaded\n');
