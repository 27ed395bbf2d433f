import type { CaseField } from '#lib/measures/case-fields.ts';
import type { MeasureNeed } from '#lib/measures/catalogue-groups.ts';
import { fieldName } from '#lib/messages/field-names.ts';
import * as m from '#lib/messages/generated/messages.js';

/** What a log must hold, one of these, in words. */
export function needText(any: readonly MeasureNeed[]): string {
	const names = any.map((need) => {
		if (need === 'orders') return m.measures_needs_orders();
		return need === 'limits' ? m.measures_needs_limits() : fieldName(need);
	});
	return names.reduce((one, other) => m.measures_needs_or({ one, other }));
}

/** Whether the log has one of them. Limits are arranged in the settings: there are always some. */
export function isThere(
	any: readonly MeasureNeed[],
	columns: readonly CaseField[],
	hasOrders: boolean
): boolean {
	return any.some((need) => {
		if (need === 'orders') return hasOrders;
		return need === 'limits' || columns.includes(need);
	});
}
