import { targetColumns } from '#lib/import/target-rows.ts';
import { measures } from '#lib/measures/catalogue.ts';
import { disposition } from '#lib/server/http/disposition.ts';
import { byteOrderMark, csvLine } from '#lib/server/questions/csv.ts';
import { isTargetMeasure } from '#lib/server/questions/targets-page.ts';
import { targets } from '#lib/server/record/targets.ts';
import type { RequestHandler } from './$types';

/** Every target that stands, as the import reads it. */
export const GET: RequestHandler = async () => {
	const lines = (await targets()).map(({ measure, scope, span, since, value }) =>
		csvLine([
			measure,
			scope?.dimension ?? '',
			scope?.value ?? '',
			span,
			since,
			written(measure, value)
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
function written(measure: string, value: number): string {
	const unit = isTargetMeasure(measure) ? measures[measure].unit : null;
	if (unit === 'share') return `${Number((value * 100).toPrecision(12))} %`;
	return unit === 'minutes' ? `${value} min` : String(value);
}
