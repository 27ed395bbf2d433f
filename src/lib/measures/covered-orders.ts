/** Share of the days that need orders: a shop may close for one. */
const leastCovered = 0.98;

/** Whether orders cover some days: where they are missing for a part, a rate by them would be too high. */
export function ordersCover(daysWithOrders: number, days: number): boolean {
	return daysWithOrders >= leastCovered * days;
}

/**
 * Orders behind the cases of some days; 0 where they do not cover them.
 *
 * @param days days the cases are told of: of a running month those that are over
 */
export function coveredOrders(
	row: { readonly orders: number; readonly days_with_orders: number } | undefined,
	days: number
): number {
	return row && ordersCover(row.days_with_orders, days) ? row.orders : 0;
}
