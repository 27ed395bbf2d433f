import type { DayRange } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import { gradeWeight } from '#lib/measures/severity-weight.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { CategoriesFacts } from '#lib/server/questions/categories-page.ts';
import { groupName } from './categories-links.ts';
import type { Ranking } from './categories-pareto.ts';

const wholes = {
	count: m.categories_whole_count,
	cost: m.categories_whole_cost,
	severity: m.categories_whole_severity
} as const;

/** The page's answer: how few make up most. */
export function categoriesTitle(
	f: Formats,
	facts: CategoriesFacts,
	all: Ranking,
	inside: Ranking | undefined
): string {
	const category = facts.tree.find(({ key }) => key === facts.inside);
	const within = facts.tree.length === 1 && category && inside;
	const shown = within ? inside : all;
	const groups = within
		? m.categories_groups_inside({ name: groupName(f, category) })
		: m.categories_groups_all();
	const [first] = shown.rows;
	const last = shown.vital.at(-1);
	const vital = within
		? last && { count: shown.vital.length, share: last.cumulative }
		: facts.vital;
	const whole = within ? m.categories_whole_inside() : wholes[facts.weight]();
	if (!first) return m.page_categories();
	if (shown.values <= 1 || !vital)
		return m.categories_title_first({ name: first.name, share: f.percent(first.share), whole });
	return m.categories_title({
		count: vital.count,
		vital: f.count(vital.count),
		all: f.count(shown.values),
		groups,
		share: f.percent(vital.share),
		whole
	});
}

/** How many cases that is about, and how many there were before. */
export function categoriesLead(
	f: Formats,
	facts: CategoriesFacts,
	days: DayRange,
	comparison: { readonly days: DayRange } | null
): string {
	const now = { count: facts.cases, shown: f.count(facts.cases), days: f.dayRange(days) };
	if (comparison === null || facts.before === null) return m.categories_lead(now);
	return m.categories_lead_compared({
		...now,
		before: f.count(facts.before),
		daysBefore: f.dayRange(comparison.days),
		change: f.change(facts.before > 0 ? facts.cases / facts.before - 1 : Number.NaN)
	});
}

export function paretoAnswer(
	f: Formats,
	all: Ranking,
	inside: Ranking | undefined,
	facts: CategoriesFacts
): string {
	const category = facts.tree.find(({ key }) => key === facts.inside);
	const last = all.vital.at(-1);
	return f.sentences(
		facts.tree.length === 1 || !last
			? facts.tree.length > 1 && facts.vital
				? m.categories_pareto_many({
						count: facts.vital.count,
						vital: f.count(facts.vital.count),
						share: f.percent(facts.vital.share)
					})
				: null
			: m.categories_pareto_vital({
					count: all.vital.length,
					names: names(f, all.vital),
					share: f.percent(last.cumulative)
				}),
		category && inside ? insideAnswer(f, groupName(f, category), inside) : null
	);
}

function insideAnswer(f: Formats, name: string, inside: Ranking): string | null {
	const [first, second] = inside.rows.filter(({ kind }) => kind !== 'blank');
	if (!first) return null;
	if (!second) return m.categories_pareto_inside_one({ name, first: first.name });
	return m.categories_pareto_inside({
		name,
		first: first.name,
		second: second.name,
		share: f.percent(second.cumulative)
	});
}

/** The first few by name, the rest by number. */
function names(f: Formats, rows: Ranking['rows']): string {
	const most = 4;
	const shown = rows.length > most + 1 ? rows.slice(0, most) : rows;
	const words = shown.map(({ name }) => name);
	const left = rows.length - shown.length;
	return f.list(left > 0 ? [...words, m.categories_more({ count: f.count(left) })] : words);
}

export function paretoNote(f: Formats, facts: CategoriesFacts): string {
	const blank = facts.tree.find(({ key }) => key === null);
	return f.sentences(
		m.categories_pareto_note({ whole: wholes[facts.weight]() }),
		blank &&
			m.categories_pareto_blank({
				count: blank.cases,
				shown: f.count(blank.cases),
				share: f.percent(blank.cases / facts.cases)
			}),
		facts.weight === 'cost' &&
			m.categories_pareto_costed({ costed: f.count(facts.costed), cases: f.count(facts.cases) }),
		facts.weight === 'severity' &&
			m.categories_pareto_weights({
				urgent: gradeWeight.urgent,
				high: gradeWeight.high,
				normal: gradeWeight.normal,
				low: gradeWeight.low
			}),
		facts.weight === 'severity' &&
			facts.ungraded > 0 &&
			m.categories_pareto_ungraded({ count: facts.ungraded, shown: f.count(facts.ungraded) })
	);
}
