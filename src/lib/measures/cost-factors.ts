import { dasGupta } from '#lib/statistics/contribution/das-gupta.ts';
import type { DriverGroup } from './driver-groups.ts';
import type { DriverDimension } from './driver-measures.ts';

/** What three factors add to the difference of cost a day, in money; they add up to it exactly. */
export interface CostFactors {
	readonly difference: number;
	/** Cases a day. */
	readonly volume: number;
	/** Which values the cases are of. */
	readonly mix: number;
	/** What a case of a value costs. */
	readonly unit: number;
}

/**
 * Cost a day as cases a day × Σ share × cost of a case, over the values of one dimension (Das Gupta). A
 * value absent in one sample costs there what it costs in the other, so that its coming is mix.
 * Null where a sample has no case.
 */
export function costFactors(
	dimension: DriverDimension,
	groups: readonly DriverGroup[],
	days: { readonly now: number; readonly before: number }
): CostFactors | null {
	const own = groups.filter((group) => group.dimension === dimension);
	const cases = { now: 0, before: 0 };
	for (const { now, before } of own) {
		cases.now += now.cases;
		cases.before += before.cases;
	}
	if (cases.now === 0 || cases.before === 0) return null;
	const unit = (side: 'now' | 'before', other: 'now' | 'before') =>
		own.map((group) => {
			const from = group[side].cases > 0 ? group[side] : group[other];
			return from.cases > 0 ? from.total / from.cases : 0;
		});
	const { difference, effects } = dasGupta({
		rate: 'sumOfProducts',
		factors: {
			volume: [own.map(() => cases.before / days.before), own.map(() => cases.now / days.now)],
			mix: [
				own.map(({ before }) => before.cases / cases.before),
				own.map(({ now }) => now.cases / cases.now)
			],
			unit: [unit('before', 'now'), unit('now', 'before')]
		}
	});
	return {
		difference,
		volume: effects['volume'] ?? 0,
		mix: effects['mix'] ?? 0,
		unit: effects['unit'] ?? 0
	};
}
