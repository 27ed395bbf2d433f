import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { emptyFilter } from '#lib/filter/filter.ts';
import { chooseEncoding } from '#lib/import/encoding.ts';
import { decodeText } from '#lib/import/decode-text.ts';
import { folded, readTargetRows, type TargetNames } from '#lib/import/target-rows.ts';
import { readTargetSpan, readTargetValue } from '#lib/import/target-text.ts';
import { dimensions } from '#lib/measures/case-fields.ts';
import {
	chartedMeasure,
	hasTargets,
	measureKey,
	unitOf,
	type ChartedMeasure
} from '#lib/measures/charted-measure.ts';
import { controlMeasureIds } from '#lib/measures/control-measures.ts';
import { measureAlone } from '#lib/measures/own-measure.ts';
import type { MeasuredTarget } from '#lib/measures/target.ts';
import { fieldName } from '#lib/messages/field-names.ts';
import { measureName } from '#lib/messages/measure-words.ts';
import { textOf } from '#lib/server/http/form-text.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { targetDoubts } from '#lib/server/questions/targets-page.ts';
import { ownMeasures } from '#lib/server/record/own-measures.ts';
import { setTarget, setTargets, withdrawTarget } from '#lib/server/record/targets.ts';
import { recentOf } from './target-recent.ts';
import { scopeFrom } from './target-scope.ts';

const page = '/measures/targets';
/** A file of targets is small: ten thousand rows are far more than anybody sets. */
const mostBytes = 2_000_000;

export const targetActions = {
	/** Sets a target; one that may not be meant so is asked about first. */
	set: async ({ request, locals }: RequestEvent) => {
		const form = await request.formData();
		const given = {
			measure: textOf(form, 'measure'),
			scope: textOf(form, 'scope'),
			span: textOf(form, 'span'),
			since: textOf(form, 'since'),
			target: textOf(form, 'target')
		};
		const measure = chartedMeasure(given.measure, await ownMeasures());
		if (!measure || !hasTargets(measure))
			return fail(400, { given, problem: 'measure_unknown' as const });
		const log = await scopeOf(locals.person, emptyFilter, request.signal);
		const span = readTargetSpan(given.span, given.since);
		if ('problem' in span)
			return fail(400, { given, recent: await recentOf(log, given), problem: span.problem });
		const read = readTargetValue(unitOf(measure), given.target);
		if ('problem' in read)
			return fail(400, { given, recent: await recentOf(log, given), problem: read.problem });
		const target = { measure, scope: scopeFrom(given.scope), ...span, value: read.value };
		if (!form.has('confirmed')) {
			const [found] = await targetDoubts(log, [target]);
			if (found?.doubt) {
				const doubt = { ...found, target: alone(target) };
				return fail(409, { given, recent: await recentOf(log, given), doubt });
			}
		}
		const result = await setTarget(locals.person, keyed(target));
		if ('problem' in result) return fail(400, { given, problem: 'span_unreadable' as const });
		redirect(303, page);
	},
	withdraw: async ({ request, locals }: RequestEvent) => {
		const result = await withdrawTarget(locals.person, textOf(await request.formData(), 'id'));
		if ('problem' in result) return fail(404, { problem: 'no_such_target' as const });
		redirect(303, page);
	},
	/** Reads a file: good rows are kept, the others told with line and reason. */
	import: async ({ request, locals }: RequestEvent) => {
		const file = (await request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0)
			return fail(400, { problem: 'file_missing' as const });
		if (file.size > mostBytes) return fail(413, { problem: 'file_too_long' as const });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const { encoding } = chooseEncoding(bytes, true);
		const text = new TextDecoder().decode(decodeText(bytes, encoding));
		const { header, good, bad, missing } = readTargetRows(text, await names());
		if (missing.length > 0)
			return fail(400, { problem: 'columns_missing' as const, missing: missing.join(', ') });
		const log = await scopeOf(locals.person, emptyFilter, request.signal);
		const targets = good.map(({ target }) => target);
		const doubts = await targetDoubts(log, targets);
		const result = await setTargets(locals.person, targets.map(keyed), {
			file: file.name,
			header,
			rows: bad
		});
		if ('problem' in result) return fail(400, { problem: 'span_unreadable' as const });
		return {
			imported: {
				...('set' in result ? result : { set: 0, unchanged: 0, refusal: null }),
				bad,
				doubted: good.flatMap(({ line, target }, at) => {
					const found = doubts[at];
					return found?.doubt ? [{ line, ...found, target: alone(target) }] : [];
				})
			}
		};
	}
};

/** Names as the reader sees them are read as well as ids. */
async function names(): Promise<TargetNames> {
	const owns = (await ownMeasures()).map(measureAlone);
	const named = (measure: ChartedMeasure) => [folded(measureName(measure)), measure] as const;
	return {
		measures: new Map<string, ChartedMeasure>([
			...owns.map((own) => [folded(own.id), own] as const),
			...owns.map(named),
			...controlMeasureIds.map(named)
		]),
		dimensions: new Map(dimensions.map((id) => [folded(fieldName(id)), id]))
	};
}

/** As the record keeps it: by the key of its measure, so that it follows a measure that is changed. */
function keyed({ measure, ...target }: Omit<MeasuredTarget, 'id'>) {
	return { ...target, measure: measureKey(measure) };
}

/** For the page: an own measure without its versions. */
function alone({ measure, ...target }: Omit<MeasuredTarget, 'id'>): Omit<MeasuredTarget, 'id'> {
	return { ...target, measure: typeof measure === 'string' ? measure : measureAlone(measure) };
}
