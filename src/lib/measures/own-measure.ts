import type { CaseField } from './case-fields.ts';
import type { ControlFamily } from './control-measures.ts';
import type { IntervalMethod, Measure, MeasureUnit } from './measure.ts';

/**
 * What a measure of one's own can be. `share`: those of some cases that also meet more conditions;
 * `rate`: cases per 10,000 orders or a day; `quantile` of a time; `mean` of a number; `ratio`: one count
 * of cases against another, which need not be a part of it.
 */
export const ownKinds = ['share', 'rate', 'quantile', 'mean', 'ratio'] as const;
export type OwnKind = (typeof ownKinds)[number];

export const ownExposures = ['orders', 'day'] as const;
export type OwnExposure = (typeof ownExposures)[number];

/** Minutes by the wall clock, or of working time. Resolution: open cases count as not yet resolved. */
export const ownTimes = [
	'first_response',
	'resolution',
	'first_response_working',
	'resolution_working'
] as const;
export type OwnTime = (typeof ownTimes)[number];

/** Written as an address has them. */
export const ownQuantiles = ['0.25', '0.5', '0.75', '0.8', '0.9', '0.95'] as const;
export type OwnQuantile = (typeof ownQuantiles)[number];

export const ownNumbers = [
	'satisfaction',
	'satisfaction_timeliness',
	'satisfaction_solution',
	'satisfaction_openness',
	'satisfaction_follow_up',
	'amount',
	'cost',
	'handling_minutes'
] as const satisfies readonly CaseField[];
export type OwnNumber = (typeof ownNumbers)[number];

/** How a measure of one's own is worked out. What its kind does not need stays at its first choice. */
export interface OwnDesign {
	readonly kind: OwnKind;
	/** Which cases it looks at (of shares and ratios the denominator), as parameters of an address. */
	readonly basis: string;
	/** Cases of the numerator of a share or ratio; else empty. */
	readonly part: string;
	readonly per: OwnExposure;
	readonly time: OwnTime;
	readonly quantile: OwnQuantile;
	readonly number: OwnNumber;
	readonly better: Measure['better'];
}

/** A measure people made; its id begins with `own-`, which no measure of the catalogue does. */
export interface OwnMeasure extends OwnDesign {
	readonly id: string;
	readonly name: string;
}

/** The usual choices of a kind. */
export const initialDesign: OwnDesign = {
	kind: 'share',
	basis: '',
	part: '',
	per: 'orders',
	time: 'first_response',
	quantile: '0.5',
	number: 'satisfaction',
	better: 'lower'
};

/** The same design with what its kind does not need left at the first choice, so that two can be compared. */
export function canonical(design: OwnDesign): OwnDesign {
	const { kind, basis, part, per, time, quantile, number, better } = design;
	return {
		...initialDesign,
		kind,
		basis,
		better,
		...(hasPart(design) && { part }),
		...(kind === 'rate' && { per }),
		...(kind === 'quantile' && { time, quantile }),
		...(kind === 'mean' && { number })
	};
}

/** A measure without what else is kept with it, as its versions. */
export function measureAlone({ id, name, ...design }: OwnMeasure): OwnMeasure {
	return { id, name, ...canonical(design) };
}

/** Whether it divides one list of cases by another. */
export function hasPart({ kind }: Pick<OwnDesign, 'kind'>): boolean {
	return kind === 'share' || kind === 'ratio';
}

/** Whether it is a rate by orders: the others need none. */
export function isByOrders({ kind, per }: Pick<OwnDesign, 'kind' | 'per'>): boolean {
	return kind === 'rate' && per === 'orders';
}

export function isOwnId(id: string): boolean {
	return id.startsWith('own-');
}

export function ownUnit({ kind, per, number }: OwnDesign): MeasureUnit {
	switch (kind) {
		case 'share':
			return 'share';
		case 'rate':
			return per === 'orders' ? 'per_10000_orders' : 'cases_a_day';
		case 'quantile':
			return 'minutes';
		case 'ratio':
			return 'ratio';
		case 'mean':
			if (number === 'amount' || number === 'cost') return 'money';
			return number === 'handling_minutes' ? 'minutes' : 'score';
	}
}

/** How its uncertainty is worked out; of a ratio both counts are taken as Poisson, independent of each other. */
export const ownIntervals: Readonly<Record<OwnKind, IntervalMethod>> = {
	share: 'wilson',
	rate: 'poisson_exact',
	quantile: 'order_statistics',
	mean: 'student_t',
	ratio: 'poisson_ratio'
};

/** What a control chart makes of it: shares p or p′, rates and ratios u or u′, values XmR. */
export const ownFamilies: Readonly<Record<OwnKind, ControlFamily>> = {
	share: 'share',
	rate: 'rate',
	quantile: 'individual',
	mean: 'individual',
	ratio: 'rate'
};

/** File below `queries/` that counts it. */
export function ownQuery({ kind }: Pick<OwnDesign, 'kind'>): string {
	if (kind === 'quantile') return 'own/quantiles';
	return kind === 'mean' ? 'own/means' : 'own/counts';
}
