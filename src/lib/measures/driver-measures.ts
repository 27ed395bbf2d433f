import type { CaseField, GivenDimension } from './case-fields.ts';

/** Dimensions a change is looked for in. */
export type DriverDimension = GivenDimension;

/** What can be asked why it changed. */
export const driverMeasures = [
	'complaints',
	'dissatisfied',
	'satisfied',
	'satisfaction',
	'breached',
	'reopened',
	'upheld',
	'cost'
] as const;
export type DriverMeasure = (typeof driverMeasures)[number];

/**
 * flow: something that comes in over time, counted by orders or days (complaints, cost);
 * share: a part of the cases, 0–1; mean: the mean of a value of each case.
 */
export type DriverKind = 'flow' | 'share' | 'mean';

export interface DriverMeasureFacts {
	readonly kind: DriverKind;
	readonly better: 'lower' | 'higher';
	/** Column without which the measure cannot be told. */
	readonly needs: CaseField | null;
}

export const driverMeasureFacts: Readonly<Record<DriverMeasure, DriverMeasureFacts>> = {
	complaints: { kind: 'flow', better: 'lower', needs: null },
	dissatisfied: { kind: 'share', better: 'lower', needs: 'satisfaction' },
	satisfied: { kind: 'share', better: 'higher', needs: 'satisfaction' },
	satisfaction: { kind: 'mean', better: 'higher', needs: 'satisfaction' },
	breached: { kind: 'share', better: 'lower', needs: 'resolved_at' },
	reopened: { kind: 'share', better: 'lower', needs: 'reopened_count' },
	upheld: { kind: 'share', better: 'lower', needs: 'finding' },
	cost: { kind: 'flow', better: 'lower', needs: 'cost' }
};

/** What can be asked of a case that ended badly, and the column that tells it. */
export const outcomes = ['dissatisfied', 'breached', 'reopened', 'upheld', 'costly'] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeNeeds: Readonly<Record<Outcome, CaseField>> = {
	dissatisfied: 'satisfaction',
	breached: 'resolved_at',
	reopened: 'reopened_count',
	upheld: 'finding',
	costly: 'cost'
};

/** What a hotspot can be of, and where it can be; the first of each that a log has is offered first. */
export const hotspotValues = [
	'product',
	'product_category',
	'subcategory',
	'category'
] as const satisfies readonly DriverDimension[];
export const hotspotPlaces = [
	'region',
	'city',
	'shop',
	'channel',
	'team'
] as const satisfies readonly DriverDimension[];
