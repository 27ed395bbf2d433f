import {
	changePValue,
	flowBeyond,
	flowChange,
	meanBeyond,
	meanChange,
	type Exposures,
	type PartChange,
	type TwoMoments
} from '#lib/statistics/contribution/part-change.ts';
import { twoSidedNormalQuantile } from '#lib/statistics/distributions/normal.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { benjaminiHochberg } from '#lib/statistics/testing/benjamini-hochberg.ts';
import { holm } from '#lib/statistics/testing/holm.ts';
import { groupKey, type DriverGroup, type DriverGroups } from './driver-groups.ts';
import type { DriverKind } from './driver-measures.ts';

/** Below these no verdict is given: cases of both samples, and cases expected in the smaller one. */
const fewestCases = 20;
const fewestExpected = 5;
/** What is beside a value, or beside a pair within each of its values, needs cases as well. */
const fewestBeside = 5;
/**
 * Chance of a false alarm of the statement "something changed". The total itself is judged like a point
 * of a control chart, at about 3.3 standard errors; values share one half of what is left, pairs, which
 * are many more, the other.
 */
const familyAlpha = 0.05;
const totalAlpha = 0.001;
const halfAlpha = (familyAlpha - totalAlpha) / 2;
const falseDiscoveryRate = 0.05;

export interface Driver extends DriverGroup {
	/** Part of the difference, in the unit of the measure (a flow by one order or day). */
	readonly contribution: number;
	readonly interval: Interval | null;
	/** Its change beyond that of all cases, of a pair beyond its nearer value, in standard errors. */
	readonly beyond: number | null;
	readonly pValue: number;
	/** Found among all values and pairs: false discovery rate, and by the family. */
	readonly found: boolean;
	readonly foundByFamily: boolean;
}

export interface DriverRanking {
	readonly total: PartChange & { readonly pValue: number; readonly interval: Interval | null };
	/** True where the total, a value or a pair moved by more than chance, at 5 % for all together. */
	readonly changed: boolean;
	readonly totalChanged: boolean;
	/** Hypotheses judged together. */
	readonly judged: number;
	/** Values, and pairs that add something, the largest part first. */
	readonly drivers: readonly Driver[];
}

export interface RankingInput extends DriverGroups {
	readonly kind: DriverKind;
	/** Behind a flow; ignored for shares and means. */
	readonly exposures: Exposures;
	/** Widening for a group of these dimensions with this many cases; null: all cases. */
	readonly dispersion: (group: DriverGroup | null, cases: number) => number;
}

/**
 * Which values and pairs of values make up the change, with what chance alone would give: intervals
 * widened for clustering, Benjamini–Hochberg over the values and over the pairs, Holm for the statement that anything
 * changed. A value is judged by the weaker of two tests (it changed; it changed otherwise than
 * everything together), a pair by the weakest of three (otherwise than each of its two values), so that
 * what moved only with its whole is no driver (intersection–union test).
 */
export function rankDrivers(input: RankingInput): DriverRanking {
	const { all, singles, pairs, kind, exposures, dispersion } = input;
	const change = (part: TwoMoments, widening: number): PartChange =>
		kind === 'flow' ? flowChange(part, exposures, widening) : meanChange(part, all, widening);
	const beyond = kind === 'flow' ? flowBeyond : meanBeyond;
	const total = change(all, dispersion(null, all.now.cases + all.before.cases));
	const smaller =
		Math.min(...(kind === 'flow' ? sides(exposures) : [all.now.cases, all.before.cases])) /
		(kind === 'flow' ? exposures.now + exposures.before : all.now.cases + all.before.cases);

	const isLarge = ({ now, before }: TwoMoments) =>
		now.cases + before.cases >= fewestCases &&
		(now.cases + before.cases) * smaller >= fewestExpected;
	const byKey = new Map(
		singles.map((group) => [groupKey(group.dimension, group.value), group] as const)
	);
	const judge = (group: DriverGroup): Judged | undefined => {
		if (!isLarge(group)) return undefined;
		const widening = dispersion(group, group.now.cases + group.before.cases);
		const own = change(group, widening);
		const wholes: readonly (TwoMoments | undefined)[] =
			group.second === null
				? [all]
				: [
						byKey.get(groupKey(group.dimension, group.value)),
						byKey.get(groupKey(group.second, group.secondValue))
					];
		// A pair that is all of one of its values (a model of one brand) says nothing the value does not.
		if (!wholes.every((whole) => whole && isBeside(group, whole))) return undefined;
		const steps = wholes.map((whole) => (whole ? beyond(group, whole, widening) : null));
		const weakest = steps.reduce((least, z) =>
			least === null || z === null ? null : Math.abs(z) < Math.abs(least) ? z : least
		);
		// Every step must point the way the group itself moved.
		const agrees = own.z !== null && steps.every((z) => z !== null && z * own.z! > 0);
		return {
			group,
			own,
			beyond: weakest,
			pValue: agrees ? Math.max(changePValue(own.z), changePValue(weakest)) : 1
		};
	};
	const judged = [...singles, ...pairs].flatMap((group) => judge(group) ?? []);
	const pValues = judged.map(({ pValue }) => pValue);
	const judgedSingles = judged.filter(({ group }) => group.second === null).length;
	const lists = [pValues.slice(0, judgedSingles), pValues.slice(judgedSingles)];
	const byFamily = lists.flatMap(holm).map((p) => p <= halfAlpha);
	const rejected = lists.flatMap((list) => benjaminiHochberg(list, falseDiscoveryRate).rejected);
	const totalP = changePValue(total.z);
	const totalChanged = totalP <= totalAlpha;
	const changed = totalChanged || byFamily.includes(true);
	// Intervals of what a list shows as found are as honest as its verdict (Benjamini & Yekutieli 2005).
	const marginOf = (from: number, until: number) => {
		const found = rejected.slice(from, until).filter(Boolean).length;
		const level = (falseDiscoveryRate * Math.max(found, 1)) / Math.max(until - from, 1);
		return twoSidedNormalQuantile(1 - level);
	};
	const ofSingles = marginOf(0, judgedSingles);
	const ofPairs = marginOf(judgedSingles, judged.length);
	const drivers = judged.map(({ group, own, beyond, pValue }, i) => ({
		...group,
		contribution: own.contribution,
		interval: intervalOf(own, i < judgedSingles ? ofSingles : ofPairs),
		beyond,
		pValue,
		// Without anything certain in the whole family, what the list alone would let through is chance.
		found: changed && rejected[i] === true,
		foundByFamily: byFamily[i] === true
	}));
	return {
		total: { ...total, pValue: totalP, interval: intervalOf(total, twoSidedNormalQuantile(0.95)) },
		changed,
		totalChanged,
		judged: judged.length,
		drivers: drivers
			.filter(({ second, found }) => second === null || found)
			.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
	};
}

interface Judged {
	readonly group: DriverGroup;
	readonly own: PartChange;
	readonly beyond: number | null;
	readonly pValue: number;
}

function isBeside(pair: TwoMoments, whole: TwoMoments): boolean {
	const beside = whole.now.cases + whole.before.cases - pair.now.cases - pair.before.cases;
	return beside >= fewestBeside && whole.now.cases > 0 && whole.before.cases > 0;
}

function intervalOf({ contribution, standardError }: PartChange, margin: number): Interval | null {
	return standardError === null
		? null
		: {
				lower: contribution - margin * standardError,
				upper: contribution + margin * standardError
			};
}

function sides({ now, before }: Exposures): readonly number[] {
	return [now, before];
}
