import { targetColumns } from '#lib/import/target-rows.ts';
import { chartedMeasure, unitOf } from '#lib/measures/charted-measure.ts';
import type { OwnMeasure } from '#lib/measures/own-measure.ts';
import { disposition } from '#lib/server/http/disposition.ts';
import { byteOrderMark, csvLine } from '#lib/server/questions/csv.ts';
import { allOwnMeasures } from '#lib/server/record/own-measures.ts';
import { targets } from '#lib/server/record/targets.ts';
import type { RequestHandler } from './$types';

/** Every target that stands, as the import reads it. */
export const GET: RequestHandler = async () => {
	const owns = await allOwnMeasures();
	const lines = (await targets()).map(({ measure, scope, span, since, value }) =>
		csvLine([
			measure,
			scope?.dimension ?? '',
			scope?.value ?? '',
			span,
			since,
			written(measure, value, owns)
		])
	);
	return new Response(byteOrderMark + csvLine([...targetColumns]) + lines.join(''), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': disposition('targets.csv', 'targets.csv')
		}
	});
};

/** With its unit, so that nobody has to guess. */
function written(key: string, value: number, owns: readonly OwnMeasure[]): string {
	const measure = chartedMeasure(key, owns);
	const unit = measure && unitOf(measure);
	if (unit === 'share') return `${Number((value * 100).toPrecision(12))} %`;
	return unit === 'minutes' ? `${value} min` : String(value);
}
