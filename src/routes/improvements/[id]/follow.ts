import { measureKey } from '#lib/measures/charted-measure.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';

/** Address that starts an improvement which follows this one: its next cycle, or the same for other cases. */
export function followHref(
	{ number, plan }: Improvement,
	how: 'next' | 'spread',
	selection = plan.selection
): string {
	const parameters = new URLSearchParams(selection);
	parameters.set('measure', measureKey(plan.measure));
	parameters.set(how, number);
	return `/improvements/new?${parameters.toString()}`;
}
