import { having, narrowed, withLimitPassed } from '#lib/filter/change.ts';
import type { DayRange, Fact, Filter } from '#lib/filter/filter.ts';
import type { PointedAt } from '#lib/filter/improve.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import type {
	DriverDimension,
	DriverMeasure,
	Outcome as AssociationOutcome
} from '#lib/measures/driver-measures.ts';
import { fieldInSentence } from '#lib/messages/field-names.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { DriversFacts } from '#lib/server/questions/drivers-page.ts';

/** What every block of the page needs. */
export interface DriversView {
	readonly f: Formats;
	readonly filter: Filter;
	readonly facts: DriversFacts;
	readonly days: DayRange;
	/** Null where the period is held against nothing but itself (the rest). */
	readonly daysBefore: DayRange | null;
	readonly dataVersion: number;
}

/** A value, or two at once. */
export interface NamedGroup {
	readonly dimension: DriverDimension;
	readonly value: string | null;
	readonly second?: DriverDimension | null;
	readonly secondValue?: string | null;
}

const factOf: Readonly<Record<DriverMeasure, Fact | null>> = {
	complaints: null,
	dissatisfied: 'satisfaction',
	satisfied: 'satisfaction',
	satisfaction: 'satisfaction',
	breached: null,
	reopened: 'reopens_told',
	upheld: 'clear_finding',
	cost: 'cost'
};

export const measureNames: Readonly<Record<DriverMeasure, () => string>> = {
	complaints: m.drivers_measure_complaints,
	dissatisfied: m.drivers_measure_dissatisfied,
	satisfied: m.drivers_measure_satisfied,
	satisfaction: m.drivers_measure_satisfaction,
	breached: m.drivers_measure_breached,
	reopened: m.drivers_measure_reopened,
	upheld: m.drivers_measure_upheld,
	cost: m.drivers_measure_cost
};

/** What an improvement of it would be followed by; where nothing fits, by how often it happens. */
export const followedBy: Readonly<
	Partial<Record<DriverMeasure | AssociationOutcome, ControlMeasureId>>
> = {
	dissatisfied: 'dissatisfied_share',
	satisfied: 'satisfied_share',
	satisfaction: 'satisfaction_mean',
	breached: 'resolution_in_time',
	reopened: 'reopened_share',
	cost: 'cost',
	costly: 'cost'
};

/** A group of this page, to start an improvement from. */
export function pointedGroup(
	filter: Filter,
	group: NamedGroup,
	measure: DriverMeasure | AssociationOutcome,
	own: Readonly<Record<string, string>>
): PointedAt {
	const followed = followedBy[measure];
	return {
		page: '/drivers',
		own,
		filter: narrowedToGroup(filter, group),
		by: group.dimension,
		...(followed && { measure: followed })
	};
}

/** The filter of this page narrowed to a group; its own choices stay. */
export function narrowedToGroup(filter: Filter, group: NamedGroup): Filter {
	const one = narrowed(filter, group.dimension, [group.value ?? '']);
	return group.second ? narrowed(one, group.second, [group.secondValue ?? '']) : one;
}

/** Cases the measure is told of. */
export function toldOf(filter: Filter, measure: DriverMeasure): Filter {
	if (measure === 'breached') return withLimitPassed(filter, 'resolved');
	const fact = factOf[measure];
	return fact === null ? filter : having(filter, fact);
}

/** The same cases in the days compared with. */
export function beforeOf({ filter, daysBefore }: DriversView): Filter | null {
	return daysBefore && { ...filter, period: daysBefore };
}

export function valueName(value: string | null): string {
	return value ?? m.blank_value();
}

/** The same at the head of a row or a sentence. */
export function groupHead(f: Formats, group: NamedGroup): string {
	const name = groupName(f, group);
	return name.charAt(0).toLocaleUpperCase(f.locale) + name.slice(1);
}

/** category “After-sales”, or two of them. */
export function groupName(f: Formats, group: NamedGroup): string {
	const one = (dimension: DriverDimension, value: string | null) =>
		m.drivers_value({ dimension: fieldInSentence(dimension, f.locale), value: valueName(value) });
	const first = one(group.dimension, group.value);
	return group.second
		? m.drivers_pair({ first, second: one(group.second, group.secondValue ?? null) })
		: first;
}

/** A contribution in the unit a reader thinks in: cases or money of the period, points, score. */
export function amount({ f, facts }: DriversView, contribution: number): string {
	if (facts.kind === 'share') return f.points(contribution);
	if (facts.kind === 'mean') return f.signed(contribution, 3);
	const whole = contribution * facts.exposures.now;
	if (facts.measure === 'complaints') return f.signed(whole);
	return signedMoney(f, whole);
}

/** The same where no head names its unit. */
export function amountTold(view: DriversView, contribution: number): string {
	const value = amount(view, contribution);
	return view.facts.measure === 'complaints' ? m.drivers_amount_cases({ value }) : value;
}

/** The measure by its name; complaints are told for the orders of the period where these are known. */
export function measureTold({ facts }: DriversView): string {
	return facts.measure === 'complaints' && facts.exposureUnit === 'orders'
		? m.drivers_measure_complaints_orders()
		: measureNames[facts.measure]();
}

export function signedMoney(f: Formats, money: number): string {
	return money < 0 ? `−${f.money(-money)}` : `+${f.money(money)}`;
}

/** The measure itself, of all cases. */
export function level({ f, facts }: DriversView, value: number): string {
	if (facts.kind === 'share') return f.percent(value);
	if (facts.kind === 'mean') return f.score(value);
	const per = facts.exposureUnit === 'orders' ? 10_000 : 1;
	if (facts.measure === 'cost') {
		const money = { value: f.money(value * per) };
		return facts.exposureUnit === 'orders' ? m.drivers_per_orders(money) : m.drivers_per_day(money);
	}
	const cases = { value: f.number(value * per, 1, 1) };
	return facts.exposureUnit === 'orders'
		? m.drivers_cases_per_orders(cases)
		: m.drivers_cases_per_day(cases);
}

/** A contribution in the unit its axis counts in: cases, money, percentage points, score. */
export function inUnits({ facts }: DriversView, contribution: number): number {
	if (facts.kind === 'share') return contribution * 100;
	return facts.kind === 'mean' ? contribution : contribution * facts.exposures.now;
}

/** A tick of that axis. */
export function tick({ f }: DriversView, units: number): string {
	return f.signed(units, Number.isInteger(units) ? 0 : Math.abs(units) < 0.1 ? 2 : 1);
}

/** A contribution beside others under a head that names its unit. */
export function plain(view: DriversView, contribution: number): string {
	const { f, facts } = view;
	return facts.kind === 'share' ? f.signed(contribution * 100, 1) : amount(view, contribution);
}

/** The head of such a column. */
export function unitHead({ facts }: DriversView, title: string): string {
	if (facts.measure === 'complaints')
		return m.drivers_head_unit({ title, unit: m.measure_unit_cases() });
	return facts.kind === 'share'
		? m.drivers_head_unit({ title, unit: m.measure_unit_points() })
		: title;
}
