/** A default written where a time was missing: so many times, and so much oftener than any other. */
const leastRows = 20;
const leastShare = 0.01;
const oftener = 5;

/**
 * One time of day and date that stands suspiciously often in a column (the default of a form, midnight
 * of one day); null when none does. Only a suspicion: a person confirms it.
 */
export function repeatedValue(
	values: readonly string[]
): { readonly value: string; readonly count: number } | null {
	const counts = new Map<string, number>();
	let filled = 0;
	for (const value of values) {
		if (value.trim() === '') continue;
		filled++;
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	let value = '';
	let count = 0;
	let second = 0;
	for (const [one, times] of counts) {
		if (times > count) [value, count, second] = [one, times, count];
		else if (times > second) second = times;
	}
	if (count < leastRows || count < filled * leastShare || count < second * oftener) return null;
	return { value, count };
}
