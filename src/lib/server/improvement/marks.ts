import { bothOf } from '#lib/filter/both.ts';
import { keptFilter } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import { markId } from '#lib/improvement/mark-id.ts';
import { measureKey } from '#lib/measures/charted-measure.ts';
import { annotations, type KeptAnnotation } from '#lib/server/record/annotations.ts';
import type { Phase } from '#lib/server/record/control-limits.ts';
import { keptImprovements, type KeptImprovement } from './kept.ts';

/** What happened, for a chart of these cases over time: what people wrote, and improvements that came to their end. */
export async function annotationsOf(filter: Filter): Promise<readonly KeptAnnotation[]> {
	const all = [...(await annotations()), ...(await improvementAnnotations())];
	return all.filter(({ selection }) => bothOf(keptFilter(selection), filter) !== 'nothing');
}

/** What began to work, on its first day. */
async function improvementAnnotations(): Promise<readonly KeptAnnotation[]> {
	return (await ended()).map(({ mark, day, label, improvement: { plan } }) => ({
		...mark,
		selection: plan.selection,
		kind: 'other',
		label,
		day,
		lastDay: null
	}));
}

/** Phases of the charts closed improvements were about, where that was asked for. */
export async function improvementPhases(): Promise<readonly Phase[]> {
	return (await ended()).flatMap(({ mark, day, label, improvement: { plan, act } }) =>
		act?.phase
			? [
					{
						...mark,
						measure: measureKey(plan.measure),
						selection: plan.selection,
						day,
						reason: label
					}
				]
			: []
	);
}

/** Those that came to their end, not those given up. */
async function ended() {
	return [...(await keptImprovements()).values()].flatMap((kept) => {
		const { improvement } = kept;
		const { stage, cancelled, number, plan } = improvement;
		const by = closing(kept);
		if (stage !== 'closed' || cancelled !== null || plan.effectiveOn === null || !by) return [];
		return [
			{
				improvement,
				mark: { id: markId(number), person: by.person, happenedAt: by.happenedAt },
				day: plan.effectiveOn,
				label: `${number} ${plan.theme}`.trim()
			}
		];
	});
}

function closing({ events }: KeptImprovement) {
	return events.findLast(
		(event) => event.kind === 'improvement_moved' && event.body.to === 'closed'
	);
}
