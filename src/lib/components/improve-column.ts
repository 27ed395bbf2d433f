import { improveHref, type PointedAt } from '#lib/filter/improve.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { TableColumn } from './table.ts';

/** A last column that starts an improvement from its row; a row that says nothing offers none. */
export function improveColumn<Row>(pointed: (row: Row) => PointedAt | undefined): TableColumn<Row> {
	return {
		id: 'improve',
		title: m.improve_row(),
		text: (row) => (pointed(row) ? m.improve_row_start() : ''),
		href: (row) => {
			const at = pointed(row);
			return at && improveHref(at);
		}
	};
}
