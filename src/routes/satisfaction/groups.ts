import type { CoefficientColumns, CoefficientWords } from '#lib/charts/options/coefficients.ts';
import type { GroupComparison } from '#lib/measures/score-groups.ts';
import * as m from '#lib/messages/generated/messages.js';
import { stratumName, stratumValue, type SatisfactionView } from './satisfaction-view.ts';
import { pText } from './strength.ts';

/** Drawn as distance from one half, where a group scores like the others. */
export function groupColumns({ facts }: SatisfactionView): CoefficientColumns {
	const from = (share: number | null | undefined) => (share ?? Number.NaN) - 0.5;
	return {
		name: facts.groups.map(({ key }) => stratumValue(key)),
		key: facts.groups.map(({ key }) => key),
		kind: facts.groups.map(({ verdict }) => (verdict === 'none' ? 'pooled' : 'stratum')),
		value: facts.groups.map(({ superiority }) => from(superiority)),
		lower: facts.groups.map(({ superiorityInterval }) => from(superiorityInterval?.lower)),
		upper: facts.groups.map(({ superiorityInterval }) => from(superiorityInterval?.upper)),
		cases: facts.groups.map(({ n }) => n)
	};
}

export function groupWords(view: SatisfactionView): CoefficientWords {
	const { f, facts } = view;
	const percent = (distance: number) => f.percent(0.5 + distance);
	return {
		valueName: m.sat_groups_head(),
		casesName: m.sat_coefficient_cases(),
		value: (value, lower, upper) =>
			m.sat_coefficient({ value: percent(value), lower: percent(lower), upper: percent(upper) }),
		tick: (value) => f.shareTick(0.5 + value),
		cases: f.count,
		tip: (at) => {
			const row = facts.groups[at];
			if (!row) return [''];
			return [
				stratumValue(row.key),
				m.sat_groups_tip({
					value: f.percent(row.superiority ?? Number.NaN),
					lower: f.percent(row.superiorityInterval?.lower ?? Number.NaN),
					upper: f.percent(row.superiorityInterval?.upper ?? Number.NaN)
				}),
				m.sat_groups_tip_p({ p: pText(view, row.adjusted) ?? '', reading: groupVerdict(row) }),
				m.sat_n({ n: f.count(row.n) })
			];
		}
	};
}

export function groupVerdict({ verdict }: GroupComparison): string {
	return verdict === 'higher'
		? m.sat_groups_higher()
		: verdict === 'lower'
			? m.sat_groups_lower()
			: m.sat_groups_same();
}

/** At most this many groups are named in a sentence. */
const mostNamed = 4;

/** Which groups differ from the rest, most different first. */
export function groupsAnswer(view: SatisfactionView): string {
	const { f, facts } = view;
	const { groups, furtherGroups } = facts;
	const compared = f.count(groups.length + furtherGroups);
	const named = (side: GroupComparison['verdict']) => {
		const found = groups
			.filter(({ verdict }) => verdict === side)
			.toSorted((a, b) => distance(b) - distance(a));
		const names = found.slice(0, mostNamed).map(({ key }) => `**${stratumValue(key)}**`);
		const more = found.length - names.length;
		return {
			count: found.length,
			names: more > 0 ? [...names, m.sat_groups_more({ count: f.count(more) })] : names
		};
	};
	const [lower, higher] = [named('lower'), named('higher')];
	const stratum = stratumName(view);
	return f.sentences(
		lower.count + higher.count === 0 && m.sat_groups_answer_none({ compared, stratum }),
		lower.count > 0 && m.sat_groups_answer_lower({ groups: f.list(lower.names) }),
		higher.count > 0 && m.sat_groups_answer_higher({ groups: f.list(higher.names) }),
		furtherGroups > 0 && m.sat_groups_further({ shown: f.count(groups.length), compared })
	);
}

function distance({ superiority }: GroupComparison): number {
	return Math.abs((superiority ?? 0.5) - 0.5);
}
