import type { Hypothesis } from './hypotheses.ts';
import { reducedOutcomes } from './reduce-outcomes.ts';
import type { Told } from './reduce-shares.ts';

/** Problems are named before where and with what they happen. */
const order = ['category', 'subcategory', 'product', 'product_category'];

/** What the time of year explains, told in a few sentences: the share that moved most, and how cases went. */
export function reducedSeasons(seasonal: readonly Hypothesis[]): readonly Told[] {
	const isShare = ({ series: { measure } }: Hypothesis): boolean =>
		['share', 'complaint_rate', 'complaints'].includes(measure);
	const shares = seasonal.filter(isShare).sort((a, b) => rank(a) - rank(b) || far(b) - far(a));
	const [first, ...others] = shares;
	return [
		...(first
			? [{ hypothesis: first, pValue: first.levelPValue, alike: others, within: null }]
			: []),
		...reducedOutcomes(seasonal.filter((one) => !isShare(one)))
	];
}

const far = ({ levelScore }: Hypothesis): number => Math.abs(levelScore);

function rank({ series: { scope } }: Hypothesis): number {
	if (scope === null) return -1;
	const at = order.indexOf(scope.dimension);
	return at < 0 ? order.length : at;
}
