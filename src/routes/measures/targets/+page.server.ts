import { emptyFilter } from '#lib/filter/filter.ts';
import type { Dimension } from '#lib/measures/case-fields.ts';
import { chartedMeasure, measureKey, unitOf } from '#lib/measures/charted-measure.ts';
import type { MeasureUnit } from '#lib/measures/measure.ts';
import { dimensionValues } from '#lib/server/questions/dimension-values.ts';
import { measureProblems } from '#lib/server/questions/measure-problems.ts';
import { scopeOf, type Scope } from '#lib/server/questions/scope.ts';
import { targetsPageFacts, type TargetFacts } from '#lib/server/questions/targets-page.ts';
import { refusedTargets } from '#lib/server/record/targets.ts';
import { targetActions } from './target-actions.ts';
import { recentOf } from './target-recent.ts';
import type { Actions, PageServerLoad } from './$types';

export const actions: Actions = targetActions;

/** What targets are usually said of. */
const scoped: readonly Dimension[] = [
	'department',
	'team',
	'category',
	'channel',
	'shop',
	'product_category',
	'region',
	'priority'
];
/** Values a choice can hold; others are set by a file. */
const mostValues = 40;
/** Files whose rows are still offered to be mended. */
const mostRefused = 5;

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const scope = await scopeOf(locals.person, emptyFilter, request.signal);
	const [facts, scopes, refused] = await Promise.all([
		targetsPageFacts(scope),
		scopesOf(scope),
		refusedTargets()
	]);
	const edited = facts.targets.find(({ id }) => id === url.searchParams.get('edit'));
	const named = url.searchParams.get('measure');
	const wanted = chartedMeasure(named, facts.owns);
	const given = edited
		? givenOf(edited)
		: {
				measure: wanted ? measureKey(wanted) : 'complaint_rate',
				scope: '',
				span: 'month',
				since: scope.log?.asOfDay ?? '',
				target: ''
			};
	return {
		filterProblems: await measureProblems(named),
		dataVersion: scope.dataVersion,
		facts,
		scopes,
		edited,
		given,
		recent: await recentOf(scope, given),
		refused: refused.slice(0, mostRefused).map(({ rows, header: _, ...kept }) => ({
			...kept,
			rows: rows.length
		}))
	};
};

/** A target as the form writes it. */
function givenOf({ measure, scope, span, since, value }: TargetFacts) {
	return {
		measure: measureKey(measure),
		scope: scope ? `${scope.dimension}:${scope.value}` : '',
		span,
		since,
		target: written(value ?? 0, unitOf(measure))
	};
}

/** A value as its own reader would write it. */
function written(value: number, unit: MeasureUnit): string {
	if (unit === 'share') return `${Number((value * 100).toPrecision(6))} %`;
	if (unit !== 'minutes') return String(value);
	return value % 60 === 0 ? `${value / 60} h` : `${value} min`;
}

/** Values targets can be said of, with most cases first. */
async function scopesOf(scope: Scope) {
	if (!scope.log) return [];
	const known = scoped.filter((name) => scope.columns.includes(name));
	return Promise.all(
		known.map(async (dimension) => {
			const { values } = await dimensionValues(scope, dimension);
			const named = values.flatMap(({ value }) => (value === null ? [] : [value]));
			return { dimension, values: named.slice(0, mostValues) };
		})
	);
}
