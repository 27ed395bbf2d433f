import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { wordCutter } from './cutter.ts';
import { NarrativeReader, type Narrative, type Reading } from './read-narratives.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

// Loaded by bare Node, never bundled: see `reading.ts`.
if (parentPort === null) throw new Error('the reader of narratives runs as a worker thread');
const port = parentPort;
const say = (message: FromWorker): void => port.postMessage(message);

const reader = new NarrativeReader(wordCutter());
const keys: { readonly source: string; readonly caseNo: string; readonly digest: string }[] = [];

port.on('message', (message: ToWorker) => {
	if ('narratives' in message) {
		for (const narrative of message.narratives) take(narrative);
		say({ taken: message.narratives.length });
		return;
	}
	const reading = reader.finish((stage, done, of) => say({ stage, done, of }));
	say({ stage: 'write', done: 0, of: 1 });
	void write(message.path, message.reading, reading).then(() => {
		const { clustering, labels, suggested } = reading;
		say({
			labels,
			clusters: clustering?.clusters ?? 0,
			silhouette: clustering?.silhouette ?? 0,
			judged: suggested.judged,
			right: suggested.right,
			unclassified: suggested.unclassified,
			commonest: suggested.commonest
		});
		port.close();
	});
});

function take(narrative: Narrative): void {
	keys.push({
		source: narrative.source,
		caseNo: narrative.caseNo,
		// Tells whether the case still says this when the reading is written.
		digest: createHash('md5').update(narrative.text).digest('hex')
	});
	reader.add(narrative);
}

/** A line of JSON a case, as `queries/themes/write_words.sql` reads it. */
async function write(path: string, number: number, reading: Reading): Promise<void> {
	const { corpus, clustering, twins, suggested } = reading;
	const suggestions = new Map(suggested.suggestions.map((each) => [each.document, each]));
	const file = createWriteStream(path);
	for (const [document, key] of keys.entries()) {
		const words: string[] = [];
		for (let at = corpus.offsets[document]!; at < corpus.offsets[document + 1]!; at++)
			words.push(corpus.vocabulary[corpus.terms[at]!]!);
		const cluster = clustering?.cluster[document] ?? -1;
		const group = twins[document] ?? null;
		const suggestion = suggestions.get(document);
		const line = JSON.stringify({
			source: key.source,
			case_no: key.caseNo,
			digest: key.digest,
			words: words.length > 0 ? `|${words.join('|')}|` : '',
			theme: cluster < 0 ? null : themeNumber(number, cluster),
			fit: cluster < 0 ? null : clustering!.fit[document],
			twins: group === null ? null : number * 100_000_000 + group,
			suggestion: suggestion?.category ?? null,
			confidence: suggestion?.confidence ?? null
		});
		if (!file.write(line + '\n')) await once(file, 'drain');
	}
	file.end();
	await once(file, 'finish');
}

/** No two readings share a number: an old address finds nothing rather than something else. */
function themeNumber(reading: number, cluster: number): number {
	return reading * 1000 + cluster + 1;
}
