import { expect, it } from 'vitest';
import {
	monthTarget,
	spanOf,
	standingTarget,
	targetFor,
	targetId,
	targetLine,
	type Target
} from '#lib/measures/target.ts';

const target = (given: Partial<Target>): Target => {
	const place = {
		measure: 'satisfied_share',
		scope: null,
		span: 'month',
		since: '2025-11-01',
		...given
	} as const;
	return { value: 0.9, ...place, id: targetId(place) };
};

it('cuts time into months, quarters and years', () => {
	expect(spanOf('month', '2025-12-31')).toEqual({ since: '2025-12-01', until: '2026-01-01' });
	expect(spanOf('quarter', '2025-11-22')).toEqual({ since: '2025-10-01', until: '2026-01-01' });
	expect(spanOf('year', '2024-02-29')).toEqual({ since: '2024-01-01', until: '2025-01-01' });
});

it('takes the month before its quarter and the quarter before its year', () => {
	const year = target({ span: 'year', since: '2025-01-01', value: 0.8 });
	const quarter = target({ span: 'quarter', since: '2025-10-01', value: 0.85 });
	const month = target({ value: 0.9 });
	const all = [month, quarter, year];
	const valueIn = (list: readonly Target[], day: string) =>
		targetFor(list, 'satisfied_share', null, day)?.value ?? null;
	expect(valueIn(all, '2025-11-22')).toBe(0.9);
	expect(valueIn(all, '2025-12-01')).toBe(0.85);
	expect(valueIn(all, '2025-03-01')).toBe(0.8);
	expect(valueIn(all, '2026-01-01')).toBeNull();
	expect(targetFor(all, 'response_rate', null, '2025-11-01')).toBeNull();
});

it('lets the one saved last hold', () => {
	const list = [target({ value: 0.9 }), target({ value: 0.95 })];
	expect(targetFor(list, 'satisfied_share', null, '2025-11-01')?.value).toBe(0.95);
});

it('takes a target of all cases for none of a department, nor the other way', () => {
	const logistics = { dimension: 'department', value: '物流' } as const;
	const list = [target({ value: 0.9 }), target({ scope: logistics, value: 0.7 })];
	expect(targetFor(list, 'satisfied_share', logistics, '2025-11-01')?.value).toBe(0.7);
	expect(targetFor(list, 'satisfied_share', null, '2025-11-01')?.value).toBe(0.9);
	const service = { dimension: 'department', value: '客服' } as const;
	expect(targetFor(list, 'satisfied_share', service, '2025-11-01')).toBeNull();
});

it('gives a month its days of a yearly number of complaints, and a yearly share whole', () => {
	const list = [
		target({ measure: 'complaints', span: 'year', since: '2025-01-01', value: 3650 }),
		target({ span: 'year', since: '2025-01-01', value: 0.9 })
	];
	expect(monthTarget(list, 'complaints', null, '2025-02-01')).toBeCloseTo(280, 9);
	expect(monthTarget(list, 'complaints', null, '2025-03-15')).toBeCloseTo(310, 9);
	expect(monthTarget(list, 'satisfied_share', null, '2025-02-01')).toBe(0.9);
});

it('holds each period of a chart against the target of its month, and judges by the newest', () => {
	const list = [
		target({ measure: 'complaints', span: 'month', since: '2025-10-01', value: 310 }),
		target({ measure: 'complaints', span: 'year', since: '2025-01-01', value: 3650 })
	];
	const months = ['2024-12-15', '2025-09-01', '2025-10-01'].map((day) => spanOf('month', day));
	const line = targetLine(list, 'complaints', null, months);
	expect(line[0]).toBeNull();
	expect(line[1]).toBeCloseTo(300, 9);
	expect(line[2]).toBe(310);
	const week = { since: '2025-10-06', until: '2025-10-13' };
	expect(targetLine(list, 'complaints', null, [week])[0]).toBeCloseTo(70, 9);
	expect(targetLine(list, 'complaints', undefined, months)).toEqual([null, null, null]);
	expect(standingTarget([1, 2, null], 1)).toBe(2);
	expect(standingTarget([1, 2, 3], 1)).toBe(3);
	expect(standingTarget([null, null, null], null)).toBeNull();
});
