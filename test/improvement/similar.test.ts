import { describe, expect, test } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { elsewhere, likeness, placeOf, siblings, type Profile } from '#lib/improvement/similar.ts';

const profile = (name: string, cases: number, spread: Record<string, number>): Profile => ({
	name,
	cases,
	spread: new Map(Object.entries(spread))
});
const selection = {
	...emptyFilter,
	dimensions: { category: ['售后'], subcategory: ['退款慢'], shop: ['苏州店'] }
};

describe('how alike two problems are', () => {
	const one = profile('a', 100, { 'channel 电话': 50, 'channel 在线': 50 });
	test('is 1 for the same shares, whatever the number', () => {
		expect(likeness(one, profile('b', 20, { 'channel 电话': 10, 'channel 在线': 10 }))).toBe(1);
	});
	test('is 0 where nothing is shared', () => {
		expect(likeness(one, profile('b', 20, { 'channel 门店': 20 }))).toBe(0);
	});
	test('weighs each dimension alike', () => {
		// Channel: √(0.5 × 1) = 0.7071; department the same: 1. Together 0.8536.
		const a = profile('a', 9, { 'channel 电话': 5, 'channel 在线': 5, 'department 客服': 1 });
		const b = profile('b', 9, { 'channel 电话': 7, 'department 客服': 99 });
		expect(likeness(a, b)).toBeCloseTo(0.8536, 4);
	});
	test('is not known where the two share no dimension', () => {
		expect(likeness(one, profile('b', 20, { 'shop x': 20 }))).toBeNull();
	});
});

test('the same problem is looked for in the other places of the kind the selection names', () => {
	expect(placeOf(selection)).toBe('shop');
	expect(placeOf(emptyFilter)).toBeNull();
	const found = elsewhere(selection, 'shop', [
		{ value: '苏州店', cases: 90 },
		{ value: '杭州店', cases: 40 },
		{ value: '广州店', cases: 60 },
		{ value: '小店', cases: 9 },
		{ value: '', cases: 50 }
	]);
	expect(found.map(({ value, cases }) => [value, cases])).toEqual([
		['广州店', 60],
		['杭州店', 40]
	]);
	expect(found[0]?.filter.dimensions).toEqual({
		category: ['售后'],
		subcategory: ['退款慢'],
		shop: ['广州店']
	});
});

test('siblings are those whose cases spread alike, the most alike first', () => {
	const found = siblings(selection, [
		profile('退款慢', 90, { 'channel 电话': 60, 'channel 在线': 30 }),
		profile('换货难', 30, { 'channel 电话': 15, 'channel 在线': 15 }),
		profile('补偿争议', 40, { 'channel 电话': 26, 'channel 在线': 14 }),
		profile('安装', 50, { 'channel 门店': 50 }),
		profile('少见', 5, { 'channel 电话': 4, 'channel 在线': 1 })
	]);
	expect(found.map(({ value }) => value)).toEqual(['补偿争议', '换货难']);
	expect(found.every(({ likeness: alike }) => alike !== null && alike > 0.9)).toBe(true);
});

test('without one problem to compare with nothing is suggested', () => {
	expect(siblings(emptyFilter, [])).toEqual([]);
	const two = { ...selection, dimensions: { subcategory: ['a', 'b'] } };
	expect(siblings(two, [profile('a', 20, { 'channel x': 20 })])).toEqual([]);
});
