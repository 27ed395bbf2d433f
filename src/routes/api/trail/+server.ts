import { wallTime } from '#lib/format/instant.ts';
import { disposition } from '#lib/server/http/disposition.ts';
import { problem } from '#lib/server/http/problem.ts';
import { improvementOf } from '#lib/server/improvement/store.ts';
import { byteOrderMark, csvLine } from '#lib/server/questions/csv.ts';
import type { ChainedEvent } from '#lib/server/record/chain.ts';
import { trailLine, trailOf } from '#lib/server/record/trail.ts';
import { businessZone } from '#lib/server/state/state.ts';
import type { RequestHandler } from './$types';

const types = {
	jsonl: 'application/x-ndjson; charset=utf-8',
	csv: 'text/csv; charset=utf-8'
} as const;

/** Everything that happened to one improvement, with the hashes that hold it in the record. */
export const GET: RequestHandler = async ({ url }) => {
	const format = url.searchParams.get('format') ?? 'jsonl';
	if (format !== 'jsonl' && format !== 'csv') return problem(400, 'unknown_format', { format });
	const found = await improvementOf(url.searchParams.get('improvement') ?? '');
	if (!found) return problem(404, 'no_such_improvement');
	const { id, number } = found.improvement;
	const events = await trailOf(id);
	const { day, time } = wallTime(Date.now(), businessZone());
	const name = `${number}-trail-${day}-${time.replace(':', '')}.${format}`;
	return new Response(format === 'csv' ? csvOf(events) : events.map(trailLine).join(''), {
		headers: {
			'content-type': types[format],
			'content-disposition': disposition(name, `trail.${format}`),
			'x-row-count': String(events.length),
			'cache-control': 'no-store'
		}
	});
};

function csvOf(events: readonly ChainedEvent[]): string {
	const header = [
		'number',
		'happened_at',
		'person_id',
		'person_name',
		'assurance',
		'kind',
		'subject',
		'body',
		'previous_hash',
		'hash'
	];
	const rows = events.map((event) => [
		event.number,
		new Date(event.happenedAt).toISOString(),
		event.personId,
		event.personName,
		event.assurance,
		event.kind,
		event.subject,
		event.body,
		event.previousHash,
		event.hash
	]);
	return byteOrderMark + [header, ...rows].map(csvLine).join('');
}
