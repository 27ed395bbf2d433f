import type { Filter } from '#lib/filter/filter.ts';
import { narrowed } from '#lib/filter/change.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { CrossColumn } from '#lib/measures/cross-grid.ts';
import { fieldInSentence, fieldName } from '#lib/messages/field-names.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { CategoriesFacts, CrossFacts } from '#lib/server/questions/categories-page.ts';
import { loudest } from './categories-grid.ts';
import { groupName, narrowedToRow } from './categories-links.ts';

type Row = CrossFacts['rows'][number];

export function columnId({ kind, key }: CrossColumn): string {
	return `${kind} ${key ?? ''}`;
}

export function columnName(f: Formats, { kind, key }: CrossColumn, further: number): string {
	if (kind === 'blank') return m.blank_value();
	return kind === 'rest'
		? m.categories_folded({ count: further, shown: f.count(further) })
		: (key ?? '');
}

/** The cases of a cell; null where a folded rest has too many values for an address. */
export function cellFilter(
	filter: Filter,
	level: CategoriesFacts['level'],
	cross: CrossFacts,
	row: Row,
	at: number
): Filter | null {
	const column = cross.columns[at];
	const chosen = narrowedToRow(filter, level, row.group);
	if (!chosen || !column) return null;
	if (column.kind === 'rest') return cross.rest && narrowed(chosen, cross.dimension, cross.rest);
	return narrowed(chosen, cross.dimension, [column.key ?? '']);
}

export function crossTip(f: Formats, row: Row, at: number): string[] {
	const count = row.counts[at] ?? 0;
	const [expected, z] = [row.expected[at], row.z[at]];
	const cases = m.categories_tip_cases({ count, shown: f.count(count) });
	if (expected == null) return [cases];
	const facts = [
		cases,
		m.categories_cross_tip({ expected: f.number(expected, expected < 10 ? 1 : 0) })
	];
	return z == null
		? [...facts, m.categories_cross_tip_few()]
		: [...facts, m.categories_cross_tip_z({ z: f.signed(z, 1) })];
}

/** How strongly both hang together, and the cell that shows it best. */
export function crossAnswer(
	f: Formats,
	cross: CrossFacts,
	level: CategoriesFacts['level']
): string {
	const { cramersV } = cross;
	const dimension = fieldInSentence(cross.dimension, f.locale);
	if (cramersV === null) return m.categories_cross_alone({ dimension });
	const strength =
		cramersV < 0.1
			? m.categories_cross_hardly
			: cramersV < 0.3
				? m.categories_cross_weakly
				: cramersV < 0.5
					? m.categories_cross_clearly
					: m.categories_cross_strongly;
	const words = { level: fieldName(level), dimension, v: f.number(cramersV, 2, 2) };
	const most = loudest(
		cross.rows,
		({ group, z }, at) =>
			group.key !== null && cross.columns[at]?.kind === 'value' && (z[at] ?? 0) > 0
	);
	const column = most && cross.columns[most.at];
	return f.sentences(
		strength(words),
		most && column
			? m.categories_cross_most({
					name: groupName(f, most.row.group),
					value: columnName(f, column, cross.further),
					cases: f.count(most.row.counts[most.at] ?? 0),
					expected: f.number(most.row.expected[most.at] ?? Number.NaN)
				})
			: m.categories_cross_none()
	);
}
