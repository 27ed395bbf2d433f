import { rangeText } from '#lib/components/share-words.ts';
import type { TableColumn } from '#lib/components/table.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { casesHref } from '#lib/filter/href.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Measured } from '#lib/measures/headline.ts';
import * as m from '#lib/messages/generated/messages.js';

/** How many cases were rated, leading to them. */
export function ratedColumn<Key extends string, Row extends Readonly<Record<Key, number>>>(
	f: Formats,
	count: Key,
	of: (row: Row) => Filter
): TableColumn<Row> {
	return {
		id: 'rated',
		title: m.sat_column_rated(),
		numeric: true,
		text: (row) => f.count(row[count]),
		href: (row) => casesHref(of(row))
	};
}

interface SatisfiedRow {
	readonly satisfied: number;
	readonly share: Measured;
}

/** How many of the rated are satisfied, leading to them, their share and its interval. */
export function satisfiedColumns<Row extends SatisfiedRow>(
	f: Formats,
	of: (row: Row) => Filter | undefined
): TableColumn<Row>[] {
	return [
		{
			id: 'satisfied',
			title: m.sat_column_satisfied(),
			numeric: true,
			text: (row) => f.count(row.satisfied),
			href: (row) => {
				const chosen = of(row);
				return chosen && casesHref(chosen);
			}
		},
		{
			id: 'share',
			title: m.sat_column_share(),
			numeric: true,
			strong: true,
			text: (row) => f.percent(row.share.value ?? Number.NaN)
		},
		{
			id: 'share_interval',
			title: m.sat_column_interval(),
			text: (row) => rangeText(row.share.interval, (share) => f.percent(share))
		}
	];
}
