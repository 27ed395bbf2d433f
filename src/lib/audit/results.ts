import { cohensKappa, type Agreement } from '#lib/statistics/agreement/cohens-kappa.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';
import { weightedShare } from '#lib/statistics/proportion/weighted-share.ts';
import type { Interval } from '#lib/statistics/interval.ts';
import { verdicts, type Answered, type Audit, type ItemVerdict } from './audit.ts';
import type { ChecklistItem } from './checklist.ts';

export interface ShareFound {
	/** Cases (or answers) looked at. */
	readonly of: number;
	readonly nonconforming: number;
	/** 0–1; null where nothing was looked at. */
	readonly share: number | null;
	readonly interval: Interval | null;
}

export interface StratumFound extends ShareFound {
	readonly value: string;
	/** Closed cases there were to draw from. */
	readonly cases: number;
	readonly drawn: number;
}

/** An item one auditor or several found not to be kept in a case. */
export interface Finding {
	readonly place: number;
	readonly item: string;
	readonly by: readonly string[];
	/** Others looked at the same item in the same case and said otherwise. */
	readonly disputed: boolean;
	readonly notes: readonly string[];
}

export interface PairAgreement extends Agreement {
	readonly auditors: readonly [string, string];
	/** Cases both judged. */
	readonly cases: number;
}

export interface AuditResults {
	readonly audited: number;
	/** Of the whole population drawn from, each stratum by its size; null before anything was looked at. */
	readonly overall: ShareFound | null;
	/** Strata nobody has looked into yet: the overall share leaves their cases out. */
	readonly unseen: number;
	readonly strata: readonly StratumFound[];
	readonly items: readonly (ShareFound & {
		readonly item: string;
		readonly notApplicable: number;
	})[];
	readonly agreement: readonly PairAgreement[];
	readonly findings: readonly Finding[];
}

/**
 * What an audit has found so far. A case does not conform where any auditor found any item not kept:
 * until two who differ have talked, the stricter counts.
 */
export function resultsOf(audit: Audit, items: readonly ChecklistItem[]): AuditResults {
	const byPlace = new Map<number, Answered[]>();
	for (const one of audit.answered)
		byPlace.set(one.place, [...(byPlace.get(one.place) ?? []), one]);
	const judged = [...byPlace].map(([place, answers]) => ({
		stratum: audit.cases[place - 1]?.stratum ?? '',
		wrong: answers.some((one) => items.some(({ id }) => verdictOf(one, id) === 'does_not'))
	}));
	const strata = audit.strata.map((stratum): StratumFound => {
		const own = judged.filter((one) => one.stratum === stratum.value);
		return { ...stratum, ...shareOf(own.filter(({ wrong }) => wrong).length, own.length) };
	});
	const seen = strata.filter((stratum) => stratum.of > 0);
	const weighted = weightedShare(
		seen.map((stratum) => ({
			answers: stratum.of,
			yes: stratum.nonconforming,
			weight: stratum.cases / stratum.of
		}))
	);
	return {
		audited: judged.length,
		overall: weighted && {
			of: judged.length,
			nonconforming: judged.filter(({ wrong }) => wrong).length,
			share: weighted.share,
			interval: weighted.interval
		},
		unseen: strata.length - seen.length,
		strata,
		items: items.map(({ id }) => itemShare(id, [...byPlace.values()])),
		agreement: agreements(audit.answered, items),
		findings: findingsOf(byPlace, items)
	};
}

function verdictOf({ answers }: Answered, item: string): ItemVerdict | undefined {
	return answers[item]?.verdict;
}

function shareOf(nonconforming: number, of: number): ShareFound {
	const { proportion, lower, upper } = wilsonInterval(nonconforming, of, 0.95);
	const interval = lower === null || upper === null ? null : { lower, upper };
	return { of, nonconforming, share: proportion, interval };
}

/** Of the cases the item applies to, those where somebody found it not kept. */
function itemShare(item: string, cases: readonly (readonly Answered[])[]) {
	const said = cases
		.map((answers) => answers.map((one) => verdictOf(one, item)))
		.filter((own) => own.some((verdict) => verdict !== undefined));
	const wrong = said.filter((own) => own.includes('does_not')).length;
	const applies = said.filter((own) => own.some((v) => v === 'does_not' || v === 'conforms'));
	return { item, notApplicable: said.length - applies.length, ...shareOf(wrong, applies.length) };
}

/** How far each two auditors agree over the items both judged, those with most in common first. */
function agreements(
	answered: readonly Answered[],
	items: readonly ChecklistItem[]
): readonly PairAgreement[] {
	const names = new Map(answered.map(({ auditor }) => [auditor.id, auditor.name]));
	const ids = [...names.keys()];
	const pairs = ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const));
	return pairs
		.flatMap(([one, other]) => {
			const both = answered
				.filter(({ auditor }) => auditor.id === one)
				.flatMap((first) => {
					const second = answered.find(
						({ auditor, place }) => auditor.id === other && place === first.place
					);
					return second ? [[first, second] as const] : [];
				});
			const table = verdicts.map((row) =>
				verdicts.map((column) =>
					both.reduce(
						(sum, [first, second]) =>
							sum +
							items.filter(
								({ id }) => verdictOf(first, id) === row && verdictOf(second, id) === column
							).length,
						0
					)
				)
			);
			const found = cohensKappa(table);
			const auditors = [names.get(one) ?? '', names.get(other) ?? ''] as const;
			return found ? [{ ...found, auditors, cases: both.length }] : [];
		})
		.sort((a, b) => b.judged - a.judged);
}

function findingsOf(
	byPlace: ReadonlyMap<number, readonly Answered[]>,
	items: readonly ChecklistItem[]
): readonly Finding[] {
	return [...byPlace]
		.sort(([one], [other]) => one - other)
		.flatMap(([place, answers]) =>
			items.flatMap(({ id }) => {
				const said = answers.filter((one) => verdictOf(one, id) === 'does_not');
				if (said.length === 0) return [];
				return {
					place,
					item: id,
					by: said.map(({ auditor }) => auditor.name),
					disputed: said.length < answers.filter((one) => verdictOf(one, id)).length,
					notes: [...new Set(said.map(({ answers: own }) => own[id]?.note ?? ''))].filter(
						(note) => note !== ''
					)
				};
			})
		);
}
